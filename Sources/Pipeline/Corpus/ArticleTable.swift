package import Articles
package import Boilerplate
internal import Stories
internal import Text

/// What the line keeps of every article beside its features: about 64 bytes.
package struct ArticleTable: Sendable {
  /// 128 bits of XXH3 over the text's bytes: equal for equal texts.
  package struct ContentHash: Sendable, Hashable, Comparable {
    package var high: UInt64
    package var low: UInt64
    package static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }
  }

  private var idBytes: [UInt8] = []
  private var idEnds: [Int] = []
  /// The names of articles whose id another had before, by article.
  private var renamed: [Int: [UInt8]] = [:]
  private var idWasString: [Bool] = []
  package private(set) var contents: [ContentHash] = []
  /// Seconds since 1970, or `Int64.max` when unknown, which sorts last.
  package private(set) var published: [Int64] = []
  /// The dates that can be read in two ways, by article.
  private var openDates: [Int: OpenDate] = [:]
  package private(set) var locations: [RecordLocation] = []
  package private(set) var wordCounts: [UInt32] = []
  /// A hash of the outlet or host, 0 when it is not known.
  package private(set) var sites: [UInt64] = []
  /// A hash of the address of the page, 0 when it is not known.
  package private(set) var addresses: [UInt32] = []
  /// Whose a short text of figures is by its headline, see ``HeadlineSubject``; 0 for most articles.
  private(set) var subjects: [UInt32] = []
  /// The days of the week that a short text names, see ``NamedDays``; 0 for most articles.
  private(set) var days: [UInt8] = []
  /// Rank of the article's outlet among those that are preferred; empty when none is.
  private var outletRanks: [UInt16] = []

  package init() {}

  package var count: Int { locations.count }

  package mutating func append(
    _ record: ArticleRecord, of batch: ArticleBatch, content: ContentHash, words: Int, site: UInt64, subject: UInt32 = 0,
    days: UInt8 = 0
  ) {
    idBytes += batch.bytes[record.id.indices]
    idEnds.append(idBytes.count)
    idWasString.append(record.idIsString)
    contents.append(content)
    published.append(record.published ?? .max)
    if let date = record.openDate { openDates[count] = date }
    locations.append(record.location)
    wordCounts.append(UInt32(words))
    sites.append(site)
    addresses.append(record.address(in: batch))
    subjects.append(subject)
    self.days.append(days)
  }

  /// Appends an article of which no more is known than what decides between copies.
  mutating func append(
    id: [UInt8], idIsString: Bool, content: ContentHash, published: Int64, words: Int, outletRank: UInt16
  ) {
    idBytes += id
    idEnds.append(idBytes.count)
    idWasString.append(idIsString)
    contents.append(content)
    self.published.append(published)
    locations.append(RecordLocation(file: 0, line: 0, offset: 0, length: 0))
    wordCounts.append(UInt32(words))
    sites.append(0)
    addresses.append(0)
    subjects.append(0)
    days.append(0)
    outletRanks.append(outletRank)
  }

  /// Gives the last article the rank of its outlet; all articles get one, or none.
  mutating func setOutletRank(_ rank: UInt16) { outletRanks.append(rank) }

  /// Rank of the article's outlet, 0 for the most preferred.
  package func outletRank(_ index: Int) -> UInt16 { outletRanks.isEmpty ? .max : outletRanks[index] }

  /// Whether the headlines of two articles say that the figures of one text are of two companies, markets or matches.
  func haveOtherSubjects(_ a: Int, _ b: Int) -> Bool { subjects[a] != 0 && subjects[b] != 0 && subjects[a] != subjects[b] }

  /// Whether each of two short texts names one day of the week, and not the same.
  func haveOtherDays(_ a: Int, _ b: Int) -> Bool {
    days[a].nonzeroBitCount == 1 && days[b].nonzeroBitCount == 1 && days[a] != days[b]
  }

  /// Hours between two articles, nil when the date of one is not known.
  func hoursApart(_ a: Int, _ b: Int) -> Float? {
    published[a] == .max || published[b] == .max ? nil : StorySetting.hours(published[a], published[b])
  }

  /// The two times that the article's date may mean; nil when it is known, or none.
  func openDate(_ index: Int) -> OpenDate? { openDates.isEmpty ? nil : openDates[index] }

  /// Whether the outlet of an article is known and all `others` are its own too.
  func isOneOutlet(_ article: UInt32, _ others: [UInt32]) -> Bool {
    let outlet = sites[Int(article)]
    return outlet != 0 && others.allSatisfy { sites[Int($0)] == outlet }
  }

  /// Appends all articles of `other`, in order.
  package mutating func append(_ other: ArticleTable) {
    let articles = count
    for (article, date) in other.openDates { openDates[articles + article] = date }
    let shift = idBytes.count
    idBytes += other.idBytes
    for end in other.idEnds { idEnds.append(end + shift) }
    idWasString += other.idWasString
    contents += other.contents
    published += other.published
    locations += other.locations
    wordCounts += other.wordCounts
    sites += other.sites
    addresses += other.addresses
    subjects += other.subjects
    days += other.days
    outletRanks += other.outletRanks
  }

  /// The numbers of words of `articles`, anew.
  mutating func replaceWordCounts(_ articles: [UInt32], with counts: [UInt32]) {
    for (article, count) in zip(articles, counts) { wordCounts[Int(article)] = count }
  }

  /// The bytes of the article's `id`; empty when it has none.
  package func id(_ index: Int) -> ArraySlice<UInt8> {
    renamed.isEmpty ? idBytes[idRange(index)] : renamed[index]?[...] ?? idBytes[idRange(index)]
  }

  /// Whether the article's id is a string rather than a number.
  package func idIsString(_ index: Int) -> Bool { idWasString[index] || newName(of: index) != nil }

  /// The name that an article got instead of its own id; nil when it kept that.
  func newName(of index: Int) -> [UInt8]? { renamed.isEmpty ? nil : renamed[index] }

  /// Gives an article another id, a string.
  mutating func rename(_ index: Int, _ id: [UInt8]) {
    renamed[index] = id
  }

  private func idRange(_ index: Int) -> Range<Int> { (index == 0 ? 0 : idEnds[index - 1])..<idEnds[index] }
}

