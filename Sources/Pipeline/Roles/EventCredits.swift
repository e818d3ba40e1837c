internal import Credits

/// What is known of an event only when all its articles were read: its independent sources, and credits that copies lost.
struct EventCredits {
  let grouping: StoryGrouping
  let members: [ClusterJob.Member]
  let credits: [ArticleCredits]

  /// The sources of each event that do not copy from each other, see ``IndependentSources``.
  func sources() -> [EventSources] {
    var found = [[IndependentSources.Member]](repeating: [], count: grouping.events.count)
    for (event, articles) in grouping.articlesByEvent.enumerated() {
      for article in articles {
        let member = members[Int(article)]
        let own = credits[Int(article)]
        found[event].append(
          IndependentSources.Member(
            story: grouping.stories[Int(member.story)].id, agencies: own.agencies, labels: own.wires, publisher: own.publisher,
            isOriginal: member.original == article))
      }
    }
    return found.map { EventSources(IndependentSources.sources(of: $0)) }
  }

  /// The copies of a credited story that name no agency.
  ///
  /// A story is credited when its original is beyond doubt, or at least half of its articles are: a copy may have kept what the
  /// version that is taken for the original lost. An agency's own page need not name it. Only copies of the same text can lose a
  /// credit; other reports never had it.
  func lost() -> [UInt32] {
    grouping.stories.flatMap { story -> [UInt32] in
      guard story.members.count > 1 else { return [] }
      let versions = story.members.filter { members[Int($0)].role != .composite }
      let original = members[Int(story.members[0])].original
      let credited = versions.count { credits[Int($0)].isSure }
      guard credits[Int(original)].isSure || (credited > 0 && credited * 2 >= versions.count) else { return [] }
      return versions.filter {
        let role = members[Int($0)].role
        if let publisher = credits[Int($0)].publisher, credits[Int(original)].agencies.contains(publisher.key) { return false }
        return !credits[Int($0)].mayCredit && (role.isSameText || role == .machineRewrite || role == .original)
      }
    }
  }
}

/// The sources of an event that do not copy from each other.
package struct EventSources: Sendable, Hashable {
  /// How many, 1 or more.
  package let count: Int
  /// The names of the agencies and publishers among them, in order; fewer than ``count`` where neither is known.
  package let names: [String]

  init(_ sources: [IndependentSources.Source]) {
    count = max(1, sources.count)
    names = sources.compactMap(\.name).sorted()
  }
}
