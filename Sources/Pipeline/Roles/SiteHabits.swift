internal import Credits
package import Quality

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
