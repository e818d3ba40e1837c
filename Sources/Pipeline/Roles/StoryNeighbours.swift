internal import Stories

/// The other stories of an event that an article is linked to by verified pairs.
struct StoryNeighbours {
  private let result: ClusterJob.Result
  /// Links by place, the closest first.
  private var links: [UInt32: [(place: UInt32, similarity: Float)]] = [:]

  init(_ result: ClusterJob.Result) {
    self.result = result
    for edge in result.edges where edge.verdict != .template && edge.verdict != .unrelated {
      let articles = (result.distinct.articles[Int(edge.first)], result.distinct.articles[Int(edge.second)])
      let members = (result.members[Int(articles.0)], result.members[Int(articles.1)])
      guard members.0.event == members.1.event, members.0.story != members.1.story else { continue }
      if isAlone(members.0) { links[edge.first, default: []].append((edge.second, edge.similarity)) }
      if isAlone(members.1) { links[edge.second, default: []].append((edge.first, edge.similarity)) }
    }
  }

  private func isAlone(_ member: ClusterJob.Member) -> Bool { result.stories[Int(member.story)].members.count == 1 }

  /// The originals of the linked stories, each once, the most similar first.
  func sources(of article: UInt32) -> [UInt32] {
    let linked = (links[result.distinct.places[Int(article)]] ?? []).sorted {
      ($1.similarity, $0.place) < ($0.similarity, $1.place)
    }
    var sources: [UInt32] = []
    for link in linked {
      let original = result.members[Int(result.distinct.articles[Int(link.place)])].original
      if !sources.contains(original) { sources.append(original) }
    }
    return sources
  }
}
