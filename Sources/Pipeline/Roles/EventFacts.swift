internal import Credits
package import Quality

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

/// A defect that a site's pages have by the hundred: how the site is made, and nothing that ranks one article before another.
///
/// A site that prints its first paragraph twice does so in a third of its articles. Each keeps its flag, which is true; it counts
/// as minor there, and is told once for the site.
package struct SiteHabit: Sendable, Hashable {
  package var flag: FlagID
  /// The site's name, or empty where only its hash is known.
  package var site: String
  /// Articles with the defect, and all of the site.
  package var articles: Int
  package var of: Int
}

enum SiteHabits {
  /// Defects that come from how pages are made.
  static let flags: [FlagID] = [.repeatedParagraph]

  /// Finds the habits, and makes their flags minor; `sites` has a hash an article, 0 where the site is not known.
  ///
  /// Linear. The order of the articles does not matter.
  static func settle(_ reports: inout [QualityReport], sites: [UInt64], credits: [ArticleCredits]) -> [SiteHabit] {
    var habits: [SiteHabit] = []
    for flag in flags {
      var counts: [UInt64: (with: Int, all: Int, name: String?)] = [:]
      for (article, report) in reports.enumerated() where sites[article] != 0 {
        var count = counts[sites[article]] ?? (0, 0, nil)
        count.all += 1
        if report.flags.contains(where: { $0.flag == flag }) {
          count.with += 1
          if let name = credits[article].publisher?.name { count.name = min(count.name ?? name, name) }
        }
        counts[sites[article]] = count
      }
      counts = counts.filter {
        $1.with >= HabitTuning.leastArticles && Double($1.with) >= HabitTuning.leastShare * Double($1.all)
      }
      guard !counts.isEmpty else { continue }
      for article in reports.indices where counts[sites[article]] != nil {
        if reports[article].flags.contains(where: { $0.flag == flag }) { reports[article].lower(flag, because: message) }
      }
      habits += counts.values.map { SiteHabit(flag: flag, site: $0.name ?? "", articles: $0.with, of: $0.all) }
    }
    return habits.sorted { ($0.flag.rawValue, $0.site, $0.articles) < ($1.flag.rawValue, $1.site, $1.articles) }
  }

  static let message = "Many articles of this site do."
}
