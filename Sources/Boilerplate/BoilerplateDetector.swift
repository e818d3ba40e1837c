internal import Articles
internal import Resources
internal import Text
internal import Tables

/// Finds the boilerplate of scraped articles: share buttons, comment forms, captions, pagers, subscription pleas and the like.
///
/// It goes by lines, as scrapers keep the line breaks of a page. A short line is compared with the phrases of `boilerplate.tsv`
/// and then by shape; of a long line only the beginning, the end and what follows the end of a sentence are looked at, so running
/// text costs next to nothing. In hard-wrapped text, where lines are no units, only whole-line phrases count. It has no state,
/// and is a class only so that handing it on costs nothing. Time is linear in the text.
package final class BoilerplateDetector: Sendable {
  let phrases: BoilerplatePhrases
  let shapes: BoilerplateShapes
  let captions: BoilerplateCaptions
  let extents: BoilerplateExtents
  /// Lines up to so many bytes may be boilerplate as a whole.
  static let shortLine = 200
  /// Short lines up to so many bytes take part in ``RecurringLines``.
  static let recurringLine = 120
  /// Words of a line before the end of the page's clock, a headline and the sentence below it among them; bytes in which it is
  /// looked for.
  private static let (stampWords, stampBytes) = (56, 400)

  /// The one detector that a program needs: reading the lists takes as long as placing an article in an index.
  package static let standard = BoilerplateDetector()

  /// The detector over the program's own lists; ``standard`` unless it must be another one.
  package init() {
    let vocabulary = BoilerplateVocabulary(
      calendarRows: Resource.rows("months.tsv") + Resource.rows("weekdays.tsv"),
      agencyRows: Resource.rows("agencies.tsv"), wordRows: Resource.rows("page_words.tsv"))
    phrases = BoilerplatePhrases(rows: Resource.rows("boilerplate.tsv"))
    shapes = BoilerplateShapes(vocabulary: vocabulary)
    captions = BoilerplateCaptions(vocabulary: vocabulary)
    extents = BoilerplateExtents(vocabulary: vocabulary, topics: Resource.rows("boilerplate.tsv"))
  }

  /// The boilerplate of `text` in the order of the text; spans never overlap.
  ///
  /// A first line that only repeats `title` is boilerplate.
  package func ranges(in text: Span<UInt8>, title: Span<UInt8>? = nil) -> [BoilerplateSpan] {
    var result = BoilerplateScan()
    scan(text, title: title, into: &result)
    return result.spans
  }

  /// As ``ranges(in:title:)``, with what ``RecurringLines`` needs and without allocations once `scan` has grown.
  ///
  /// `margins` says of which articles the lines and sentences at the margins are wanted, which only a batch can tell to be the
  /// page's.
  package func scan(
    _ text: Span<UInt8>, title: Span<UInt8>? = nil, margins: WantedMargins = .all, into scan: inout BoilerplateScan
  ) {
    scan.spans.removeAll(keepingCapacity: true)
    scan.shortLines.removeAll(keepingCapacity: true)
    scan.body = 0
    Self.findLines(text, &scan.lines)
    let isWrapped = LineWrapping.isHardWrapped(scan.lines)
    for index in scan.lines.indices {
      let line = BoilerplateLine(range: scan.lines[index], index: index, total: scan.lines.count)
      if isWrapped {
        wrappedLine(text, line, &scan)
      } else if line.range.count > Self.shortLine {
        longLine(text, line, &scan)
      } else {
        shortLine(text, line, &scan)
      }
    }
    if scan.lines.count > 1 {
      BoilerplateTitle.mark(text, title, &scan)
      BoilerplateTail.mark(text, &scan)
      BoilerplateTicker.mark(text, &scan)
    }
    BoilerplateSignOff.mark(text, shapes.vocabulary, &scan)
    if margins == .none { return }
    scan.body = Self.body(text, &scan)
    if !isWrapped, margins.include(scan.body) { BoilerplateMargins.collect(text, shapes.vocabulary, &scan) }
  }

  private static func findLines(_ text: Span<UInt8>, _ lines: inout [Range<Int>]) {
    lines.removeAll(keepingCapacity: true)
    var start = 0
    while start < text.count {
      let end = TextBytes.lineFeed(text, from: start)
      let line = TextBytes.trimmed(text, start..<end)
      if !line.isEmpty { lines.append(line) }
      start = end + 1
    }
  }

  // MARK: Kinds of line

  private func shortLine(_ text: Span<UInt8>, _ line: BoilerplateLine, _ scan: inout BoilerplateScan) {
    scan.words.read(text, line.range)
    if let (kind, range) = phrase(text, line, scan.words) ?? shape(text, line, &scan) {
      // A line that the list has as a whole is the page's, whatever it names.
      if kind.yieldsToCredit, shapes.vocabulary.namesAgency(text, scan.words), tiled(text, line, scan.words) == nil { return }
      return scan.append(range, kind)
    }
    if line.index < 3, let stamp = shapes.stamp(text, scan.words) { scan.append(stamp, .date) }
    if let pager = trailingPager(text, line.range) { scan.append(pager, .navigation) }
    defer { if line.range.count > Self.recurringLine { markInsets(text, line.range, from: line.range.lowerBound, &scan) } }
    guard scan.words.count > 0, line.range.count <= Self.recurringLine, scan.shortLines.count < 64,
      !shapes.vocabulary.namesAgency(text, scan.words)
    else { return }
    scan.shortLines.append(
      .init(range: ByteRange(line.range.lowerBound, line.range.upperBound), hash: BoilerplateScan.hash(scan.words.hashes[...])))
  }

  private func longLine(_ text: Span<UInt8>, _ line: BoilerplateLine, _ scan: inout BoilerplateScan) {
    scan.words.read(text, line.range, limit: 2)
    guard scan.words.count > 0 else { return }
    var found: (end: Int, kind: BoilerplateKind)?
    phrases.each(text, line.range, scan.words, at: 0) { phrase, end in
      if phrase.match == .prefix, end > found?.end ?? 0 { found = (end, phrase.kind) }
    }
    if let found {
      if found.kind.yieldsToCredit {
        scan.words.read(text, line.range)
        if shapes.vocabulary.namesAgency(text, scan.words) { return }
      }
      let range = extents.range(text, line.range, found.kind, phraseEnd: found.end, &scan.tail)
      scan.append(range, found.kind)
      return markInsets(text, line.range, from: max(range.upperBound - 1, line.range.lowerBound), &scan)
    }
    if captions.isCaption(text, line, &scan.tail) { return scan.append(line.range, .caption) }
    if line.index < 3, shapes.hasClock(text, line.range.prefix(Self.stampBytes)) {
      scan.words.read(text, line.range, limit: Self.stampWords)
      if let stamp = shapes.stamp(text, scan.words) { scan.append(stamp, .date) }
    }
    markInsets(text, line.range, from: line.range.lowerBound, &scan)
    if line.index + 1 == line.total { lineEnd(text, line, &scan) }
  }

  /// The last line of an article often has the page's foot glued to it: marks a suffix phrase at the end of a long line.
  private func lineEnd(_ text: Span<UInt8>, _ line: BoilerplateLine, _ scan: inout BoilerplateScan) {
    var start = max(line.range.upperBound - 100, scan.spans.last?.range.indices.upperBound ?? 0)
    while start < line.range.upperBound, !TextBytes.isSpace(text[start]) { start += 1 }
    scan.words.read(text, start..<line.range.upperBound)
    for w in 0..<scan.words.count where phrases.mayBegin(scan.words, at: w) {
      var kind: BoilerplateKind?
      phrases.each(text, line.range, scan.words, at: w) { phrase, end in
        if phrase.match == .suffix, end >= scan.words.ends.last ?? 0 { kind = phrase.kind }
      }
      if let kind = kind ?? closing(text, line, w, scan.words) {
        return scan.append(scan.words.starts[w]..<line.range.upperBound, kind)
      }
    }
  }

  /// The kind of what the page prints behind the article's last sentence, from word `w` on to the end of the line.
  ///
  /// "He was not hurt. Email Subscribe".
  private func closing(_ text: Span<UInt8>, _ line: BoilerplateLine, _ w: Int, _ words: BoilerplateWords) -> BoilerplateKind? {
    guard words.count - w > 1, BoilerplateInsets.isApart(text, words.starts[w], line.range) else { return nil }
    return tiled(text, line, words, from: w)
  }

  /// A line of hard-wrapped text: boilerplate only when it is a phrase as a whole and no rest of a sentence.
  private func wrappedLine(_ text: Span<UInt8>, _ line: BoilerplateLine, _ scan: inout BoilerplateScan) {
    guard line.range.count <= 60, !TextBytes.isLower(text[line.range.lowerBound]), !line.endsSentence(text),
      line.index == 0 || BoilerplateLine(range: scan.lines[line.index - 1], index: 0, total: 0).endsSentence(text)
    else { return }
    scan.words.read(text, line.range, limit: 2)
    guard scan.words.count > 0, phrases.mayBegin(scan.words, at: 0) else { return }
    scan.words.read(text, line.range)
    if let kind = tiled(text, line, scan.words) { scan.append(line.range, kind) }
  }

  // MARK: Phrases

  private func shape(_ text: Span<UInt8>, _ line: BoilerplateLine, _ scan: inout BoilerplateScan) -> (
    BoilerplateKind, Range<Int>
  )? {
    if scan.words.count > 0, let label = shapes.capitalLabel(text, line.range, scan.words) {
      return (label.kind, isHeadline(line) && label.kind.labelsHeadlines ? line.range.lowerBound..<label.end : line.range)
    }
    let kind = shapes.kind(text, line, scan.words) ?? (captions.isCaption(text, line, &scan.tail) ? .caption : nil)
    return kind.map { ($0, line.range) }
  }

  /// Whether the line may be the article's headline, which stays where a label stands before it: "VIDEO: Crane falls".
  private func isHeadline(_ line: BoilerplateLine) -> Bool { line.index == 0 && line.total > 1 }

  /// What of a short line the phrase list knows: all of it, or what a phrase at its beginning or its end is about.
  private func phrase(_ text: Span<UInt8>, _ line: BoilerplateLine, _ words: BoilerplateWords) -> (BoilerplateKind, Range<Int>)? {
    guard words.count > 0 else { return nil }
    if let kind = tiled(text, line, words) { return (kind, line.range) }
    guard let lastWordEnd = words.ends.last else { return nil }
    var found: (kind: BoilerplateKind, range: Range<Int>)?
    var rest = BoilerplateWords()
    for w in 0..<words.count where found == nil && phrases.mayBegin(words, at: w) {
      phrases.each(text, line.range, words, at: w) { phrase, end in
        guard found == nil else { return }
        switch phrase.match {
        case .prefix where w == 0:
          let isLabel = isHeadline(line) && phrase.kind.labelsHeadlines && text[end - 1] == 0x3A
          found = (
            phrase.kind,
            isLabel ? line.range.lowerBound..<end : extents.range(text, line.range, phrase.kind, phraseEnd: end, &rest)
          )
        case .suffix where end >= lastWordEnd:
          // Behind a sentence of the article the phrase alone is the page's.
          let isTail =
            w >= BoilerplateExtents.sentenceWords && SentenceStops.endSentence(text, line.range.lowerBound..<words.starts[w])
          found = (phrase.kind, isTail ? words.starts[w]..<line.range.upperBound : line.range)
        case .contains where words.count <= 25: found = (phrase.kind, line.range)
        default: break
        }
      }
    }
    return found
  }

  /// The kind of a line that is nothing but line phrases in a row, with numbers between them: "Share  Tweet 12  Email".
  private func tiled(_ text: Span<UInt8>, _ line: BoilerplateLine, _ words: BoilerplateWords, from first: Int = 0)
    -> BoilerplateKind?
  {
    var w = first
    var kind: BoilerplateKind?
    while w < words.count {
      var longest = 0
      if phrases.mayBegin(words, at: w) {
        phrases.each(text, line.range, words, at: w) { phrase, _ in
          guard phrase.match == .line, phrase.wordCount > longest else { return }
          longest = phrase.wordCount
          kind = kind ?? phrase.kind
        }
      }
      if longest == 0 {
        guard words.hashes[w] == BoilerplateWords.number else { return nil }
        longest = 1
      }
      w += longest
    }
    // A single word with a full stop is the end of a sentence that was broken across lines.
    return words.count <= 2 && text[line.range.upperBound - 1] == 0x2E ? nil : kind
  }

  /// "Storm hits the coast < >": the buttons of a pager behind a title.
  private func trailingPager(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard range.count > 4, text[range.upperBound - 1] == 0x3E else { return nil }
    var i = range.upperBound - 1
    while i > range.lowerBound, text[i] == 0x3E || text[i] == 0x3C || text[i] == 0x20 || text[i] == 0x7C { i -= 1 }
    let pager = TextBytes.trimmed(text, i + 1..<range.upperBound)
    return pager.count >= 2 && text[pager.lowerBound] == 0x3C ? pager : nil
  }

  private static func body(_ text: Span<UInt8>, _ scan: inout BoilerplateScan) -> UInt64 {
    guard let longest = scan.lines.max(by: { $0.count < $1.count }) else { return 0 }
    var hash = body(text, longest, 1, &scan)
    // The longest line may be the page's itself, where it stands at a margin: then the next one tells too.
    if BoilerplateMargins.isMargin(longest, of: scan.lines),
      let inner = scan.lines.filter({ !BoilerplateMargins.isMargin($0, of: scan.lines) }).max(by: { $0.count < $1.count })
    {
      hash = body(text, inner, hash, &scan)
    }
    return hash
  }

  private static func body(_ text: Span<UInt8>, _ line: Range<Int>, _ start: UInt64, _ scan: inout BoilerplateScan) -> UInt64 {
    scan.words.read(text, line, limit: 16)
    return scan.words.hashes.reduce(start) { ($0 ^ $1) &* 0xD6E8_FEB8_6659_FD93 }
  }
}

