internal import Relations

/// The texts of one story as they are measured, and what was measured: in a small story every pair is looked at twice, when the
/// original is chosen and when a version gets its role.
struct StoryMeasures {
  /// A text with the site whose boilerplate is left out of it.
  private struct Text: Hashable {
    var article: UInt32
    var site: UInt64
  }

  private struct Pair: Hashable { var a: Text, b: Text }

  let texts: StoryTexts
  /// Large stories are not compared pair by pair, and would fill the memory.
  private let isKept: Bool
  private var articles: [Text: PairMeter.Article] = [:]
  private var evidence: [Pair: PairEvidence] = [:]

  init(_ texts: StoryTexts, isKept: Bool) {
    self.texts = texts
    self.isKept = isKept
  }

  /// The version ready for measuring; nil when it has no text.
  mutating func version(_ article: UInt32, site: UInt64, _ desk: inout StoryDesk) -> Version? {
    let text = Text(article: article, site: site)
    if let known = articles[text] { return Version(article: article, site: site, measured: known) }
    guard let read = texts.measurable(article, site: site, &desk.reader, &desk.meter) else { return nil }
    // The first that is asked for is the original, which all others are held against.
    if isKept || articles.isEmpty { articles[text] = read }
    return Version(article: article, site: site, measured: read)
  }

  /// How `b` relates to `a`.
  mutating func evidence(_ a: Version, _ b: Version, _ desk: inout StoryDesk) -> PairEvidence {
    let pair = Pair(a: Text(article: a.article, site: a.site), b: Text(article: b.article, site: b.site))
    if let known = evidence[pair] { return known }
    let measured = desk.meter.measure(a.measured, b.measured)
    if isKept { evidence[pair] = measured }
    return measured
  }
}
