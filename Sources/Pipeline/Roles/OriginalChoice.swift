/// Chooses the article that a story's others come from.
///
/// Every sign adds to a candidate's score: earliest publication most of all, then the wire's own credit, length, and containment
/// of the others. An update is never the original while there is another, and a version with a machine's signs hardly ever. The
/// confidence is margin / (margin + 1/4) over the best other text: 0 when nothing tells two candidates apart.
struct OriginalChoice {
  struct Candidate {
    var article: UInt32
    var score: Float = 0
    var reasons: [String] = []
  }

  private(set) var candidates: [Candidate]
  private let table: ArticleTable

  init(_ members: [UInt32], table: ArticleTable, credits: [ArticleCredits]) {
    self.table = table
    candidates = members.map { Candidate(article: $0) }
    scoreDates()
    scoreCredits(credits)
    let longest = members.map { table.wordCounts[Int($0)] }.max() ?? 0
    for index in candidates.indices where longest > 0 {
      let words = table.wordCounts[Int(candidates[index].article)]
      add(index, 0.2 * Float(words) / Float(longest), words == longest ? "longest" : nil)
    }
  }

  private mutating func add(_ index: Int, _ score: Float, _ reason: String?) {
    candidates[index].score += score
    if let reason { candidates[index].reasons.append(reason) }
  }

  private mutating func scoreDates() {
    let dates = candidates.map { table.published[Int($0.article)] }
    guard let first = dates.min(), first != .max else { return }
    let isSure = !dates.contains(.max)
    guard Set(dates).count > 1 else { return }
    for index in dates.indices where dates[index] == first { add(index, isSure ? 2 : 1, "earliest") }
  }

  private mutating func scoreCredits(_ credits: [ArticleCredits]) {
    let isAnyCredited = candidates.contains { !credits[Int($0.article)].isCredited }
    for index in candidates.indices {
      let own = credits[Int(candidates[index].article)]
      if own.isRevision { add(index, -4, "revision marker") }
      if own.drawsOnSeveral {
        add(index, -0.6, "draws on several")
      } else if own.isCredited, isAnyCredited {
        add(index, 0.3, "credits \(own.wires.joined(separator: ", "))")
      }
    }
  }

  /// Whether the dates and markers leave it to the texts.
  var isOpen: Bool { candidates.count > 1 && confidence < 0.75 }

  mutating func addContainment(_ article: UInt32, ofOthers: Float, inOthers: Float) {
    guard let index = candidates.firstIndex(where: { $0.article == article }) else { return }
    add(index, 0.5 * (ofOthers - inOthers), ofOthers > inOthers ? Reason.share("contains the others", ofOthers) : nil)
  }

  /// Counts signs of a machine against an article.
  ///
  /// - Parameters:
  ///   - article: The version.
  ///   - degree: How many signs it has, 0...1.
  ///   - others: The most of such signs in any version.
  mutating func addMachineSigns(_ article: UInt32, _ degree: Float, others: Float) {
    guard let index = candidates.firstIndex(where: { $0.article == article }) else { return }
    add(index, -2 * degree, degree == 0 ? Reason.share("machine signs in others", others) : Reason.share("machine signs", degree))
  }

  /// The article with the best score; of equals the one that is preferred by length, content and id.
  var best: Candidate? { ranked.first }

  /// The best of each distinct text, best first.
  var ranked: [Candidate] {
    let order = candidates.sorted { a, b in
      a.score == b.score ? table.isPreferred(Int(a.article), to: Int(b.article), .original) : a.score > b.score
    }
    var seen: Set<ArticleTable.ContentHash> = []
    return order.filter { seen.insert(table.contents[Int($0.article)]).inserted }
  }

  var confidence: Float {
    let order = ranked
    guard let best = order.first else { return 0 }
    guard order.count > 1 else { return isDated(best.article) ? 0.9 : 0 }
    let margin = best.score - order[1].score
    return min(0.95, margin / (margin + 0.25))
  }

  /// Whether the article is earlier than every other of the same text.
  private func isDated(_ article: UInt32) -> Bool {
    let date = table.published[Int(article)]
    return candidates.allSatisfy { $0.article == article || table.published[Int($0.article)] > date }
  }
}
