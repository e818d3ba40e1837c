internal import Articles
internal import Drift
internal import Text

/// Whether two copies of one text stand under headlines of different news.
///
/// Editors write headlines anew, and few words are left; that is no change. It is one when the two have no word in common that
/// says anything and one of them names somebody or something that neither text mentions, or says nothing at all of what the texts
/// say while the other does.
struct HeadlineCheck: Sendable {
  private var scanner = WordScanner()
  private var title = WordStream()
  private var words = WordStream()

  /// Names in a headline that the text lacks, from which it is another story's; one may be a nickname.
  private static let fewestForeign = 2
  /// Words of a headline of which a text has none, from which it is another story's.
  private static let fewestWords = 4
  /// Shorter words are the small words of whatever language.
  private static let fewestLetters = 4

  /// The change of headline from `a` to `b`, nil when there is none.
  ///
  /// `hasOtherSubject` says that nothing but the headlines tells whose the text is.
  mutating func change(
    _ a: ArticleRecord, _ b: ArticleRecord, hasOtherSubject: Bool, of batch: ArticleBatch
  ) -> CopyChange? {
    guard hasOtherSubject || tellOtherNews(a, b, of: batch) else { return nil }
    return CopyChange(
      kind: .headline, severity: .major,
      message: "The headlines tell different news: “\(batch.string(a.title))” and “\(batch.string(b.title))”.")
  }

  private mutating func tellOtherNews(_ a: ArticleRecord, _ b: ArticleRecord, of batch: ArticleBatch) -> Bool {
    let (first, second) = (read(a, of: batch), read(b, of: batch))
    guard !first.words.isEmpty, !second.words.isEmpty, first.words.isDisjoint(with: second.words) else { return false }
    guard
      max(first.names.count, second.names.count) >= Self.fewestForeign
        || max(first.words.count, second.words.count) >= Self.fewestWords
    else { return false }
    let known = bodyWords(a, of: batch).union(bodyWords(b, of: batch))
    let foreign = max(first.names.subtracting(known).count, second.names.subtracting(known).count)
    return foreign >= Self.fewestForeign || isAstray(first.words, second.words, known)
      || isAstray(second.words, first.words, known)
  }

  /// Whether the text has no word of one headline and most of the other.
  private func isAstray(_ words: Set<UInt64>, _ others: Set<UInt64>, _ known: Set<UInt64>) -> Bool {
    let common = others.intersection(known).count
    return words.count >= Self.fewestWords && words.isDisjoint(with: known) && common >= Self.fewestForeign
      && 2 * common >= others.count
  }

  /// The words of a headline that say something, and its names; none in a headline that has all words in capitals.
  private mutating func read(_ record: ArticleRecord, of batch: ArticleBatch) -> (words: Set<UInt64>, names: Set<UInt64>) {
    scanner.scan(batch.bytes, record.title.indices, into: &title)
    var words: Set<UInt64> = []
    var names: Set<UInt64> = []
    for index in 0..<title.count {
      let length = Int(title.ends[index]) - Int(title.starts[index])
      if title.traits[index].contains(.stop) || length < Self.fewestLetters { continue }
      words.insert(title.hashes[index])
      let isName = title.traits[index].contains(.capitalised) && !title.traits[index].contains(.sentenceStart)
      if isName { names.insert(title.hashes[index]) }
    }
    // Where all words have capitals they name nobody.
    return (words, names.count + 1 >= words.count ? [] : names)
  }

  private mutating func bodyWords(_ record: ArticleRecord, of batch: ArticleBatch) -> Set<UInt64> {
    scanner.scan(batch.bytes, record.text.indices, into: &words)
    return Set(words.hashes[..<words.count])
  }
}

/// Whether two copies begin with different news over the same text.
///
/// A site that takes its story up again puts a new beginning before the old paragraphs: nine tenths of it are a copy, and the
/// news is in the rest.
struct LeadCheck {
  private static let (lead, run) = (ChangeTuning.leadWords, ChangeTuning.leadRun)

  /// Whether neither beginning stands in the other text, but for a part.
  ///
  /// Linear in the words.
  static func differs(_ a: borrowing WordStream, _ b: borrowing WordStream) -> Bool {
    guard a.count >= lead, b.count >= lead else { return false }
    return isOwn(a, in: runs(b)) && isOwn(b, in: runs(a))
  }

  private static func runs(_ words: borrowing WordStream) -> Set<UInt64> {
    var result: Set<UInt64> = []
    for start in 0...words.count - run { result.insert(hash(words, start)) }
    return result
  }

  private static func hash(_ words: borrowing WordStream, _ start: Int) -> UInt64 {
    (start..<start + run).reduce(0) { ($0 ^ words.hashes[$1]) &* 0x9E37_79B9_7F4A_7C15 }
  }

  private static func isOwn(_ words: borrowing WordStream, in runs: Set<UInt64>) -> Bool {
    var isShared = [Bool](repeating: false, count: lead)
    for start in 0..<lead where start + run <= words.count && runs.contains(hash(words, start)) {
      for word in start..<min(lead, start + run) { isShared[word] = true }
    }
    return Double(isShared.count { !$0 }) >= ChangeTuning.ownLead * Double(lead)
  }
}
