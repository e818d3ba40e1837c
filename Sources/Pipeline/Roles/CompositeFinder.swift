internal import Relations

/// Finds articles of their own story that draw on two other stories of the event or more.
struct CompositeFinder {
  let table: ArticleTable
  let texts: [UInt32: ReadArticle]

  /// What makes `article` a composite of the `sources` it is linked to, the closest first; nil when it is none.
  func reading(_ article: UInt32, sources: [UInt32]) -> RoleReading? {
    guard let own = texts[article] else { return nil }
    if own.credits.drawsOnSeveral {
      return RoleReading(
        role: .composite, confidence: RoleTuning.creditedComposite, similarity: 1,
        evidence: ["credits \(own.credits.wires.joined(separator: ", "))"])
    }
    let date = table.published[Int(article)]
    // Whoever is earlier is no composite of what came after it.
    let earlier = sources.filter { table.published[Int($0)] <= date || date == .max }.prefix(RoleTuning.mostSources)
    let measured = earlier.compactMap { texts[$0]?.version?.measured }
    guard let version = own.version?.measured, measured.count == earlier.count, earlier.count >= 2 else { return nil }
    let coverage = SourceCoverage(of: version, by: measured)
    let strong = coverage.exclusive.count { $0 >= RoleTuning.sourceShare }
    guard strong >= 2, coverage.total >= RoleTuning.sourcesTotal else { return nil }
    return RoleReading(
      role: .composite, confidence: min(0.9, 0.4 + coverage.total), similarity: 1,
      evidence: [Reason.count("draws on story", strong), Reason.share("verbatim", coverage.total)])
  }
}
