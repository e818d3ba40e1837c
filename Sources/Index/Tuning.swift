internal import Resources

/// Every tuned number of the module; set on generated batches of 100,000 articles and the fixtures, 2026-11-29.
enum IndexTuning: Tuning {
  // MARK: Batches

  /// Articles that one transaction takes: a larger batch looks less often through the postings, and needs more memory.
  static let batchArticles = 16_000
  /// And bytes of their texts.
  static let batchBytes = 128 << 20

  /// From so many articles on it may be worth while to cluster everything anew.
  static let bulkArticles = 1000
  /// It is while what is there is at most so many times as much: to place an article takes about twice the time that it takes in
  /// a run over everything.
  static let bulkShare = 1
  /// Bytes of an article, where its number is not known before it is read.
  static let usualBytes = 2048
  /// Bytes of keys that are in memory before they go to a file.
  static let keyMemory = 128 << 20
  /// The keys that are sorted together: those of so many highest bits in common, and as many groups as make up so many keys.
  static let keyGroupBits = 14
  static let keysSortedTogether = 1 << 20
  /// Records that are unpacked together, for a chunk or two of a run over everything.
  static let unpackedTogether = 1024

  /// Of pages that a writer keeps: the upper levels of the trees, and what one transaction changes of them.
  static let cacheBytes = 64 << 20
  /// And of those that each reader beside it keeps: the places of a million articles' blocks, and the upper levels.
  static let readerCacheBytes = 32 << 20
  /// While every story is settled: of a million articles 100 MB change, in no order.
  static let refreshCacheBytes = 256 << 20

  /// Articles that get their first stories in one transaction: one to two seconds, in which others wait.
  ///
  /// Ids of stories are hashes and versions lie apart, so that each transaction writes nearly all pages of both: of a million
  /// articles 4,000 at a time took 57 of 424 seconds, 65,536 at a time 27 of 239, 262,144 at a time 24 of 242; 2026-11-30.
  static let placedTogether = 65_536
  /// Blocks of postings that one transaction takes: a tenth of a second.
  static let blocksTogether = 8192
  /// How often a refresh finds out anew what it changes, when others wrote meanwhile, before it makes them wait for it.
  static let refreshAttempts = 3
  /// How hard Zstandard tries: two thirds of the time of its usual level, and records half a hundredth longer; 2026-11-30.
  static let packing: Int32 = 1

  /// Bytes of keys, texts and sorting of a run over everything: whoever keeps an index has other things on the machine.
  ///
  /// Half of the memory that a million articles take without a limit, for a few hundredths more time; 2026-11-30.
  static let memory = 1 << 30

  // MARK: Keys

  /// Stems, and as many pairs of stems, that become keys of an article.
  static let rarest = 20
  /// A copy at least so like its story's original is found by the keys of copies alone; the original has the others.
  static let faithful: Float = 0.9

  // MARK: Search

  /// What a shared key of each kind says: one band of a signature is enough, two sampled shingles or two of a head are.
  static func weight(_ kind: ArticleKeys.Kind) -> UInt8 {
    switch kind {
    case .band: 5
    case .head, .sample: 3
    case .story: 1
    }
  }
  /// How much an article must have to be held against a new one: with less, one of two hundred such pairs is of one story
  /// (raidar, sheepdog, wmt21 and six batches of real news).
  static let leastWeight = 5
  /// And against one of which few keys are rare: an eighth of them, this at least.
  static let leastWeightOfFew = 2
  static let keysPerWeight = 8
  /// Articles of the index with the most that a new one is held against.
  static let candidates = 8
  /// Those among them that share less than such a part of what the best one shares are left out.
  static let bestShare: UInt32 = 8
  /// Other members of their stories that come along.
  static let storyMembers = 2
  /// Articles that one key may bring to a batch, times the new articles that have it.
  static let crowd = 2048

  // MARK: Postings

  /// A segment is merged with the one before it that is less than so many times as large.
  static let growth = 4
  /// Postings in a block, about 600 bytes: a question reads one for each of its hundred keys.
  ///
  /// A key's articles stay together.
  static let blockPostings = 96
  /// The places of a segment's blocks are kept in memory when keys were looked up for the so-manieth part of them: to read the
  /// place of a block takes a tenth of a look-up without them; 2026-11-30.
  static let blocksPerLookup = 10
  /// A key that more articles have tells little: the rest of them are left out when segments are merged.
  static let mostArticles = 128
}
