internal import Copies
internal import Fingerprints
internal import Pipeline
internal import Stories
internal import Text

/// The keys under which an index finds an article again.
///
/// They depend on the article alone, so that they hold for good whatever comes after: bands and sampled shingles for copies, the rarest
/// stems and pairs of stems, by a reference collection's frequencies, for rewrites. Where the collection knows neither of two, their
/// hash decides, which makes a sample that any two articles draw alike (bottom-k, Cohen 1997).
struct ArticleKeys {
  /// Keys of copies come first: one in common is enough, of the others two are.
  static let storyBit: UInt64 = 1 << 62
  /// Stems, and pairs of stems, of an article.
  static let rarest = 24

  private let copies: CopyKeys
  private var stories: [[UInt64]]
  private let salt: UInt64

  /// The keys of a batch's articles. Scopes share no key, so that none finds another's articles.
  init(_ corpus: Corpus, scope: String) {
    copies = corpus.keys
    salt = Self.salt(scope)
    var options = RareKeyOptions()
    options.keysOfEachKind = Self.rarest
    options.leastFrequency = 0
    let weigher = SequenceWeigher(batch: BatchStatistics(words: 0), reference: .standard, options: options)
    let run = weigher.weigh(corpus.sequences, articles: 0..<corpus.sequences.count)
    stories = [[UInt64]](repeating: [], count: corpus.sequences.count)
    for key in run.keys { stories[Int(truncatingIfNeeded: key & 0xFFFF_FFFF)].append(Self.storyBit | key >> 32) }
  }

  /// The keys of one article, ascending, each once.
  func keys(of article: Int) -> [UInt64] {
    let all = copies.indexKeys(of: article) + stories[article]
    return Set(all.map { ($0 & Self.storyBit) | ($0 ^ salt) & (Self.storyBit - 1) }).sorted()
  }

  /// 0 for the scope that has no name.
  private static func salt(_ scope: String) -> UInt64 {
    // FNV-1a: the file must not depend on a seed of this run.
    scope.isEmpty ? 0 : scope.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
