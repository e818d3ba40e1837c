/// The separator and the headings of a table.
struct TableLayout: Sendable, Hashable {
  var separator: UInt8
  var headings: [String]
}
