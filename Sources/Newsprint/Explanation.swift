internal import Drift
internal import Quality

/// What a drift rule or a flag means, with an example and its limits.
///
/// ```swift
/// for explanation in Explanation.all { print(explanation.name, explanation.definition) }
/// ```
public struct Explanation: Sendable, Hashable {
  /// The drift category that the rule reports, or the flag's name.
  public let name: String
  /// What it means, a sentence or two.
  public let definition: String
  /// An invented example; of a drift rule a sentence and its changed copy.
  public let example: [String]
  /// What is not seen, and where it errs.
  public let limits: String
}

extension Explanation {
  /// Every drift rule, then every flag.
  public static var all: [Explanation] {
    DriftRules.all.map { rule in
      let explanation = rule.explanation
      return Explanation(
        name: rule.category.rawValue, definition: explanation.definition,
        example: [explanation.example.a, explanation.example.b],
        limits: explanation.limits)
    }
      + QualityRules.all.map {
        Explanation(name: $0.id.rawValue, definition: $0.definition, example: [$0.example], limits: $0.limits)
      }
  }
}
