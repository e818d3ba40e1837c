internal import Boilerplate
internal import Drift
internal import Pipeline
internal import Relations
internal import Stories

/// The pairs that nearly joined a story.
enum NearMisses {
  /// Pairs just outside that a story names.
  private static let most = 6
  /// Pairs that a thread judges at a time.
  private static let blockPairs = 64

  /// Adds to every story its nearest pairs with other stories, and what kept them apart.
  static func add(_ clusters: ClusterJob.Result, _ places: ArticlePlaces, to model: inout ReportModel) {
    for edge in clusters.alike {
      let (a, b) = (places.place(edge.first), places.place(edge.second))
      let stories = (model.articles[a].story, model.articles[b].story)
      guard stories.0 != stories.1 else { continue }
      let reason: ReportNearMiss.Reason =
        switch edge.verdict {
        case .template: .template
        case .followUp, .otherTime: .followUp
        case .story: .otherGroup
        case .event, .unrelated: .belowThreshold
        }
      let similarity = Double(edge.similarity).shortened
      model.stories[stories.0].nearMisses.append(.init(member: a, other: b, similarity: similarity, reason: reason))
      model.stories[stories.1].nearMisses.append(.init(member: b, other: a, similarity: similarity, reason: reason))
    }
    for story in model.stories.indices where !model.stories[story].nearMisses.isEmpty {
      // One line for each story outside: its nearest pair.
      var nearest: [Int: ReportNearMiss] = [:]
      for miss in model.stories[story].nearMisses {
        let other = model.articles[miss.other].story
        if let known = nearest[other], (known.similarity, -known.other) >= (miss.similarity, -miss.other) { continue }
        nearest[other] = miss
      }
      let order = nearest.values.sorted { ($0.similarity, -$0.other) > ($1.similarity, -$1.other) }
      model.stories[story].nearMisses = Array(order.prefix(most))
    }
  }

  /// Adds the relation of the two articles of each pair, as `newsprint compare` gives it: of the later one to the earlier.
  static func judge(_ model: inout ReportModel, in context: RunContext) throws {
    let articles = model.articles
    let pairs = Set(model.stories.lazy.flatMap(\.nearMisses).map { Pair($0, articles) })
      .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    let pieces = Parallel.pieces(of: pairs.count, size: blockPairs)
    let found = try Parallel.map(pieces.count, in: context, makeState: { PairReader() }) { piece, reader in
      pairs[pieces[piece]].map { reader.relation(articles[$0.first], articles[$0.second]) }
    }
    let relations = Dictionary(uniqueKeysWithValues: zip(pairs, found.joined()))
    for story in model.stories.indices {
      for place in model.stories[story].nearMisses.indices {
        model.stories[story].nearMisses[place].relation = relations[Pair(model.stories[story].nearMisses[place], articles)]
      }
    }
  }

  /// Two articles, the earlier one first.
  private struct Pair: Hashable {
    var first: Int
    var second: Int

    init(_ miss: ReportNearMiss, _ articles: [ReportArticle]) {
      let (a, b) = (min(miss.member, miss.other), max(miss.member, miss.other))
      let isReversed = (articles[b].published ?? "~") < (articles[a].published ?? "~")
      (first, second) = isReversed ? (b, a) : (a, b)
    }
  }

  /// What a thread needs to judge pairs.
  private struct PairReader: ~Copyable {
    var judge = RelationJudge()
    var reader = BodyReader(detector: BoilerplateDetector.standard)

    mutating func relation(_ a: ReportArticle, _ b: ReportArticle) -> Relation {
      let titles = ArticleTitles(a: Array(a.title.utf8), b: Array(b.title.utf8))
      let first = reader.body(Array((a.text ?? "").utf8), title: titles.a)
      let second = reader.body(Array((b.text ?? "").utf8), title: titles.b)
      return judge.judge(first, second, titles: titles).relation
    }
  }
}
