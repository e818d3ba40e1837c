internal import Articles

/// The foot of a page: what follows the last paragraph and stands between pieces of furniture.
enum FurnitureTail {
  /// The comment form may hold a few hundred bytes of labels and comments, and never the larger part of the article.
  private static let longest = 1500

  /// Marks everything after a comment form's heading that is short, and labels of forms beside other furniture.
  static func mark(_ text: Span<UInt8>, _ scan: inout FurnitureScan) {
    guard !scan.spans.isEmpty else { return }
    markCommentForm(text, &scan)
    markLabels(text, &scan)
  }

  private static func markCommentForm(_ text: Span<UInt8>, _ scan: inout FurnitureScan) {
    guard let lastLong = scan.lines.lastIndex(where: { $0.count > FurnitureDetector.shortLine }),
      let heading = scan.spans.first(where: {
        $0.kind == .commentForm && $0.range.indices.lowerBound > scan.lines[lastLong].lowerBound
      }),
      text.count - heading.range.indices.upperBound <= min(longest, text.count / 2)
    else { return }
    for line in scan.lines[(lastLong + 1)...] where line.lowerBound > heading.range.indices.lowerBound && !scan.isFurniture(line)
    {
      scan.insert(line, .commentForm)
    }
  }

  /// "Security key:" above a captcha: a label of at most three words that ends with a colon above furniture in the last lines.
  private static func markLabels(_ text: Span<UInt8>, _ scan: inout FurnitureScan) {
    for i in scan.lines.indices.reversed().dropFirst().prefix(40) {
      let below = scan.lines[i + 1]
      guard scan.isFurniture(below) else { break }
      let line = scan.lines[i]
      guard !scan.isFurniture(line), line.count <= 40, text[line.upperBound - 1] == 0x3A else { continue }
      scan.words.read(text, line)
      if scan.words.count <= 3 { scan.insert(line, .commentForm) }
    }
  }
}
