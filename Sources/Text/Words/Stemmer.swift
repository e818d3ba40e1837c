internal import CStemmer
internal import Tables

/// Maps words to stems: Porter's second English stemmer (Snowball), remembered by word hash.
///
/// One word type is stemmed once; after that a word costs one table look-up. Stems are compared by 27 bits of their hash: with
/// a vocabulary of a million that confuses one pair of words in 130, of which no two articles will hold both.
@safe package struct Stemmer: ~Copyable {
  private let snowball: OpaquePointer?
  private let stopWords: StopWords
  /// Stems by word hash, side by side, so that a look-up costs one cache line.
  private var stems = FlatTable<UInt64, UInt32>(filler: 0, capacity: 1 << 15)

  package init(stopWords: StopWords = .standard) {
    unsafe snowball = sb_stemmer_new("english", "UTF_8")
    self.stopWords = stopWords
  }

  deinit { unsafe sb_stemmer_delete(snowball) }

  /// The stem of the word with hash `hash`, nil when it is seen for the first time.
  @inline(__always)
  func known(_ hash: UInt64) -> StemCode? { stems.find(hash).map { StemCode(rawValue: stems[$0]) } }

  /// The stem of the word with hash `hash`, whose folded spelling is `spelling`; remembered.
  mutating func learn(_ hash: UInt64, spelling: [UInt8]) -> StemCode {
    let code = compute(hash, spelling)
    _ = stems.insert(hash, code.rawValue)
    return code
  }

  /// The stem of the word with hash `hash`, whose folded spelling `spelling` gives when it is seen for the first time.
  package mutating func stem(_ hash: UInt64, spelling: () -> [UInt8]) -> StemCode {
    known(hash) ?? learn(hash, spelling: spelling())
  }

  private func compute(_ hash: UInt64, _ word: [UInt8]) -> StemCode {
    if stopWords.contains(hash) { return StemCode(stemHash: hash, traits: .stop) }
    return StemCode(stemHash: WordScanner.hash(folded: stem(of: word)), traits: [])
  }

  /// The stem of a folded word.
  package func stem(of word: [UInt8]) -> [UInt8] {
    guard word.count > 2, word.count < 64 else { return word }
    // SAFETY: the stemmer reads `word.count` bytes; its result stays valid until its next call and is copied at once.
    return unsafe word.withUnsafeBufferPointer { bytes in
      guard let stem = unsafe sb_stemmer_stem(snowball, bytes.baseAddress, Int32(bytes.count)) else { return word }
      return unsafe Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(snowball))))
    }
  }
}

/// A stem in 4 bytes: 27 bits of hash and the word's traits.
package struct StemCode: Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package init(stemHash: UInt64, traits: WordFlags) {
    rawValue = UInt32(truncatingIfNeeded: stemHash >> 37) << 5 | UInt32(traits.rawValue)
  }

  /// The hash alone; equal for equal stems.
  package var stem: UInt32 { rawValue >> 5 }
  package var traits: WordFlags { WordFlags(rawValue: UInt8(truncatingIfNeeded: rawValue & 31)) }
  package func adding(_ traits: WordFlags) -> StemCode { StemCode(rawValue: rawValue | UInt32(traits.rawValue)) }
}
