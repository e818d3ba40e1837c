internal import Lexicon
internal import Tables
internal import Text

/// Passages of a copy in whose place its source says something else.
///
/// Where nearly all of two texts is the same word for word, a few words replaced by quite others are no copy-editing: a subject
/// was swapped, a claim was turned into another. Texts are laid side by side at the word sequences that both have once; a passage
/// is replaced when between two of these both sides have words of their own and none in common. At the beginning, which says what
/// happened, one word that means something else is enough. A text with many such places was rewritten, which is another thing.
struct ReplacedPassages {
  /// The bodies, their words' ranges counted from the beginning of the readings.
  let first: Reading
  let second: Reading
  /// Tells words that may stand for each other; nil where single words do not count.
  let likeness: WordLikeness?

  struct Reading {
    let bytes: [UInt8]
    let words: WordStream
  }

  /// A passage of each side, as bytes of the readings.
  struct Passage: Sendable, Hashable {
    var a: Range<Int>
    var b: Range<Int>
  }

  /// The replaced passages; none when there are too many.
  ///
  /// What stands before the first words in common and behind the last is each page's own: a dateline, a byline, a credit.
  ///
  /// - Complexity: linear in the words.
  func find() -> [Passage] {
    var gaps: [(a: Range<Int>, b: Range<Int>)] = []
    var last: (a: Int, b: Int)?
    for (place, other) in Self.anchors(first.words, second.words) {
      if let last, place > last.a || other > last.b { gaps.append((last.a..<max(last.a, place), last.b..<max(last.b, other))) }
      last = (max(last?.a ?? 0, place + ReplacedPassageTuning.anchor), max(last?.b ?? 0, other + ReplacedPassageTuning.anchor))
    }
    let passages = gaps.filter {
      isReplaced($0.a, $0.b) || gaps.count <= ReplacedPassageTuning.mostPlaces && saysOtherwise($0.a, $0.b)
    }
    guard passages.count <= ReplacedPassageTuning.mostPassages else { return [] }
    return passages.map { Passage(a: Self.bytes(first.words, $0.a), b: Self.bytes(second.words, $0.b)) }
  }

  /// Whether both sides have several words that say something, and none in common.
  private func isReplaced(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard !a.isEmpty, !b.isEmpty, max(a.count, b.count) <= ReplacedPassageTuning.longest else { return false }
    let (own, others) = (Set(Self.content(first.words, a).map(\.hash)), Set(Self.content(second.words, b).map(\.hash)))
    return min(own.count, others.count) >= ReplacedPassageTuning.fewestContent && own.isDisjoint(with: others)
  }

  /// Whether a word of the beginning stands in the place of one that is neither its like nor of its meaning.
  ///
  /// Names and figures are left to drift, which knows when two are one.
  private func saysOtherwise(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard let likeness, !a.isEmpty, !b.isEmpty, min(a.lowerBound, b.lowerBound) < ReplacedPassageTuning.lead,
      max(a.count, b.count) <= ReplacedPassageTuning.longestInLead
    else { return false }
    let (own, others) = (Self.content(first.words, a), Self.content(second.words, b))
    let common = Set(own.map(\.hash)).intersection(others.map(\.hash))
    let (gone, new) = (own.filter { !common.contains($0.hash) }, others.filter { !common.contains($0.hash) })
    guard Self.areOrdinary(gone), Self.areOrdinary(new) else { return false }
    return !gone.contains { word in
      new.contains { likeness.areAlike(first.bytes[word.range], second.bytes[$0.range]) }
    }
  }

  /// A word that says something.
  private struct Word {
    var hash: UInt64
    var range: Range<Int>
    var flags: WordFlags
  }

  private static func areOrdinary(_ words: [Word]) -> Bool {
    !words.isEmpty && !words.contains { $0.flags.contains(.number) }
      && words.contains { !$0.flags.contains(.capitalised) || $0.flags.contains(.sentenceStart) }
  }

  private static func content(_ words: borrowing WordStream, _ range: Range<Int>) -> [Word] {
    var found: [Word] = []
    for index in range where !words.traits[index].contains(.stop) {
      let bytes = Int(words.starts[index])..<Int(words.ends[index])
      found.append(Word(hash: words.hashes[index], range: bytes, flags: words.traits[index]))
    }
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
    for place in 0..<max(0, a.count - ReplacedPassageTuning.anchor + 1) {
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
    for place in 0..<max(0, words.count - ReplacedPassageTuning.anchor + 1) {
      let key = key(words, place)
      places[key] = places[key] == nil ? place : -1
    }
    return places
  }

  private static func key(_ words: borrowing WordStream, _ place: Int) -> UInt64 {
    var key: UInt64 = 0
    for index in place..<place + ReplacedPassageTuning.anchor { key = (key &* 0x9E37_79B9_7F4A_7C15) ^ words.hashes[index] }
    return key
  }
}

/// Whether one word may stand for another in a copy: another spelling or inflection of it, or in English a word of like meaning.
struct WordLikeness {
  private let lexicon = LexiconSession()

  func areAlike(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    let (x, y) = (String(decoding: a, as: UTF8.self).lowercased(), String(decoding: b, as: UTF8.self).lowercased())
    let (first, second) = (x.unicodeScalars.map(\.value), y.unicodeScalars.map(\.value))
    let common = zip(first, second).prefix { $0 == $1 }.count
    if common >= LikenessTuning.stem, 2 * common >= min(first.count, second.count) { return true }
    if EditDistance.within(max(first.count, second.count) / LikenessTuning.lettersAnError, first, second) != nil {
      return true
    }
    return lexicon.similarity(lexicon.id(for: x), lexicon.id(for: y)) >= LikenessTuning.related
  }
}
