import CKernels
internal import CXXHash

/// Cuts a text into words in one pass and hashes each, for matching.
///
/// A word is a run of letters, marks and digits in the sense of Unicode annex 29: inner apostrophes join ("don't"), an inner
/// full stop or comma joins digits ("1,234.5") and single letters ("U.S."), a possessive "'s" is cut. Words are compared in
/// lower case after compatibility normalisation (NFKC case folding), so "Ｆｉｎａｌ", "ﬁnal" and "final" are one word. Scripts
/// that do without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) give one word for each overlapping pair of characters.
///
/// A vector kernel finds the runs of word bytes; only runs with a byte beyond ASCII are decoded. Linear in the text.
package struct WordScanner: Sendable {
  /// The text with ASCII capitals folded, and one bit a byte for word bytes; see `newsprint_scan`.
  var folded: [UInt8] = []
  var wordBits: [UInt64] = []
  /// Folded bytes of one word with characters beyond ASCII.
  var wide: [UInt8] = []

  package init() {}

  /// Replaces the content of `words` by the words of `bytes[range]`.
  ///
  /// `bytes` are valid UTF-8, with at least 64 readable bytes after `range`; `excluded` are ascending byte ranges relative to the
  /// text's start whose words are left out (boilerplate).
  package mutating func scan(
    _ bytes: [UInt8], _ range: Range<Int>, excluding excluded: [Range<Int>] = [], into words: inout WordStream
  ) {
    let length = range.count
    words.reserve(bytes: length)
    guard length > 0, bytes.count >= range.upperBound + 64 else { return }
    if folded.count < length + 128 {
      folded = [UInt8](repeating: 0, count: length + length / 4 + 4096)
      wordBits = [UInt64](repeating: 0, count: folded.count / 64 + 2)
    }
    // SAFETY: every buffer is sized above: 64 bytes beyond `length` are readable in `bytes` and writable in `folded`, and the
    // stream has room for one word a byte.
    unsafe bytes.withUnsafeBufferPointer { source in
      unsafe folded.withUnsafeMutableBufferPointer { fold in
        unsafe wordBits.withUnsafeMutableBufferPointer { bits in
          guard let text = unsafe source.baseAddress?.advanced(by: range.lowerBound), let folded = fold.baseAddress,
            let wordBits = bits.baseAddress
          else { return }
          unsafe newsprint_scan(text, length, folded, wordBits)
          unsafe wordBits[(length + 63) / 64] = 0
          unsafe words.withArrays { hashes, starts, ends, traits in
            var pass = unsafe ScanPass(
              text: text, folded: folded, bits: wordBits, length: length, wide: wide, hashes: hashes, starts: starts,
              ends: ends, traits: traits)
            let count = unsafe pass.run(excluding: excluded)
            wide = unsafe pass.wide
            return count
          }
        }
      }
    }
  }

  /// The folded spelling of the word at `range`, as it was hashed.
  package mutating func folding(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var word = Array(bytes[range])
    // "U.S." and "US" are one word.
    let hasInitials = word.count > 2 && word[1] == UInt8(ascii: ".") && word[0] >= 0x41
    if hasInitials { word.removeAll { $0 == UInt8(ascii: ".") } }
    if word.allSatisfy({ $0 < 0x80 }) { return word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
    var result: [UInt8] = []
    UnicodeFolding.fold(word[...], into: &result)
    return result
  }

  /// The hash that ``scan(_:_:excluding:into:)`` gives a word spelt `folded` (lower case, normalised).
  package static func hash(folded: some Collection<UInt8>) -> UInt64 {
    let contiguous = Array(folded)
    // SAFETY: the pointer and count belong to one array.
    return unsafe contiguous.withUnsafeBufferPointer { unsafe xxh3_64($0.baseAddress, $0.count) }
  }

  /// The hash of a word of a list, in small letters, as a text's word has it.
  package static func hash(of word: some StringProtocol) -> UInt64 {
    let bytes = Array(word.utf8)
    if bytes.allSatisfy({ $0 < 0x80 }) { return hash(folded: bytes) }
    var folded: [UInt8] = []
    UnicodeFolding.fold(bytes[...], into: &folded)
    return hash(folded: folded)
  }
}

/// The words of one text in reading order, as parallel arrays; reused from article to article, so scanning allocates nothing.
package struct WordStream: Sendable {
  /// XXH3 of the folded word.
  package internal(set) var hashes: [UInt64] = []
  /// Byte ranges into the text as it came in.
  package internal(set) var starts: [UInt32] = []
  package internal(set) var ends: [UInt32] = []
  package internal(set) var traits: [WordFlags] = []
  /// The number of words; the arrays may be longer.
  package internal(set) var count = 0

  package init() {}

  /// Makes room for the words of a text of `bytes` bytes: one a byte at most, since a word of a script without spaces is
  /// an overlapping pair of characters.
  mutating func reserve(bytes: Int) {
    count = 0
    let room = bytes + 2
    guard hashes.count < room else { return }
    // A quarter more, so that slowly growing articles do not each make new arrays.
    let size = max(4096, room + room / 4)
    hashes = [UInt64](repeating: 0, count: size)
    starts = [UInt32](repeating: 0, count: size)
    ends = [UInt32](repeating: 0, count: size)
    traits = [WordFlags](repeating: [], count: size)
  }

  /// Leaves out the words of `ranges`, ascending and apart.
  package mutating func remove(_ ranges: [Range<Int>]) {
    var kept = 0
    var next = 0
    for index in 0..<count {
      while next < ranges.count, ranges[next].upperBound <= index { next += 1 }
      if next < ranges.count, ranges[next].contains(index) { continue }
      hashes[kept] = hashes[index]
      starts[kept] = starts[index]
      ends[kept] = ends[index]
      traits[kept] = traits[index]
      kept += 1
    }
    count = kept
  }

  /// Gives `body` the arrays to write to; it returns the number of words it wrote.
  @unsafe mutating func withArrays(
    _ body: (
      UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>,
      UnsafeMutablePointer<WordFlags>
    ) -> Int
  ) {
    // SAFETY: `reserve` has given every array the same, positive size.
    count = unsafe hashes.withUnsafeMutableBufferPointer { hashes in
      unsafe starts.withUnsafeMutableBufferPointer { starts in
        unsafe ends.withUnsafeMutableBufferPointer { ends in
          unsafe traits.withUnsafeMutableBufferPointer { traits in
            guard let h = hashes.baseAddress, let s = starts.baseAddress, let e = ends.baseAddress,
              let t = traits.baseAddress
            else { return 0 }
            return unsafe body(h, s, e, t)
          }
        }
      }
    }
  }
}

/// What the scanner knows of a word beside its spelling.
@frozen
@usableFromInline
package struct WordFlags: OptionSet, Sendable, Hashable {
  @usableFromInline package let rawValue: UInt8

  @inlinable
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A function word, which says nothing about the subject.
  @inlinable package static var stop: WordFlags { WordFlags(rawValue: 1 << 0) }
  /// Begins with a capital letter.
  @inlinable package static var capitalised: WordFlags { WordFlags(rawValue: 1 << 1) }
  /// Begins with a digit.
  @inlinable package static var number: WordFlags { WordFlags(rawValue: 1 << 2) }
  /// Stands between quotation marks.
  @inlinable package static var quoted: WordFlags { WordFlags(rawValue: 1 << 3) }
  /// The first word of a sentence.
  @inlinable package static var sentenceStart: WordFlags { WordFlags(rawValue: 1 << 4) }

  /// Asked for every word, hence no generic call.
  @inlinable
  package func contains(_ other: WordFlags) -> Bool { rawValue & other.rawValue == other.rawValue }
}
