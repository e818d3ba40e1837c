package import Articles
package import Text

/// An article as every part of Newsprint reads it: its text, what of it belongs to the page, and the body that is left.
///
/// Copies, stories, relation, drift, credits and flags all work on the body that ``BodyReader`` gives; there is no other way to
/// it. Ranges of the reading become ranges of the text as it came in by ``source(_:)``.
package struct ArticleBody: Sendable {
  /// The text as it came in, UTF-8.
  package let text: [UInt8]
  /// The text as its readers see it, where that is not the text itself.
  package let view: TextView?
  /// What belongs to the page: ranges of ``reading`` in order, none over another.
  package let boilerplate: [BoilerplateSpan]

  package init(text: [UInt8], view: TextView?, boilerplate: [BoilerplateSpan]) {
    self.text = text
    self.view = view
    self.boilerplate = boilerplate
  }

  /// The text without markup, entities and broken words.
  package var reading: [UInt8] { view.map { Array($0.bytes[..<$0.count]) } ?? text }

  /// The reading of a text whose boilerplate nobody asks for.
  package static func reading(_ text: [UInt8]) -> [UInt8] { TextView(of: text.span).map { Array($0.bytes[..<$0.count]) } ?? text }

  /// The reading with the page's parts blank: as long as ``reading``, so that places in it are places in the reading.
  ///
  /// An article that is nothing but boilerplate is its own body.
  package var body: [UInt8] {
    var bytes = reading
    for span in boilerplate {
      let range = span.range.indices
      for i in range { bytes[i] = 0x20 }
      // What stood before and behind are no neighbours: a paragraph ends there.
      if range.count >= 2 {
        bytes[range.lowerBound] = 0x0A
        bytes[range.upperBound - 1] = 0x0A
      }
    }
    return bytes.contains { $0 > 0x20 } ? bytes : reading
  }

  /// The same article with the pieces `lists` of its reading, which change from page to page, left to the page.
  package func without(_ lists: [Range<Int>]) -> ArticleBody {
    let kept = boilerplate.filter { span in !lists.contains { $0.overlaps(span.range.indices) } }
    let spans = kept + lists.map { BoilerplateSpan(range: ByteRange($0.lowerBound, $0.upperBound), kind: .ticker) }
    return ArticleBody(text: text, view: view, boilerplate: spans.sorted { $0.range.start < $1.range.start })
  }

  /// Whether both are one text with the same parts the page's.
  package func isRead(as other: ArticleBody) -> Bool {
    text == other.text && boilerplate.map(\.range) == other.boilerplate.map(\.range)
  }

  /// The bytes of the text that `range` of the reading stands for.
  package func source(_ range: ByteRange) -> ByteRange {
    guard let view else { return range }
    let source = view.source(range.indices)
    return ByteRange(source.lowerBound, source.upperBound)
  }
}

