internal import Text

/// Passages of a copy in whose place its source says something else.
///
/// Where nearly all of two texts is the same word for word, a few words replaced by quite others are no copy-editing: a subject
/// was swapped, a claim was turned into another. Texts are laid side by side at the word sequences that both have once; a passage
/// is replaced when between two of these both sides have words of their own and none in common. A text with many such places was
/// rewritten, which is another thing.
struct ReplacedPassages {
  /// The words of the bodies, their ranges counted from the beginning of the readings.
  let first: WordStream
  let second: WordStream

  /// A passage of each side, as bytes of the readings.
  struct Passage: Sendable, Hashable {
    var a: Range<Int>
    var b: Range<Int>
  }

  /// Words of a sequence by which two texts are laid side by side.
  private static let anchor = 3
  /// Words that say something on either side of a replaced passage, and the longest passage.
  private static let fewestContent = 3
  private static let longest = 24
  /// Passages from which a text is rewritten.
  private static let mostPassages = 3

  /// The replaced passages; none when there are too many.
  ///
  /// What stands before the first words in common and behind the last is each page's own: a dateline, a byline, a credit.
  ///
  /// - Complexity: linear in the words.
  func find() -> [Passage] {
    var passages: [Passage] = []
    var last: (a: Int, b: Int)?
    for (place, other) in Self.anchors(first, second) {
      if let last, let passage = passage(last.a..<max(last.a, place), last.b..<max(last.b, other)) { passages.append(passage) }
      last = (max(last?.a ?? 0, place + Self.anchor), max(last?.b ?? 0, other + Self.anchor))
    }
    return passages.count <= Self.mostPassages ? passages : []
  }

  private func passage(_ a: Range<Int>, _ b: Range<Int>) -> Passage? {
    guard !a.isEmpty, !b.isEmpty, max(a.count, b.count) <= Self.longest else { return nil }
    let (own, others) = (Self.content(first, a), Self.content(second, b))
    guard min(own.count, others.count) >= Self.fewestContent, own.isDisjoint(with: others) else { return nil }
    return Passage(a: Self.bytes(first, a), b: Self.bytes(second, b))
  }

  private static func content(_ words: borrowing WordStream, _ range: Range<Int>) -> Set<UInt64> {
    var found: Set<UInt64> = []
    for index in range where !words.traits[index].contains(.stop) { found.insert(words.hashes[index]) }
    return found
  }

  private static func bytes(_ words: borrowing WordStream, _ range: Range<Int>) -> Range<Int> {
    Int(words.starts[range.lowerBound])..<Int(words.ends[range.upperBound - 1])
  }

  /// Places of the sequences that each text has once, ascending on both sides.
  private static func anchors(_ a: borrowing WordStream, _ b: borrowing WordStream) -> [(Int, Int)] {
    let (first, second) = (single(a), single(b))
    var result: [(Int, Int)] = []
    var last = -1
    for place in 0..<max(0, a.count - anchor + 1) {
      let key = key(a, place)
      guard first[key] == place, let other = second[key], other >= 0, other > last else { continue }
      result.append((place, other))
      last = other
    }
    return result
  }

  /// Place of each sequence, -1 when it comes twice.
  private static func single(_ words: borrowing WordStream) -> [UInt64: Int] {
    var places: [UInt64: Int] = [:]
    for place in 0..<max(0, words.count - anchor + 1) {
      let key = key(words, place)
      places[key] = places[key] == nil ? place : -1
    }
    return places
  }

  private static func key(_ words: borrowing WordStream, _ place: Int) -> UInt64 {
    var key: UInt64 = 0
    for index in place..<place + anchor { key = (key &* 0x9E37_79B9_7F4A_7C15) ^ words.hashes[index] }
    return key
  }
}
