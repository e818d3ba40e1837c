internal import Tables
internal import Files
internal import Stories
internal import Text

/// The articles of some rows as story matching sees them: those that are nobody's copy, in content order.
struct StoryPart {
  let part: PartialBatch
  let copies: [CopyStage.Copy?]
  let distinct: DistinctArticles
  private let statistics: CorpusStatistics
  private let places: [UInt32: UInt32]

  init(_ rows: StageRows, _ steps: StageSteps) throws {
    part = try PartialBatch(rows, options: steps.options, wantsStories: true, context: steps.context)
    copies = try part.copies(rows.copies)
    distinct = DistinctArticles(part.corpus, copies: copies.map { $0?.of })
    statistics = rows.statistics
    places = Dictionary(uniqueKeysWithValues: zip(distinct.articles, 0..<UInt32(distinct.articles.count)))
  }

  /// - Throws: ``ReadingError`` when the statistics have no frequencies.
  func weighted(_ steps: StageSteps) throws -> (WeightedSequences, keys: [UInt64]) {
    guard let frequencies = statistics.frequencies else {
      throw ReadingError(
        .content, "the statistics have no frequencies of words",
        advice: "Count them with newsprint stage statistics --of stories, and give the file with --statistics.")
    }
    return try StoryStage(options: steps.options.stories, context: steps.context).weigh(distinct.sequences, frequencies)
  }

  func number(_ place: UInt32) -> GlobalNumber { part.number(distinct.articles[Int(place)]) }

  func order(of article: UInt32) -> ContentOrder {
    ContentOrder(part.corpus.table.contents[Int(article)], tie: part.number(article))
  }

  /// - Throws: ``ReadingError`` when the article's row is missing, or it is a copy.
  func place(_ number: GlobalNumber) throws(ReadingError) -> UInt32 {
    guard let place = places[try part.required(number)] else {
      throw ReadingError(
        .content, "the article with the number \(number) is a copy, and copies have no links", advice: "Send kept articles.")
    }
    return place
  }
}

/// Places in a list of articles in content order, by the articles' numbers.
struct PlaceNumbers {
  let articles: [UInt32]
  private let part: PartialBatch
  private let places: [UInt32: UInt32]
  private let placesOfContent: [ArticleTable.ContentHash: UInt32]

  init(_ part: PartialBatch, articles: [UInt32]) {
    self.part = part
    self.articles = articles
    let contents = part.corpus.table.contents
    places = Dictionary(uniqueKeysWithValues: zip(articles, 0..<UInt32(articles.count)))
    placesOfContent = Dictionary(
      zip(articles.lazy.map { contents[Int($0)] }, 0..<UInt32(articles.count)), uniquingKeysWith: { first, _ in first })
  }

  /// The place of an article, or of the one with its text that stays now; nil when the part has not got it.
  func place(_ number: GlobalNumber) -> UInt32? {
    guard let article = part.article(number) else { return nil }
    return places[article] ?? placesOfContent[part.corpus.table.contents[Int(article)]]
  }

  func pair(_ a: GlobalNumber, _ b: GlobalNumber) -> UInt64? {
    guard let first = place(a), let second = place(b), first != second else { return nil }
    return UInt64(min(first, second)) << 32 | UInt64(max(first, second))
  }

  /// The candidate pairs, ascending, each once.
  func pairs(_ rows: [PairRow]) throws(ReadingError) -> [UInt64] {
    var pairs: [UInt64] = []
    for row in rows {
      _ = try part.required(row.a)
      _ = try part.required(row.b)
      if let pair = pair(row.a, row.b) { pairs.append(pair) }
    }
    return pairs.sorted().deduplicated()
  }
}
