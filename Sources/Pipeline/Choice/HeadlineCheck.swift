internal import Articles
internal import Drift
internal import Text

/// Whether two copies of one text stand under headlines of different news.
///
/// Editors write headlines anew, and few words are left; that is no change. It is one when the two have no word in common that
/// says anything and one of them names somebody or something that neither text mentions.
struct HeadlineCheck: Sendable {
  private var scanner = WordScanner()
  private var title = WordStream()
  private var words = WordStream()

  /// Names in a headline that the text lacks, from which it is another story's; one may be a nickname.
  private static let fewestForeign = 2
  /// Shorter words are the small words of whatever language.
  private static let fewestLetters = 4

  /// The change of headline from `a` to `b`, nil when there is none.
  mutating func change(_ a: ArticleRecord, _ b: ArticleRecord, of batch: ArticleBatch) -> CopyChange? {
    let (first, second) = (read(a, of: batch), read(b, of: batch))
    guard !first.words.isEmpty, !second.words.isEmpty, first.words.isDisjoint(with: second.words) else { return nil }
    guard max(first.names.count, second.names.count) >= Self.fewestForeign else { return nil }
    let known = bodyWords(a, of: batch).union(bodyWords(b, of: batch))
    let foreign = max(first.names.subtracting(known).count, second.names.subtracting(known).count)
    guard foreign >= Self.fewestForeign else { return nil }
    return CopyChange(
      kind: .headline, severity: .major,
      message: "The headlines tell different news: “\(batch.string(a.title))” and “\(batch.string(b.title))”.")
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
