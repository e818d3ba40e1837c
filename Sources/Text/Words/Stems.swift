internal import CStemmer
internal import Resources
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

/// The stems of many articles without function words, one after another in a flat array: all that story matching keeps of a
/// text, 4 bytes a word.
package struct StemSequences: Sendable {
  package private(set) var codes: [UInt32] = []
  /// Where each article begins in ``codes``; one more entry than articles.
  package private(set) var starts: [Int] = [0]

  package init() {}

  /// Articles whose stems lie one after another in `codes`, and begin at `starts`; one more entry than articles.
  package init(codes: [UInt32], starts: [Int]) {
    self.codes = codes
    self.starts = starts
  }

  package var count: Int { starts.count - 1 }
  package func range(_ article: Int) -> Range<Int> { starts[article]..<starts[article + 1] }

  package mutating func reserve(words: Int, articles: Int) {
    codes.reserveCapacity(words)
    starts.reserveCapacity(articles + 1)
  }

  /// Appends one article's stems.
  package mutating func append(
    _ words: borrowing WordStream, of bytes: [UInt8], from origin: Int,
    stemmer: inout Stemmer, scanner: inout WordScanner
  ) {
    // A sentence that begins with a function word begins, here, with the word after it.
    var startsSentence = false
    let hashes = words.hashes.span, traits = words.traits.span
    for index in 0..<words.count {
      let hash = hashes[index]
      let code =
        stemmer.known(hash)
        ?? stemmer.learn(
          hash, spelling: scanner.folding(bytes, origin + Int(words.starts[index])..<origin + Int(words.ends[index])))
      if code.traits.contains(.stop) {
        startsSentence = startsSentence || traits[index].contains(.sentenceStart)
        continue
      }
      codes.append(code.adding(startsSentence ? traits[index].union(.sentenceStart) : traits[index]).rawValue)
      startsSentence = false
    }
    starts.append(codes.count)
  }

  /// Appends an article of these stem codes.
  package mutating func append(codes article: [UInt32]) {
    codes += article
    starts.append(codes.count)
  }

  /// Appends one article of `other`.
  package mutating func append(article: Int, of other: StemSequences) {
    codes += other.codes[other.range(article)]
    starts.append(codes.count)
  }

  /// Takes out all articles behind the first `count`.
  package mutating func truncate(to count: Int) {
    guard count < self.count else { return }
    codes.removeLast(codes.count - starts[count])
    starts.removeLast(starts.count - 1 - count)
  }

  /// Puts those of `others`, in order, in the place of `articles` (ascending).
  ///
  /// In the memory at hand, as far as it is enough: the stems of a batch are most of what it takes. Linear.
  package mutating func replace(_ articles: [UInt32], with others: StemSequences) {
    // What stays moves to the front; then, the last article first, back to its place between the others.
    var (kept, next) = (0, 0)
    for article in 0..<count {
      if next < articles.count, Int(articles[next]) == article {
        next += 1
        continue
      }
      for place in range(article) {
        codes[kept] = codes[place]
        kept += 1
      }
    }
    let total = kept + others.codes.count
    if total > codes.count { codes += repeatElement(0, count: total - codes.count) }
    codes.removeLast(codes.count - total)
    var (end, oldEnd) = (total, starts[count])
    for article in (0..<count).reversed() {
      let length = oldEnd - starts[article]
      oldEnd = starts[article]
      starts[article + 1] = end
      if next > 0, Int(articles[next - 1]) == article {
        next -= 1
        for code in others.codes[others.range(next)].reversed() {
          end -= 1
          codes[end] = code
        }
      } else {
        for place in (kept - length..<kept).reversed() {
          end -= 1
          codes[end] = codes[place]
        }
        kept -= length
      }
    }
  }

  /// Appends all articles of `other`, which keeps their order.
  package mutating func append(_ other: StemSequences) {
    let shift = codes.count
    codes += other.codes
    for start in other.starts.dropFirst() { starts.append(start + shift) }
  }
}

/// The function words of the languages that Newsprint knows, by word hash.
package struct StopWords: Sendable {
  private let hashes: FlatTable<UInt64, Void>
  private let halves: FeatureSet
  /// Over the halves: nearly every word of substance ends here.
  private let filter: BloomFilter

  package init(words: some Sequence<Substring>) {
    var hashes = FlatTable<UInt64, Void>()
    var halves = FeatureSet()
    var filter = BloomFilter(words: 1024)
    for word in words {
      let hash = WordScanner.hash(of: word)
      _ = hashes.insert(hash)
      _ = halves.insert(UInt32(truncatingIfNeeded: hash))
      filter.insert(UInt64(UInt32(truncatingIfNeeded: hash)))
    }
    self.hashes = hashes
    self.halves = halves
    self.filter = filter
  }

  package func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// Whether a function word has this lower half of its hash.
  package func contains(lower half: UInt32) -> Bool { filter.mayContain(UInt64(half)) && halves.contains(half) }

  /// English function words, and those of the other languages that are no English words of substance ("war", "die").
  package static let standard: StopWords = {
    let ambiguous = Set(Resource.lines("ambiguous_function_words.txt"))
    let others = Languages.all.dropFirst().flatMap(Languages.functionWords)
    return StopWords(words: Languages.functionWords(of: Languages.english) + others.filter { !ambiguous.contains($0) })
  }()
}
