/// Passages of one article: from its text, or what is kept beside the places when the text is left out.
struct PassageSource {
  private let whole: [UInt8]?
  /// In bytes; of a text that is left out, where its last passage ends.
  let length: Int
  /// Bytes of a passage that are shown at most: no article has a sentence of this length.
  static let longest = 20_000

  init(_ article: ReportArticle) {
    whole = article.text.map { Array($0.utf8) }
    length = whole?.count ?? article.textLength
  }

  func bytes(_ span: ReportSpan) -> ArraySlice<UInt8>? {
    if let whole { return whole[span.range.clamped(to: whole.indices)] }
    guard let text = span.text else { return nil }
    // Places of the text as it was: padded in front, so that the same numbers hold.
    return ArraySlice([UInt8](repeating: 32, count: span.start) + Array(text.utf8)).dropFirst(span.start)
  }

  func text(_ span: ReportSpan?) -> String? {
    guard let span else { return nil }
    if let whole {
      let range = span.range.clamped(to: whole.indices)
      return String(decoding: whole[range.prefix(Self.longest)], as: UTF8.self)
    }
    return span.text.map { String(decoding: $0.utf8.prefix(Self.longest), as: UTF8.self) }
  }
}

/// The passage around the words of a finding, so that a list of changes says what they are about.
struct FindingContext {
  var before = ""
  /// Words of the first text that are gone, or that others stand for.
  var gone: String?
  /// Words of the second text.
  var came: String?
  var after = ""

  /// Characters on either side that are shown at most.
  private static let most = 110

  /// From the second text, with the words of the first before those that stand for them.
  ///
  /// From the first where the second has none.
  ///
  /// Nil when that text is left out.
  init?(_ finding: ReportFinding, of comparison: ReportComparison, in model: ReportModel) {
    let isA = finding.b == nil
    guard let span = finding.b ?? finding.a, span.end > span.start else { return nil }
    let article = model.articles[isA ? comparison.a : comparison.b]
    let passages = comparison.rows.compactMap { isA ? $0.a : $0.b }
    guard let passage = passages.first(where: { $0.start <= span.start && span.end <= $0.end }),
      let bytes = PassageSource(article).bytes(passage), bytes.startIndex <= span.start, span.end <= bytes.endIndex
    else { return nil }
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let words = text(span.range).onOneLine.shortened(to: Self.most)
    gone = isA ? words : finding.a?.text.map { $0.onOneLine.shortened(to: Self.most) }.flatMap { $0.isEmpty ? nil : $0 }
    came = isA ? nil : words
    before = Self.end(of: text(bytes.startIndex..<span.start))
    after = Self.beginning(of: text(span.end..<bytes.endIndex))
    // Nothing but the words again would say no more than the finding.
    if before.isEmpty, after.isEmpty { return nil }
  }

  var view: View {
    [
      "before": before, "gone": gone ?? false, "gap": gone != nil && came != nil ? " " : "", "came": came ?? false,
      "after": after,
    ]
  }

  /// The last words of a text, with the blank that follows them.
  private static func end(of text: String) -> String {
    let line = text.onOneLine
    let blank = text.last?.isWhitespace == true ? " " : ""
    guard line.count > most else { return line + (line.isEmpty ? "" : blank) }
    return "… " + line.suffix(most).drop { !$0.isWhitespace }.drop(while: \.isWhitespace) + blank
  }

  private static func beginning(of text: String) -> String {
    let line = text.onOneLine
    let blank = text.first?.isWhitespace == true && !line.isEmpty ? " " : ""
    guard line.count > most else { return blank + line }
    let cut = line.prefix(most)
    return blank + (cut.lastIndex(where: \.isWhitespace).map { cut[..<$0] } ?? cut) + " …"
  }
}
