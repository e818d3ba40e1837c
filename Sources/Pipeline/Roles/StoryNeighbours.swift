internal import Stories

/// The other stories of an event that an article is linked to by verified pairs.
struct StoryNeighbours: Sendable {
  /// Links by article, the closest first once sorted.
  private var links: [UInt32: [(article: UInt32, similarity: Float)]] = [:]

  /// Links of articles that are alone in their story.
  init(_ grouping: StoryGrouping) {
    for edge in grouping.edges where edge.verdict != .template && edge.verdict != .unrelated {
      let (first, second) = (grouping.distinct.articles[Int(edge.first)], grouping.distinct.articles[Int(edge.second)])
      let stories = (grouping.storyOf[Int(first)], grouping.storyOf[Int(second)])
      guard grouping.eventOf[Int(first)] == grouping.eventOf[Int(second)], stories.0 != stories.1 else { continue }
      if grouping.stories[Int(stories.0)].members.count == 1 { links[first, default: []].append((second, edge.similarity)) }
      if grouping.stories[Int(stories.1)].members.count == 1 { links[second, default: []].append((first, edge.similarity)) }
    }
  }

  /// The originals of the linked stories, each once, the most similar first.
  func sources(of article: UInt32, original: (UInt32) -> UInt32) -> [UInt32] {
    let linked = (links[article] ?? []).sorted { ($1.similarity, $0.article) < ($0.similarity, $1.article) }
    var sources: [UInt32] = []
    for link in linked {
      let source = original(link.article)
      if !sources.contains(source) { sources.append(source) }
    }
    return sources
  }

  /// Whether the article is linked to other stories.
  func isLinked(_ article: UInt32) -> Bool { links[article] != nil }
}
