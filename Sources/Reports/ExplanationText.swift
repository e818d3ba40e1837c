package import Drift
package import Output
internal import Quality
internal import Resources
internal import Tables

/// What `newsprint explain` prints: drift categories, quality flags and the other words of the outputs.
package enum ExplanationText {
  /// Everything that can be explained.
  package static var names: [String] {
    DriftCategory.allCases.map(\.rawValue) + FlagID.allCases.map(\.rawValue) + Glossary.entries.map(\.name)
      + DriftRuleID.allCases.map(\.rawValue)
  }

  /// The name that is meant, however it was written: "Wire Lost", "WIRE-LOST"; nil when there is none.
  package static func name(_ written: String) -> String? { names.first { plain($0) == plain(written) } }

  /// The name that is nearest to a word which is none; nil when none is near.
  package static func nearest(_ written: String) -> String? {
    NearestName.of(written, among: names, plain: plain)
  }

  /// In small letters with hyphens: `Wire Lost`, `wire_lost` and the `wireLost` of the report's model are `wire-lost`.
  private static func plain(_ name: String) -> String {
    var plain = ""
    var wasSmall = false
    for letter in name {
      if letter.isUppercase, wasSmall { plain += "-" }
      plain += " _-".contains(letter) ? "-" : letter.lowercased()
      wasSmall = letter.isLowercase
    }
    return plain
  }

  /// Every category and flag with its definition.
  package static func list(style: TerminalStyle) -> String {
    let layout = TextLayout(style: style)
    var text = style.paint("DRIFT: what copying changed", .dim) + "\n\n"
    for category in DriftCategory.allCases {
      guard let explanation = explanations(of: category).first else { continue }
      text += style.paint(category.rawValue, .bold) + "\n" + layout.paragraph(explanation.definition, indent: 2)
    }
    text += "\n" + style.paint("FLAGS: what is wrong with an article", .dim) + "\n\n"
    for rule in QualityRules.all {
      text += style.paint(rule.id.rawValue, .bold) + "\n" + layout.paragraph(rule.definition, indent: 2)
    }
    text += "\n" + style.paint("WORDS of the outputs", .dim) + "\n\n"
    for entry in Glossary.entries {
      text += style.paint(entry.name, .bold) + "\n" + layout.paragraph(entry.definition, indent: 2)
    }
    return text + "\n" + layout.paragraph("newsprint explain NAME shows an example and the limits.")
  }

  /// One category or flag in full; nil when there is none of that name.
  package static func full(_ name: String, style: TerminalStyle) -> String? {
    if let category = DriftCategory(rawValue: name) ?? DriftRuleID(rawValue: name)?.category {
      return full(category, style: style)
    }
    let layout = TextLayout(style: style)
    if let entry = Glossary.entry(name) {
      return style.paint(entry.name, .bold) + "\n" + layout.paragraph(entry.definition, indent: 2)
    }
    guard let rule = FlagID(rawValue: name).flatMap(QualityRules.rule) else { return nil }
    return style.paint(rule.id.rawValue, .bold) + "\n" + layout.paragraph(rule.definition, indent: 2)
      + "\nExample\n" + layout.paragraph(rule.example, indent: 2)
      + "\nLimits\n" + layout.paragraph(rule.limits, indent: 2)
      + "\nScore\n" + layout.paragraph("Adds \(Decimals.shortest(rule.weight, digits: 2)) at most.", indent: 2)
  }

  /// One category in full: every rule that reports it, and what its findings are called.
  package static func full(_ category: DriftCategory, style: TerminalStyle) -> String {
    let rules = rules(of: category)
    guard !rules.isEmpty else { return "\(category.rawValue): no rule reports it.\n" }
    let layout = TextLayout(style: style)
    var text = style.paint(category.rawValue, .bold) + "\n"
    for rule in rules {
      let explanation = rule.explanation
      text += layout.paragraph(explanation.definition, indent: 2)
      text += "\nExample\n" + layout.paragraph("A  " + explanation.example.a, indent: 2)
      text += layout.paragraph("B  " + explanation.example.b, indent: 2)
      text += "\nLimits\n" + layout.paragraph(explanation.limits, indent: 2)
      text += "\nLanguages\n" + layout.paragraph(rule.languages.description, indent: 2) + "\n"
    }
    let parts = DriftRuleID.allCases.filter { $0.category == category }
    text += "Findings\n"
    for part in parts { text += layout.paragraph("\(part.rawValue), at most \(part.gravity.rawValue)", indent: 2) }
    return text
  }

  /// The rules of a category, each explanation once.
  private static func rules(of category: DriftCategory) -> [any DriftRule.Type] {
    var seen: Set<String> = []
    return DriftRules.all.filter { $0.category == category && seen.insert($0.explanation.definition).inserted }
  }

  private static func explanations(of category: DriftCategory) -> [RuleExplanation] { rules(of: category).map { $0.explanation } }
}

/// The words of the outputs that are neither drift categories nor flags, for `newsprint explain`: the rows of `glossary.tsv`.
enum Glossary {
  struct Entry {
    var name: String
    var definition: String
  }

  static let entries = Resource.rows("glossary.tsv").filter { $0.count == 2 }.map {
    Entry(name: String($0[0]), definition: String($0[1]))
  }

  static func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }
}

/// The name that somebody meant who wrote another.
package enum NearestName {
  /// The nearest of the names as `plain` has them; nil when none is near.
  package static func of(_ written: String, among names: [String], plain: (String) -> String = { $0 }) -> String? {
    let word = Array(plain(written).utf8)
    let most = min(mostSlips, word.count / 3)
    return names.compactMap { name in EditDistance.within(most, word, Array(plain(name).utf8)).map { (slips: $0, name: name) } }
      .min { $0.slips < $1.slips }?.name
  }

  /// Letters by which a word may differ from the one that is meant.
  private static let mostSlips = 2
}
