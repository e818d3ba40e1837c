import TextAnalysis

/// Makes one finding of the same change found several times, and puts findings in the order of reading.
enum FindingMerger {
  private struct Key: Hashable {
    var rule: String
    var a: String?
    var b: String?
  }

  static func merge(_ findings: [DriftFinding], context: DriftContext, options: DriftOptions) -> [DriftFinding] {
    var merged: [DriftFinding] = []
    var places: [Key: Int] = [:]
    for finding in findings {
      let key = Key(rule: finding.rule, a: text(finding.a, in: context.a), b: text(finding.b, in: context.b))
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
    return merged.enumerated().sorted { left, right in
      if left.element.severity != right.element.severity { return left.element.severity > right.element.severity }
      let first = left.element.a?.start ?? left.element.b?.start ?? 0
      let second = right.element.a?.start ?? right.element.b?.start ?? 0
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
  }

  /// The words of a side in lower case, so that the start of a sentence makes no difference.
  private static func text(_ span: DriftFinding.Span?, in text: LinguisticText) -> String? {
    span.map { String(decoding: text.bytes[$0.range], as: UTF8.self).lowercased() }
  }
}
