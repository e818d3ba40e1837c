/// A passage between quotation marks.
package struct Quotation: Sendable, Hashable {
  /// The tokens between the marks; never empty.
  package var tokens: Range<Int>
  /// Nested quotations and single marks are often scare quotes or titles.
  package var single: Bool
}
