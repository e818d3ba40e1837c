/// A role with what led to it.
package struct RoleReading: Sendable {
  package var role: Role
  /// 0...1.
  package var confidence: Float
  /// Likeness to the original, 0...1: resemblance, for an excerpt containment, for a rewrite story similarity.
  package var similarity: Float
  /// Short reasons that a program can read: "order 0.98", "quotation altered x4".
  package var evidence: [String]
}

enum Reason {
  /// Such as `resemblance 0.13`.
  static func share(_ name: String, _ value: Float) -> String { "\(name) \(decimal(value))" }

  /// Such as `quotation altered x4`.
  static func count(_ name: String, _ count: Int) -> String { count > 1 ? "\(name) x\(count)" : name }

  private static func decimal(_ value: Float) -> String {
    let hundredths = Int((max(0, min(1, value)) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
