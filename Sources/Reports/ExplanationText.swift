package import Output
package import Drift
internal import Quality

/// What `newsprint explain` prints: drift categories and quality flags.
package enum ExplanationText {
  /// Everything that can be explained.
  package static var names: [String] {
    DriftCategory.allCases.map(\.rawValue) + FlagID.allCases.map(\.rawValue) + OutputTerm.all.map(\.name)
  }

  /// Every category and flag with its definition.
  package static func list(style: TerminalStyle) -> String {
    let layout = TextLayout(style: style)
    var text = style.paint("DRIFT: what copying changed", .dim) + "\n\n"
    for category in DriftCategory.allCases {
      guard let explanation = explanation(of: category) else { continue }
      text += style.paint(category.rawValue, .bold) + "\n" + layout.paragraph(explanation.definition, indent: 2)
    }
    text += "\n" + style.paint("FLAGS: what is wrong with an article", .dim) + "\n\n"
    for rule in QualityRules.all {
      text += style.paint(rule.id.rawValue, .bold) + "\n" + layout.paragraph(rule.definition, indent: 2)
    }
    text += "\n" + style.paint("TERMS: what the outputs name", .dim) + "\n\n"
    for term in OutputTerm.all { text += style.paint(term.name, .bold) + "\n" + layout.paragraph(term.definition, indent: 2) }
    return text + "\n" + layout.paragraph("newsprint explain NAME shows an example and the limits.")
  }

  /// One category or flag in full; nil when there is none of that name.
  package static func full(_ name: String, style: TerminalStyle) -> String? {
    if let category = DriftCategory(rawValue: name) { return full(category, style: style) }
    let layout = TextLayout(style: style)
    if let term = OutputTerm.all.first(where: { $0.name == name }) {
      return style.paint(term.name, .bold) + "\n" + layout.paragraph(term.definition, indent: 2)
    }
    guard let rule = FlagID(rawValue: name).flatMap(QualityRules.rule) else { return nil }
    return style.paint(rule.id.rawValue, .bold) + "\n" + layout.paragraph(rule.definition, indent: 2)
      + "\nExample\n" + layout.paragraph(rule.example, indent: 2)
      + "\nLimits\n" + layout.paragraph(rule.limits, indent: 2)
      + "\nScore\n" + layout.paragraph("Adds \(Decimals.shortest(rule.weight, digits: 2)) at most.", indent: 2)
  }

  /// One category in full.
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
