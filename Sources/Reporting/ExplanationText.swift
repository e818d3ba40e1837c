package import Drift

/// What `newsprint explain` prints.
package enum ExplanationText {
  package static func list(style: TerminalStyle) -> String { "" }
  package static func full(_ category: DriftCategory, style: TerminalStyle) -> String { "" }
}
