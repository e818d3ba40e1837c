internal import Credits

/// What is known of an event only when all its articles were read: its independent sources, and credits that copies lost.
struct EventCredits {
  let grouping: StoryGrouping
  let members: [ClusterJob.Member]
  let credits: [ArticleCredits]
  let sites: [UInt64]

  /// How many sources of each event do not copy from each other, see ``IndependentSources``.
  func sourceCounts() -> [Int] {
    var found = [[IndependentSources.Member]](repeating: [], count: grouping.events.count)
    for (event, articles) in grouping.articlesByEvent.enumerated() where articles.count > 1 {
      for article in articles {
        let member = members[Int(article)]
        let site = sites[Int(article)]
        found[event].append(
          IndependentSources.Member(
            story: grouping.stories[Int(member.story)].id, agencies: credits[Int(article)].agencies,
            outlet: site == 0 ? nil : String(site, radix: 16), isOriginal: member.original == article))
      }
    }
    return found.map { $0.isEmpty ? 1 : IndependentSources.count($0) }
  }

  /// The copies of a credited story that name no agency.
  ///
  /// A story is credited when its original is beyond doubt, or at least half of its articles are: a copy may have kept what the
  /// version that is taken for the original lost. Only copies of the same text can lose a credit; other reports never had it.
  func lost() -> [UInt32] {
    grouping.stories.flatMap { story -> [UInt32] in
      guard story.members.count > 1 else { return [] }
      let versions = story.members.filter { members[Int($0)].role != .composite }
      let original = members[Int(story.members[0])].original
      let credited = versions.count { credits[Int($0)].isSure }
      guard credits[Int(original)].isSure || (credited > 0 && credited * 2 >= versions.count) else { return [] }
      return versions.filter {
        let role = members[Int($0)].role
        return !credits[Int($0)].mayCredit && (role.isSameText || role == .machineRewrite || role == .original)
      }
    }
  }
}

extension Role {
  /// Whether an article of this role is its source's text but for edits.
  var isSameText: Bool { self == .reprint || self == .edited || self == .excerpt }
}
