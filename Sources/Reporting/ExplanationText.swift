package import Drift

/// What `newsprint explain` prints.
package enum ExplanationText {
  /// Every category with its definition.
  package static func list(style: TerminalStyle) -> String {
    let layout = TextLayout(style: style)
    var text = ""
    for category in DriftCategory.allCases {
      guard let explanation = explanation(of: category) else { continue }
      text += style.paint(category.rawValue, .bold) + "\n" + layout.paragraph(explanation.definition, indent: 2)
    }
    return text + "\n" + layout.paragraph("newsprint explain CATEGORY shows an example and the limits.")
  }

  package static func full(_ category: DriftCategory, style: TerminalStyle) -> String {
    guard let explanation = explanation(of: category) else { return "\(category.rawValue): no rule reports it.\n" }
    let layout = TextLayout(style: style)
    return style.paint(category.rawValue, .bold) + "\n" + layout.paragraph(explanation.definition, indent: 2)
      + "\nExample\n" + layout.paragraph("A  " + explanation.example.a, indent: 2)
      + layout.paragraph("B  " + explanation.example.b, indent: 2)
      + "\nLimits\n" + layout.paragraph(explanation.limits, indent: 2)
  }

  private static func explanation(of category: DriftCategory) -> RuleExplanation? {
    DriftRules.all.first { $0.category == category }?.explanation
  }
}
