/// Where and when an article appeared, as far as that is known.
package struct ArticleOrigin: Sendable, Hashable {
  /// A hash of the outlet, 0 when it is not known.
  package var outlet: UInt64
  /// Seconds since 1970, nil when the date is not known.
  package var published: Int64?

  package init(outlet: UInt64 = 0, published: Int64? = nil) {
    self.outlet = outlet
    self.published = published
  }
}

/// What is known about two articles beside their texts that tells versions of one story from the next story.
///
/// An outlet prints a story again within hours; what it prints in the same words on another day is the next bulletin, the next
/// round, the next day's news of the same affair.
package struct StorySetting: Sendable, Hashable {
  /// Whether both outlets are known, and two.
  package var areOtherOutlets = false
  /// Whether both outlets are known, and one.
  package var isOneOutlet = false
  /// Hours between the two, nil when a date is not known.
  package var hoursApart: Float?

  package init() {}

  package init(_ a: ArticleOrigin, _ b: ArticleOrigin) {
    let areKnown = a.outlet != 0 && b.outlet != 0
    areOtherOutlets = areKnown && a.outlet != b.outlet
    isOneOutlet = areKnown && a.outlet == b.outlet
    guard let first = a.published, let second = b.published else { return }
    let (seconds, overflow) = max(first, second).subtractingReportingOverflow(min(first, second))
    hoursApart = overflow ? .greatestFiniteMagnitude : Float(seconds) / 3_600
  }
}
