/// Which words of two passages differ, and what is said of them.
struct WordMarks {
  /// A piece of a passage.
  struct Segment: Equatable {
    var range: Range<Int>
    /// The words have no counterpart.
    var isChanged = false
    /// Place of the finding that speaks of the piece.
    var finding: Int?
  }

  /// Passages with more words are compared by what they have in common at their two ends.
  private static let mostWords = 1_200

  /// The pieces of two passages that differ, by the bytes of the texts.
  ///
  /// - Complexity: O((n + m) d) for n and m words of which d differ.
  static func changes(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> (a: [Range<Int>], b: [Range<Int>]) {
    let (first, second) = (words(a), words(b))
    var isKeptInA = [Bool](repeating: true, count: first.count)
    var isKeptInB = [Bool](repeating: true, count: second.count)
    if first.count > mostWords || second.count > mostWords {
      let start = zip(first, second).prefix { $0.key == $1.key }.count
      let end = min(
        zip(first.reversed(), second.reversed()).prefix { $0.key == $1.key }.count, min(first.count, second.count) - start)
      for index in start..<(first.count - end) { isKeptInA[index] = false }
      for index in start..<(second.count - end) { isKeptInB[index] = false }
    } else {
      for change in second.map(\.key).difference(from: first.map(\.key)) {
        switch change {
        case .remove(let offset, _, _): isKeptInA[offset] = false
        case .insert(let offset, _, _): isKeptInB[offset] = false
        }
      }
    }
    return (joined(first, isKeptInA), joined(second, isKeptInB))
  }

  /// Neighbouring words that are not kept as one range each.
  private static func joined(_ words: [Word], _ isKept: [Bool]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var open = false
    for (word, isKept) in zip(words, isKept) {
      if isKept {
        open = false
      } else if open, let last = ranges.popLast() {
        ranges.append(last.lowerBound..<word.range.upperBound)
      } else {
        ranges.append(word.range)
        open = true
      }
    }
    return ranges
  }

  private struct Word {
    var range: Range<Int>
    /// ASCII letters in lower case.
    var key: [UInt8]
  }

  /// Runs of letters and figures (anything beyond ASCII counts as such), other characters one by one, white space left out.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [Word] {
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
      let key = bytes[index..<end].map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
      words.append(Word(range: index..<end, key: key))
      index = end
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Cuts `range` into pieces: findings first (of two that overlap, the earlier in the list), then words that changed, then the rest.
  static func segments(_ range: Range<Int>, changed: [Range<Int>], findings: [(place: Int, range: Range<Int>)]) -> [Segment] {
    var taken: [Segment] = []
    for finding in findings {
      let own = finding.range.clamped(to: range)
      guard !own.isEmpty, !taken.contains(where: { $0.range.overlaps(own) }) else { continue }
      taken.append(Segment(range: own, finding: finding.place))
    }
    for change in changed {
      for piece in without(taken.filter { $0.finding != nil }.map(\.range), change.clamped(to: range)) {
        taken.append(Segment(range: piece, isChanged: true))
      }
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

  /// What is left of `range` when `holes` are taken out.
  private static func without(_ holes: [Range<Int>], _ range: Range<Int>) -> [Range<Int>] {
    var pieces = [range]
    for hole in holes {
      pieces = pieces.flatMap { piece -> [Range<Int>] in
        guard piece.overlaps(hole) else { return [piece] }
        return [
          piece.lowerBound..<max(piece.lowerBound, hole.lowerBound), min(piece.upperBound, hole.upperBound)..<piece.upperBound,
        ]
      }
    }
    return pieces.filter { !$0.isEmpty }
  }
}
