/// When a similar pair is one story, when only one event, and when one form filled twice.
package struct StoryRule: Sendable, Hashable {
  /// Least story similarity of two articles about one event, 0...1.
  package var event: Float = 0.14
  /// Least story similarity of two versions of one story, 0...1.
  package var story: Float = 0.23
  /// Similarity outside quotation marks that makes one story whatever the quotations share.
  package var outsideQuotes: Float = 0.35
  /// Otherwise it must be this share of the whole similarity.
  package var keptOutsideQuotes: Float = 0.78
  /// From this similarity on no two independent reports are so alike, whatever they quote.
  package var sameWording: Float = 0.6
  /// Articles with fewer words outside quotation marks are not judged by them.
  package var leastOutsideWords = 30

  package init() {}

  package enum Verdict: UInt8, Sendable {
    case unrelated, event, story
    /// Recurring form: counts against the pair.
    case template
    /// Similar as one story is, but for quotations: the event only.
    case sharedQuotes
  }

  package func verdict(
    similarity: Float, template: TemplateEvidence, outside: @autoclosure () -> OutsideQuotes
  ) -> Verdict {
    guard similarity >= event else { return .unrelated }
    if template.isTemplate { return .template }
    guard similarity >= story else { return .event }
    if similarity >= sameWording { return .story }
    let outside = outside()
    guard outside.words >= leastOutsideWords else { return .story }
    let isSame = outside.similarity >= outsideQuotes || outside.similarity >= keptOutsideQuotes * similarity
    return isSame ? .story : .sharedQuotes
  }
}