extension BodyReader {
  /// Reads the body of a record.
  ///
  /// `site` is whose recurring lines are left out, 0 for none; `article` its number in the batch, for the passages that the batch
  /// knows as the page's.
  package mutating func read(_ record: ArticleRecord, of batch: ArticleBatch, site: UInt64, article: UInt32? = nil) {
    read(batch.bytes, text: record.text.indices, title: record.title.indices, site: site, article: article)
  }

  /// The body of a record as a value.
  package mutating func body(_ record: ArticleRecord, of batch: ArticleBatch, site: UInt64, article: UInt32? = nil) -> ArticleBody
  {
    read(record, of: batch, site: site, article: article)
    return body(of: batch.bytes[record.text.indices])
  }
}

extension ArticleRecord {
  /// A hash of the article's outlet, or else of its address' host; 0 when neither is known.
  func site(in batch: ArticleBatch) -> UInt64 {
    source.isEmpty ? host(in: batch) : WordScanner.hash(folded: batch.bytes[source.indices])
  }

  /// A hash of the address' host without "www."; 0 when there is no address.
  func host(in batch: ArticleBatch) -> UInt64 { url.isEmpty ? 0 : WordScanner.hash(folded: hostName(in: batch)) }

  /// A hash of the address without its scheme and what stands behind "#"; 0 when there is none, or only a host.
  func address(in batch: ArticleBatch) -> UInt32 {
    let address = addressName(in: batch).prefix { $0 != UInt8(ascii: "#") }
    guard let path = address.firstIndex(of: UInt8(ascii: "/")), path + 1 < address.endIndex else { return 0 }
    return UInt32(truncatingIfNeeded: WordScanner.hash(folded: address))
  }

  /// The address' host without "www."; empty when there is no address.
  func hostName(in batch: ArticleBatch) -> ArraySlice<UInt8> {
    addressName(in: batch).prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: ":") }
  }

  /// The address without its scheme and "www.".
  private func addressName(in batch: ArticleBatch) -> ArraySlice<UInt8> {
    var name = batch.bytes[url.indices]
    let isScheme = { (place: Int) in name[place] == 0x3A && name[place + 1] == 0x2F && name[place + 2] == 0x2F }
    if let scheme = name.indices.dropLast(2).first(where: isScheme) { name = name[(scheme + 3)...] }
    return name.starts(with: Array("www.".utf8)) ? name.dropFirst(4) : name
  }
}
