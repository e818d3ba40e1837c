internal import Articles
internal import Text

/// Titles inside the text: the title field again as the first line, and a line at the top that is printed twice.
enum BoilerplateTitle {
  static func mark(_ text: Span<UInt8>, _ title: Span<UInt8>?, _ scan: inout BoilerplateScan) {
    let top = scan.lines.prefix(6)
    // A line with a full stop is the article's first sentence, of which a site made the title.
    if let title, let first = top.prefix(3).first(where: { isSame(text, $0, title, 0..<title.count) }),
      !endsSentence(text, first) || endsSentence(title, 0..<title.count)
    {
      if !scan.isBoilerplate(first) { scan.insert(first, .title) }
    }
    for (index, first) in top.enumerated() where canBeTitle(text, first) {
      // Only short lines, such as a date or a desk, may stand between a title and its repetition.
      for line in top.dropFirst(index + 1) {
        if line.count == first.count, isSame(text, line, text, first), !scan.isBoilerplate(line) { scan.insert(line, .title) }
        if line.count > BoilerplateDetector.shortLine { break }
      }
    }
  }

  private static func canBeTitle(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.count >= 12 && line.count <= BoilerplateDetector.shortLine && !endsSentence(text, line)
  }

  private static func endsSentence(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool { text[line.upperBound - 1] == 0x2E }

  /// Whether both ranges have the same letters and digits in the same order.
  private static func isSame(_ a: Span<UInt8>, _ aRange: Range<Int>, _ b: Span<UInt8>, _ bRange: Range<Int>) -> Bool {
    guard !aRange.isEmpty, aRange.count <= 2 * bRange.count, bRange.count <= 2 * aRange.count else { return false }
    var i = aRange.lowerBound
    var j = bRange.lowerBound
    while true {
      let left = letter(a, &i, aRange.upperBound)
      guard left == letter(b, &j, bRange.upperBound) else { return false }
      if left == nil { return true }
    }
  }

  private static func letter(_ text: Span<UInt8>, _ i: inout Int, _ end: Int) -> UInt32? {
    while i < end {
      let (character, length) = TextBytes.character(text, i, end)
      i += length
      if case .letter(let scalar) = character { return scalar }
    }
    return nil
  }
}

/// Lines of a market ticker: a name, a figure and a change in per cent, several such lines in a row.
enum BoilerplateTicker {
  /// So many in a row are a ticker.
  private static let shortest = 3

  /// Marks runs of ticker lines, and the heading above each.
  static func mark(_ text: Span<UInt8>, _ scan: inout BoilerplateScan) {
    var first = 0
    while first < scan.lines.count {
      var end = first
      while end < scan.lines.count, isTicker(text, scan.lines[end]) { end += 1 }
      if end - first >= shortest {
        for line in scan.lines[first..<end] where !scan.isBoilerplate(line) { scan.insert(line, .ticker) }
        if first > 0, case let heading = scan.lines[first - 1], heading.count <= 24, !scan.isBoilerplate(heading),
          TextBytes.isLetterOrDigit(text[heading.upperBound - 1])
        {
          scan.insert(heading, .ticker)
        }
      }
      first = max(end, first + 1)
    }
  }

  /// "OSX 35 4,180.22 +0.61%": at most 48 bytes, a figure before the last word, which is a signed number.
  private static func isTicker(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count <= 48, line.count >= 8 else { return false }
    var start = line.upperBound
    while start > line.lowerBound, !TextBytes.isSpace(text[start - 1]) { start -= 1 }
    guard start > line.lowerBound, line.upperBound - start >= 3 else { return false }
    let hasSign = text[start] == 0x2B || text[start] == 0x2D || text[start] == 0xE2
    let isChange = text[line.upperBound - 1] == 0x25 || TextBytes.isDigit(text[line.upperBound - 1])
    return hasSign && isChange && TextBytes.isDigit(text[line.upperBound - 2])
      && (line.lowerBound..<start).contains { TextBytes.isDigit(text[$0]) }
  }
}

/// Who wrote and edited an article, in brackets at its end: "(Reporting by Jane Roe; Editing by Max Poe)".
enum BoilerplateSignOff {
  private static let roles: Set<UInt64> = Set(
    ["reporting", "reported", "writing", "written", "editing", "edited", "additional", "compiled", "translated", "translation"]
      .map { BoilerplateWords.hash($0) })
  private static let by = BoilerplateWords.hash("by")
  private static let longest = 400

  /// Marks the bracket at the end of one of the last lines, unless it names an agency: then it is the article's credit.
  static func mark(_ text: Span<UInt8>, _ vocabulary: BoilerplateVocabulary, _ scan: inout BoilerplateScan) {
    for line in scan.lines.suffix(4) where text[line.upperBound - 1] == 0x29 && !scan.isBoilerplate(line) {
      let least = max(line.lowerBound, line.upperBound - longest)
      guard let open = (least..<line.upperBound).last(where: { text[$0] == 0x28 }) else { continue }
      scan.words.read(text, open..<line.upperBound)
      guard let first = scan.words.hashes.first, roles.contains(first), scan.words.hashes.prefix(4).contains(by),
        !vocabulary.namesAgency(text, scan.words)
      else { continue }
      scan.insert(open..<line.upperBound, .bylineResidue)
    }
  }
}

/// The foot of a page: what follows the last paragraph and stands between pieces of boilerplate.
enum BoilerplateTail {
  /// The comment form may hold a few hundred bytes of labels and comments, and never the larger part of the article.
  private static let longest = 1500

  /// Marks everything after a comment form's heading that is short, and labels of forms beside other boilerplate.
  static func mark(_ text: Span<UInt8>, _ scan: inout BoilerplateScan) {
    guard !scan.spans.isEmpty else { return }
    markCommentForm(text, &scan)
    markLabels(text, &scan)
  }

  private static func markCommentForm(_ text: Span<UInt8>, _ scan: inout BoilerplateScan) {
    // A plea in the middle of a line is no heading.
    guard let lastLong = scan.lines.lastIndex(where: { $0.count > BoilerplateDetector.shortLine }),
      let heading = scan.spans.first(where: { span in
        span.kind == .commentForm && scan.lines[(lastLong + 1)...].contains { $0.lowerBound == span.range.indices.lowerBound }
      }),
      text.count - heading.range.indices.upperBound <= min(longest, text.count / 2)
    else { return }
    for line in scan.lines[(lastLong + 1)...]
    where line.lowerBound > heading.range.indices.lowerBound && !scan.isBoilerplate(line) {
      scan.insert(line, .commentForm)
    }
  }

  /// "Security key:" above a captcha: a label of at most three words that ends with a colon above boilerplate in the last lines.
  private static func markLabels(_ text: Span<UInt8>, _ scan: inout BoilerplateScan) {
    for i in scan.lines.indices.reversed().dropFirst().prefix(40) {
      let below = scan.lines[i + 1]
      guard scan.isBoilerplate(below) else { break }
      let line = scan.lines[i]
      guard !scan.isBoilerplate(line), line.count <= 40, text[line.upperBound - 1] == 0x3A else { continue }
      scan.words.read(text, line)
      if scan.words.count <= 3 { scan.insert(line, .commentForm) }
    }
  }
}
