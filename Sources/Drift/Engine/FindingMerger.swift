import Articles
import Text

/// Makes one finding of the same change found several times, and puts findings in the order of reading.
///
/// A name, a unit or a spelling that was replaced throughout is one change. Of anything else two places are the same change only where
/// the same words follow: "not pay the fine" and "not pay the costs" are two statements.
enum FindingMerger {
  private struct Key: Hashable {
    var rule: DriftRuleID
    var a: String?
    var b: String?
    /// The word behind the change in the first text that has it.
    var next: WordNumber?
  }

  /// Categories of which a change made throughout is one change.
  private static let throughout: Set<DriftCategory> = [.name, .unit, .term, .language, .fluency, .tense, .addition, .omission]

  private static func next(_ finding: DriftFinding, _ context: DriftContext) -> WordNumber? {
    guard !throughout.contains(finding.category) else { return nil }
    let (span, text) = finding.a.map { ($0, context.a) } ?? (finding.b ?? .init(0..<0), context.b)
    let index = text.tokenRange(span).upperBound
    return index < text.tokens.count ? text.tokens[index].word : nil
  }

  static func merge(_ findings: [DriftFinding], context: DriftContext, options: DriftOptions) -> [DriftFinding] {
    var merged: [DriftFinding] = []
    var places: [Key: Int] = [:]
    for finding in findings {
      let key = Key(
        rule: finding.rule, a: text(finding.a, in: context.a), b: text(finding.b, in: context.b), next: next(finding, context))
      if let place = places[key] {
        merged[place].count += finding.count
        if finding.confidence > merged[place].confidence {
          merged[place].confidence = finding.confidence
          merged[place].severity = max(finding.severity, merged[place].severity)
        }
      } else {
        places[key] = merged.count
        merged.append(finding)
      }
    }
    merged = HouseStyle(context: context).fold(withoutEchoes(merged, context)).filter { $0.severity >= options.minimumSeverity }
    return merged.enumerated().sorted { left, right in
      if left.element.severity != right.element.severity { return left.element.severity > right.element.severity }
      let first = left.element.a?.start ?? left.element.b?.start ?? 0
      let second = right.element.a?.start ?? right.element.b?.start ?? 0
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
  }

  /// Rules whose findings another speaker of a quotation makes superfluous.
  private static let echoes: Set<DriftRuleID> = [.attributionSpeaker, .nameReplaced, .nameExchanged, .namePart]

  /// Without the names that differ only because a quotation was given to another speaker, which is told already.
  ///
  /// Names of which each is found in its own article only were exchanged, whoever is quoted; they stay, as minor findings.
  private static func withoutEchoes(_ findings: [DriftFinding], _ context: DriftContext) -> [DriftFinding] {
    let moved = findings.filter { $0.rule == .quotationSpeaker }
    guard !moved.isEmpty else { return findings }
    return findings.compactMap { finding in
      guard echoes.contains(finding.rule), let a = text(finding.a, in: context.a), let b = text(finding.b, in: context.b) else {
        return finding
      }
      let isEcho = moved.contains { quotation in
        guard finding.count <= quotation.count, let one = text(quotation.a, in: context.a),
          let two = text(quotation.b, in: context.b)
        else { return false }
        return (one.contains(a) || a.contains(one)) && (two.contains(b) || b.contains(two))
      }
      guard isEcho else { return finding }
      guard finding.category == .name, areNew(finding, context) else { return nil }
      var echo = finding
      echo.confidence = min(echo.confidence, HouseStyle.confidence)
      echo.severity = .minor
      return echo
    }
  }

  /// No word of either name stands in the other article.
  private static func areNew(_ finding: DriftFinding, _ context: DriftContext) -> Bool {
    guard let a = finding.a, let b = finding.b else { return false }
    return context.a.tokens[context.a.tokenRange(a)].allSatisfy { !context.occurrences.wordsOfB.contains($0.word) }
      && context.b.tokens[context.b.tokenRange(b)].allSatisfy { !context.occurrences.wordsOfA.contains($0.word) }
  }

  /// The words of a side in lower case, so that the start of a sentence makes no difference.
  private static func text(_ span: DriftFinding.Span?, in text: LinguisticText) -> String? {
    span.map { String(decoding: text.bytes[$0.range], as: UTF8.self).lowercased() }
  }
}