extension BoilerplateScan {
  mutating func append(_ range: Range<Int>, _ kind: BoilerplateKind) {
    spans.append(BoilerplateSpan(range: ByteRange(range.lowerBound, range.upperBound), kind: kind))
  }

  /// Puts the spans from place `first` on in order, and leaves out what lies in the one before.
  mutating func sortSpans(from first: Int) {
    spans[first...].sort { ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end) }
    var kept = first + 1
    for place in kept..<spans.count where spans[place].range.start >= spans[kept - 1].range.end {
      spans[kept] = spans[place]
      kept += 1
    }
    spans.removeSubrange(kept...)
  }

  /// Takes `range` into the spans, in order, unless one of them reaches into it; the short line of that range is one no longer.
  mutating func insert(_ range: Range<Int>, _ kind: BoilerplateKind) {
    let span = BoilerplateSpan(range: ByteRange(range.lowerBound, range.upperBound), kind: kind)
    let place = place(of: span.range.start)
    if place > 0, spans[place - 1].range.end > span.range.start { return }
    // A pager at the end of the line is part of the line.
    while place < spans.count, spans[place].range.start < span.range.end { spans.remove(at: place) }
    spans.insert(span, at: place)
    shortLines.removeAll { $0.range == span.range }
  }

  /// Whether a span covers the whole line.
  func isBoilerplate(_ line: Range<Int>) -> Bool {
    let place = place(of: UInt32(line.lowerBound))
    return place < spans.count && spans[place].range.indices == line
  }

  /// The first span that begins at `start` or behind it.
  private func place(of start: UInt32) -> Int {
    spans.partitioningIndex { $0.range.start >= start }
  }
}
