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
