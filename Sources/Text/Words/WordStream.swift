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
