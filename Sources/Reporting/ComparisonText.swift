import Drift
package import Newsprint

/// A comparison for people on a terminal.
package enum ComparisonText {
  package static func render(
    _ comparison: PairComparison, a: [UInt8], b: [UInt8], names: (String, String), style: TerminalStyle
  ) -> String { "" }
}
