internal import Articles
internal import Boilerplate
internal import Copies
internal import Files
internal import Input
internal import Stories
internal import Tables
internal import Text

/// The articles of some rows as a batch of their own, which knows what the whole batch has told.
struct PartialBatch {
  private(set) var batch: Batch
  /// The number of each article in the whole batch, ascending.
  let numbers: [GlobalNumber]
  private let places: [GlobalNumber: UInt32]

  /// - Throws: ``ReadingError`` when the statistics are not finished, or a row is no article.
  init(_ rows: StageRows, options: BatchOptions, wantsStories: Bool, context: RunContext) throws {
    guard let recurring = rows.statistics.recurring, let configuration = rows.statistics.configuration else {
      throw ReadingError(
        .content, "the statistics are not finished", advice: "Run newsprint stage statistics --merge --finish over all parts.")
    }
    var options = options
    options.fingerprint = configuration
    options.reading = Self.reading
    let numbers = rows.articles.keys.sorted()
    self.numbers = numbers
    let places = Dictionary(uniqueKeysWithValues: zip(numbers, 0..<UInt32(numbers.count)))
    self.places = places
    let statistics = rows.statistics
    batch = try Batch(
      part: .memory(Self.lines(rows, numbers), name: "rows"),
      of: { batch in
        try Self.check(batch.corpus, numbers)
        return BatchBoilerplate(
          recurring: recurring,
          passages: CommonPassages(runs: statistics.runs, members: Set(statistics.members.compactMap { places[$0] })))
      }, recurring: recurring, options: options, wantsStories: wantsStories, context: context)
  }

  var corpus: Corpus { batch.corpus }

  /// Rows have the default names and no others, and may be as long as they like.
  static var reading: ReadingOptions {
    var reading = ReadingOptions()
    reading.fields.chosen = Set(ArticleField.allCases)
    reading.maxRecordBytes = ReadingOptions.largestRecord
    return reading
  }

  /// The articles' rows one after the other, by their numbers.
  static func lines(_ rows: StageRows, _ numbers: [GlobalNumber]) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in numbers {
      bytes += rows.articles[number] ?? []
      bytes.append(0x0A)
    }
    return bytes
  }

  /// - Throws: ``ReadingError`` when a row is no article, has no id, or one that another has.
  static func check(_ corpus: Corpus, _ numbers: [GlobalNumber]) throws(ReadingError) {
    if let skipped = corpus.skipped.first {
      throw ReadingError(
        .content, "an article's row cannot be read: \(skipped.reason)", advice: "Give every article id and text.")
    }
    guard corpus.active.count == numbers.count else {
      throw ReadingError(.content, "an id comes twice", advice: "Give each article an id of its own.")
    }
    for article in corpus.active where corpus.table.id(Int(article)).isEmpty {
      throw ReadingError(
        .content, "the article with the number \(numbers[Int(article)]) has no id", advice: "Give each article an id of its own.")
    }
  }

  /// The article of a number.
  func article(_ number: GlobalNumber) -> UInt32? { places[number] }

  func number(_ article: UInt32) -> GlobalNumber { numbers[Int(article)] }

  /// - Throws: ``ReadingError`` that names an article whose row is missing.
  func required(_ number: GlobalNumber) throws(ReadingError) -> UInt32 {
    guard let article = places[number] else {
      throw ReadingError(
        .content, "the article with the number \(number) is missing",
        advice: "Send whole components: every article that a row names.")
    }
    return article
  }

  /// What each article is a copy of.
  func copies(_ rows: [CopyRow]) throws(ReadingError) -> [CopyStage.Copy?] {
    var copies = [CopyStage.Copy?](repeating: nil, count: corpus.table.count)
    for row in rows {
      copies[Int(try required(row.n))] = CopyStage.Copy(
        of: try required(row.of), relation: row.relation, resemblance: row.resemblance, containment: row.containment)
    }
    return copies
  }
}

/// The articles of some rows as story matching sees them: those that are nobody's copy, in content order.
struct StoryPart {
  let part: PartialBatch
  let copies: [CopyStage.Copy?]
  let distinct: DistinctArticles
  let texts: StoryTexts
  private let statistics: CorpusStatistics
  private let places: [UInt32: UInt32]

  init(_ rows: StageRows, _ steps: StageSteps) throws {
    part = try PartialBatch(rows, options: steps.options, wantsStories: true, context: steps.context)
    copies = try part.copies(rows.copies)
    distinct = DistinctArticles(part.corpus, copies: copies.map { $0?.of })
    texts = StoryTexts(part.corpus, distinct)
    statistics = rows.statistics
    places = Dictionary(uniqueKeysWithValues: zip(distinct.articles, 0..<UInt32(distinct.articles.count)))
  }

  /// The texts with their weights, and the rare keys of each, `UInt64(pair: key, place)`.
  ///
  /// - Throws: ``ReadingError`` when the statistics have no frequencies.
  func weighed(_ steps: StageSteps) throws -> (WeighedTexts, keys: [UInt64]) {
    guard let frequencies = statistics.frequencies else {
      throw ReadingError(
        .content, "the statistics have no frequencies of words",
        advice: "Count them with newsprint stage statistics --of stories, and give the file with --statistics.")
    }
    var keys = NumberBuckets(count: 1, memory: nil, folder: nil)
    let weighed = try StoryStage(options: steps.options.stories, context: steps.context).weigh(texts, frequencies, &keys)
    return (weighed, try keys.take(0))
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
    return UInt64(unordered: first, second)
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
