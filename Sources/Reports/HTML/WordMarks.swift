/// The words of two passages: which of them both have, and what is said of the others.
enum WordMarks {
  struct Word {
    var range: Range<Int>
    var key: ArraySlice<UInt8>
    /// Place of the finding that speaks of it.
    var finding: Int?
  }

  /// A piece of a passage that stands alone.
  struct Segment: Equatable {
    var range: Range<Int>
    /// Place of the finding that speaks of the piece.
    var finding: Int?
  }

  /// Passages with more words are compared by what they have in common at their two ends.
  private static let mostWords = 1_200

  /// The words that both have, in order, as places in either; words of which a finding speaks have no counterpart.
  static func kept(_ a: [Word], _ b: [Word]) -> [(a: Int, b: Int)] {
    let first = a.indices.filter { a[$0].finding == nil }
    let second = b.indices.filter { b[$0].finding == nil }
    func isSame(_ pair: (Int, Int)) -> Bool { a[pair.0].key == b[pair.1].key }
    if first.count > mostWords || second.count > mostWords {
      let start = zip(first, second).prefix(while: isSame).count
      let rest = min(first.count, second.count) - start
      let end = zip(first.reversed(), second.reversed()).prefix(while: isSame).count
      return Array(zip(first.prefix(start), second.prefix(start)).map { ($0, $1) })
        + zip(first.suffix(min(end, rest)), second.suffix(min(end, rest))).map { ($0, $1) }
    }
    var isKept = (a: [Bool](repeating: true, count: first.count), b: [Bool](repeating: true, count: second.count))
    for change in second.map({ b[$0].key }).difference(from: first.map { a[$0].key }) {
      switch change {
      case .remove(let offset, _, _): isKept.a[offset] = false
      case .insert(let offset, _, _): isKept.b[offset] = false
      }
    }
    let left = zip(first, isKept.a).filter(\.1).map(\.0)
    let right = zip(second, isKept.b).filter(\.1).map(\.0)
    return zip(left, right).map { ($0, $1) }
  }

  /// Runs of letters and figures (anything beyond ASCII counts as such), other characters one by one, white space left out.
  ///
  /// Of two findings that speak of one word, the earlier mark counts.
  static func words(_ bytes: ArraySlice<UInt8>, _ marks: [WordMix.Mark]) -> [Word] {
    var words: [Word] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == 32 || (9...13).contains(byte) {
        index += 1
        continue
      }
      var end = index + 1
      if isLetter(byte) {
        while end < bytes.endIndex, isLetter(bytes[end]) { end += 1 }
      }
      let range = index..<end
      words.append(Word(range: range, key: bytes[range], finding: marks.first { $0.range.overlaps(range) }?.place))
      index = end
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Cuts `range` into pieces: findings (of two that overlap, the earlier in the list), and what is between them.
  static func segments(_ range: Range<Int>, findings: [WordMix.Mark]) -> [Segment] {
    var taken: [Segment] = []
    for finding in findings {
      let own = finding.range.clamped(to: range)
      guard !own.isEmpty, !taken.contains(where: { $0.range.overlaps(own) }) else { continue }
      taken.append(Segment(range: own, finding: finding.place))
    }
    taken.sort { $0.range.lowerBound < $1.range.lowerBound }
    var segments: [Segment] = []
    var start = range.lowerBound
    for segment in taken {
      if segment.range.lowerBound > start { segments.append(Segment(range: start..<segment.range.lowerBound)) }
      segments.append(segment)
      start = segment.range.upperBound
    }
    if start < range.upperBound { segments.append(Segment(range: start..<range.upperBound)) }
    return segments
  }
}
