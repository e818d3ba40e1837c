/// Two passages as one text: what both have stands once, what went and what came stand where they differ.
///
/// Side by side they would say most of it twice. Leaving out one side's pieces gives the other side, but for white space.
struct WordMix {
  enum Side { case both, a, b }

  struct Piece: Equatable {
    var side: Side
    /// Bytes of the second text for what both have, else of the side's own.
    var range: Range<Int>
    /// Place of the finding that speaks of the piece.
    var finding: Int?
    /// Whether white space stands before it.
    var isSpaced = false
  }

  private(set) var pieces: [Piece] = []
  /// Words that both have, of those of the longer passage, 0...1.
  let kept: Double

  /// A finding's place in a list, and its bytes.
  typealias Mark = (place: Int, range: Range<Int>)

  /// Mixes two passages; `marks` are the findings' ranges on both sides, of which the earlier counts where two are over one word.
  ///
  /// - Complexity: O((n + m) d) for n and m words of which d differ.
  init(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, marks: (a: [Mark], b: [Mark])) {
    let first = WordMarks.words(a, marks.a)
    let second = WordMarks.words(b, marks.b)
    let pairs = WordMarks.kept(first, second)
    kept = Double(pairs.count) / Double(max(1, first.count, second.count))
    var (i, j) = (0, 0)
    for (p, q) in pairs {
      change(first, i..<p, second, j..<q)
      keep(first, p, second, q, isNext: p == i && q == j && i > 0)
      (i, j) = (p + 1, q + 1)
    }
    change(first, i..<first.count, second, j..<second.count)
  }

  /// A word of both; `isNext` when the one before it was one too.
  private mutating func keep(_ a: [WordMarks.Word], _ p: Int, _ b: [WordMarks.Word], _ q: Int, isNext: Bool) {
    if isNext, let last = pieces.indices.last {
      pieces[last].range = pieces[last].range.lowerBound..<b[q].range.upperBound
    } else {
      pieces.append(Piece(side: .both, range: b[q].range, isSpaced: Self.isSpaced(a, p) || Self.isSpaced(b, q)))
    }
  }

  private mutating func change(_ a: [WordMarks.Word], _ gone: Range<Int>, _ b: [WordMarks.Word], _ came: Range<Int>) {
    var gone = Self.runs(a, gone, .a)
    var came = Self.runs(b, came, .b)
    // A blank before both belongs to neither.
    if let first = gone.first, let second = came.first, first.isSpaced, second.isSpaced {
      pieces.append(Piece(side: .both, range: 0..<0, isSpaced: true))
      gone[0].isSpaced = false
      came[0].isSpaced = false
    }
    pieces += gone + came
  }

  /// Neighbouring words of one side of which the same finding speaks.
  private static func runs(_ words: [WordMarks.Word], _ range: Range<Int>, _ side: Side) -> [Piece] {
    var runs: [Piece] = []
    for index in range {
      if let last = runs.last, last.finding == words[index].finding {
        runs[runs.count - 1].range = last.range.lowerBound..<words[index].range.upperBound
      } else {
        runs.append(
          Piece(side: side, range: words[index].range, finding: words[index].finding, isSpaced: isSpaced(words, index)))
      }
    }
    return runs
  }

  private static func isSpaced(_ words: [WordMarks.Word], _ index: Int) -> Bool {
    index > 0 && words[index].range.lowerBound > words[index - 1].range.upperBound
  }
}

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