/// Reads articles: the one path from a text to its words and its body; one for each thread, as it reuses its buffers.
///
/// An article that is nothing but boilerplate keeps its words: two copies of one error page are copies.
package struct BodyReader: Sendable {
  private let detector: BoilerplateDetector
  /// What only the batch tells; none while it is read for the first time.
  private let knowledge: BatchBoilerplate
  private let passages: CommonPassages.Finder
  /// Where the batch is to learn from ``scan`` what recurs in it: what it can still learn from.
  private let sample: SampleCeiling?
  private var scanner = WordScanner()
  private var excluded: [Range<Int>] = []

  /// The words of the last article's body.
  package private(set) var words = WordStream()
  /// What the detector found in it.
  package private(set) var scan = BoilerplateScan()
  /// All boilerplate of it, ranges of the reading.
  package private(set) var boilerplate: [BoilerplateSpan] = []
  /// What the words' ranges count from: the reading in ``range`` of ``bytes``, with padding behind.
  package private(set) var bytes: [UInt8] = []
  package private(set) var range = 0..<0
  package private(set) var view: TextView?
  /// Whether only the beginning was read, see ``ArticleBatch/longestReading``: the words are then not those of the article.
  package private(set) var isCut = false

  /// A reader that knows what the batch tells, or with `sample` one that the batch learns from, by ``scan``.
  package init(
    detector: BoilerplateDetector, knowledge: BatchBoilerplate = BatchBoilerplate(), sample: SampleCeiling? = nil
  ) {
    self.detector = detector
    self.sample = sample
    self.knowledge = knowledge
    passages = CommonPassages.Finder(knowledge.passages)
  }

  /// Reads the text `text` of `bytes`, which has 64 readable bytes behind it.
  ///
  /// `site` is a hash of the outlet, 0 when it is not known; `article` the number in the batch, when the batch's knowledge of it
  /// is wanted.
  package mutating func read(
    _ bytes: [UInt8], text: Range<Int>, title: Range<Int> = 0..<0, site: UInt64 = 0, article: UInt32? = nil
  ) {
    let whole = text
    let text = Self.beginning(of: whole, in: bytes.span)
    isCut = text != whole
    view = TextView(of: bytes.span.extracting(text))
    let reading = view?.bytes ?? bytes
    let range = view.map { 0..<$0.count } ?? text
    self.bytes = reading
    self.range = range
    detector.scan(
      reading.span.extracting(range), title: bytes.span.extracting(title),
      margins: sample?.margins(site: site) ?? (knowledge.recurring.concerns(site: site) ? .all : .none), into: &scan)
    boilerplate = knowledge.recurring.spans(of: scan, site: site)
    excluded.removeAll(keepingCapacity: true)
    for span in boilerplate { excluded.append(span.range.indices) }
    scanner.scan(reading, range, excluding: excluded, into: &words)
    if words.count == 0, !excluded.isEmpty {
      scanner.scan(reading, range, into: &words)
      return
    }
    if let article, knowledge.passages.concerns(article) { leaveOutPassages() }
  }

  /// What of a text is read: all of it, or up to a white space near the most that is read, or between two characters.
  static func beginning(of text: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    guard text.count > ArticleBatch.longestReading else { return text }
    let most = text.lowerBound + ArticleBatch.longestReading
    if let space = (most - 1024..<most).last(where: { bytes[$0] <= 0x20 }) { return text.lowerBound..<space }
    var end = most
    while end > text.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return text.lowerBound..<end
  }

  /// Leaves out what the batch showed to be the page's, unless that were everything.
  private mutating func leaveOutPassages() {
    let hashes = words.hashes[..<words.count].map { UInt32(truncatingIfNeeded: $0) }
    let passages = CommonPassages.ranges(in: hashes[...], self.passages)
    guard passages.reduce(0, { $0 + $1.count }) < words.count else { return }
    for passage in passages {
      let range = ByteRange(Int(words.starts[passage.lowerBound]), Int(words.ends[passage.upperBound - 1]))
      // What only is no evidence of copying stays in the body: flags, drift and credits read whole sentences.
      guard isBlock(range) else { continue }
      boilerplate.removeAll { $0.range.start < range.end && range.start < $0.range.end }
      boilerplate.append(BoilerplateSpan(range: range, kind: .recurring))
    }
    boilerplate.sort { $0.range.start < $1.range.start }
    words.remove(passages)
  }

  /// Whether a passage is a block of the page: whole lines, of which the last ends no sentence.
  private func isBlock(_ passage: ByteRange) -> Bool {
    let (start, end) = (range.lowerBound + Int(passage.start), range.lowerBound + Int(passage.end))
    var before = start
    while before > range.lowerBound, bytes[before - 1] != 0x0A {
      before -= 1
      if TextBytes.isWordByte(bytes[before]) { return false }
    }
    var after = end
    while after < range.upperBound, bytes[after] != 0x0A {
      if TextBytes.isWordByte(bytes[after]) || [0x2E, 0x21, 0x3F].contains(bytes[after]) { return false }
      after += 1
    }
    return true
  }

  /// Lets go of the bytes that were read, so that whoever they belong to can use their memory again.
  package mutating func release() { bytes = [] }

  /// The last article that was read as a value, as far as it was read.
  package func body(of text: ArraySlice<UInt8>) -> ArticleBody {
    let end = Self.beginning(of: 0..<text.count, in: text.span).count
    return ArticleBody(text: Array(text.prefix(end)), view: view, boilerplate: boilerplate)
  }

  /// The body of a text that stands alone.
  package mutating func body(_ text: [UInt8], title headline: [UInt8] = []) -> ArticleBody {
    let beginning = Self.beginning(of: 0..<text.count, in: text.span)
    let padding = [UInt8](repeating: 0, count: ArticleBatch.padding)
    let title = beginning.count + padding.count..<beginning.count + padding.count + headline.count
    read(text[beginning] + padding + headline, text: beginning, title: title)
    isCut = beginning.count < text.count
    return body(of: text[beginning])
  }

  /// The folded spelling of a word of the last article.
  package mutating func folding(_ word: Int) -> [UInt8] {
    scanner.folding(bytes, range.lowerBound + Int(words.starts[word])..<range.lowerBound + Int(words.ends[word]))
  }
}
