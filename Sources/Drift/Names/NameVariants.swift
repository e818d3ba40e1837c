import Articles
import Alignment
import Lexicon
import Text

/// Tells whether two names, or the words in which they differ, may be one name written in two ways.
struct NameVariants {
  /// How sure it is that two names are not one.
  enum Verdict: Comparable {
    /// Alike in spelling, in consonants, in meaning, or the one holds the initials of the other.
    case variant
    /// A code in capitals on one side, which may be short for anything, or a nationality against ordinary words.
    case code
    /// A word that no dictionary knows against ordinary words, which may translate it.
    case translation
    /// Ordinary words on both sides that nothing links.
    case words
    /// A nationality on one side, a proper name on the other: distinct if the one stands in the place of the other.
    case nationality
    /// A proper name on one side and ordinary words that nothing links on the other, or two proper names.
    case distinct
  }

  let knowledge: WordKnowledge
  private static let tuning = DriftTuning.standard.names.variants

  func verdict(_ x: NameMatching.Item, _ y: NameMatching.Item, _ pair: SentencePair) -> Verdict {
    if areOtherCodes(x, y, pair) { return .code }
    let (first, second) = withoutLikes(words(x.unmatched, pair.a), words(y.unmatched, pair.b))
    if first.isEmpty || second.isEmpty || areVariants(first[...], second[...]) { return .variant }
    if isAcronym(parts(pair.a.ids[x.positions]), parts(pair.b.ids[y.positions])) { return .variant }
    if isAcronym(parts(pair.b.ids[y.positions]), parts(pair.a.ids[x.positions])) { return .variant }
    if haveInitials(parts(pair.a.ids[x.positions]), parts(pair.b.ids[y.positions])) { return .variant }
    if isAbbreviated(x.unmatched, pair.a, by: pair.b) || isAbbreviated(y.unmatched, pair.b, by: pair.a) { return .variant }
    let (one, other) = (kind(first), kind(second))
    let areNames = one != .common && other != .common
    let haveLikes = first.count < words(x.unmatched, pair.a).count
    if !areNames, haveLikes || first.contains(where: { word in second.contains { meansAlike(word, $0) } }) { return .variant }
    if x.unmatched.contains(where: { isCode($0, pair.a) }) || y.unmatched.contains(where: { isCode($0, pair.b) }) { return .code }
    if one == .nationality || other == .nationality {
      return areNames && one != other ? .nationality : areNames ? .distinct : .code
    }
    if areNames || one == .known || other == .known { return .distinct }
    return one == .unknown || other == .unknown ? .translation : .words
  }

  /// The words of a name, those with hyphens in their parts.
  private func words(_ positions: [Int], _ side: SentenceSide) -> [WordNumber] {
    positions.flatMap { position -> [WordNumber] in
      let parts = knowledge.words.string(side.ids[position]).split(separator: "-", maxSplits: Self.mostParts - 1)
      return parts.count > 1 ? parts.map { knowledge.words.id(of: String($0)) } : [side.ids[position]]
    }
  }

  /// The words that have none of like spelling on the other side.
  private func withoutLikes(_ first: [WordNumber], _ second: [WordNumber]) -> ([WordNumber], [WordNumber]) {
    var restA: [WordNumber] = []
    var restB = second
    for word in first {
      if let index = restB.firstIndex(where: { word == $0 || areLike(word, $0) }) {
        restB.remove(at: index)
      } else {
        restA.append(word)
      }
    }
    return (restA, restB)
  }

  private enum Kind { case known, unknown, common, nationality }

  private func kind(_ words: [WordNumber]) -> Kind {
    if words.contains(where: { isListed($0) && !isNationality($0) }) { return .known }
    if words.contains(where: { isProper($0) && !isNationality($0) }) { return .unknown }
    return words.contains(where: isNationality) ? .nationality : .common
  }

  private func isNationality(_ word: WordNumber) -> Bool {
    let roles = knowledge.session.lexicon.lists.places.places(of: knowledge.words.string(word))
    return !roles.isEmpty && roles.allSatisfy { $0.role == .adjective }
  }

  /// A place of the list, or a word that WordNet has as a name only.
  private func isListed(_ word: WordNumber) -> Bool {
    let traits = knowledge.traits(word)
    return traits.contains(.known) && !traits.contains(.common)
      || !knowledge.session.lexicon.lists.places.places(of: knowledge.words.string(word)).isEmpty
  }

  /// A listed name, or a long word that is in no dictionary.
  func isProper(_ word: WordNumber) -> Bool {
    let traits = knowledge.traits(word)
    return !traits.contains(.nonWord) && (isListed(word) || !traits.contains(.known) && knowledge.words.length(word) >= 4)
  }

  /// Ordinary words of near meaning ("Feast", "Festival").
  private func meansAlike(_ x: WordNumber, _ y: WordNumber) -> Bool {
    knowledge.traits(x).contains(.common) && knowledge.traits(y).contains(.common)
      && knowledge.similarity(x, y) >= Self.tuning.meaning
  }

  /// A word of at most eight bytes of which two are capitals ("DFB", "AfD").
  func isCode(_ position: Int, _ side: SentenceSide) -> Bool {
    let bytes = side.text.bytes[side.text.byteRange(side.tokenRange(position..<position + 1))]
    return bytes.count <= 8 && bytes.count { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") } >= 2
  }

  /// Two short forms in capitals of one to five letters: a letter makes another body of it, unless the letters are the same or
  /// one adds some to the other.
  private func areOtherCodes(_ x: NameMatching.Item, _ y: NameMatching.Item, _ pair: SentencePair) -> Bool {
    guard x.unmatched.count == 1, y.unmatched.count == 1, x.isWhollyUnmatched, y.isWhollyUnmatched else { return false }
    let (i, j) = (x.unmatched[0], y.unmatched[0])
    guard isCode(i, pair.a), isCode(j, pair.b), pair.a.shape(i).contains(.allCapitals), pair.b.shape(j).contains(.allCapitals)
    else {
      return false
    }
    let (first, second) = (knowledge.nameForm(pair.a.ids[i]).letters, knowledge.nameForm(pair.b.ids[j]).letters)
    guard max(first.count, second.count) <= Self.longestBody, !knowledge.areAliases(pair.a.ids[i], pair.b.ids[j]) else {
      return false
    }
    return first.sorted() != second.sorted() && !first.starts(with: second) && !second.starts(with: first)
  }

  private static let longestBody = 5

  /// A code whose letters begin words of the other side that follow each other, whatever their case.
  private func isAbbreviated(_ positions: [Int], _ side: SentenceSide, by other: SentenceSide) -> Bool {
    let codes = positions.filter { isCode($0, side) }.map { knowledge.nameForm(side.ids[$0]).letters }.filter { $0.count >= 2 }
    guard !codes.isEmpty else { return false }
    let initials = other.ids.compactMap { knowledge.isStop($0) ? nil : knowledge.nameForm($0).letters.first }
    return codes.contains { letters in initials.indices.contains { initials[$0...].starts(with: letters) } }
  }

  // MARK: Spelling

  /// Two names of which a word, a part at a hyphen, or all letters together are alike, or one is the acronym of the other.
  func areVariants(_ x: ArraySlice<WordNumber>, _ y: ArraySlice<WordNumber>) -> Bool {
    let first = parts(x)
    let second = parts(y)
    return first.contains { part in second.contains { Self.areAlike(part, $0) } }
      || JaroWinkler.similarity(first.flatMap { $0 }, second.flatMap { $0 }) > Self.tuning.whole || isAcronym(first, second)
      || isAcronym(second, first)
  }

  private func areLike(_ x: WordNumber, _ y: WordNumber) -> Bool {
    let second = parts([y])
    return parts([x]).contains { part in second.contains { Self.areAlike(part, $0) } }
  }

  private func parts(_ words: ArraySlice<WordNumber>) -> [[UInt8]] {
    words.flatMap { word in
      knowledge.words.bytes(word).split(separator: UInt8(ascii: "-"), maxSplits: Self.mostParts - 1).map {
        NameForm(Array($0)).letters
      }
    }
  }

  /// Beyond this a word is no name, and comparing it would take the square of its length.
  private static let longest = 64
  /// Parts of a hyphenated word that are told apart; the rest is one part.
  private static let mostParts = 8

  private static func areAlike(_ x: [UInt8], _ y: [UInt8]) -> Bool {
    guard x.count <= longest, y.count <= longest else { return x == y }
    if let first = number(x), let second = number(y) { return first == second }
    // "Z. Marek" is Zofia Marek.
    if min(x.count, y.count) == 1, max(x.count, y.count) > 2 { return x.first == y.first }
    guard x.count > 2, y.count > 2 else { return x == y && x.contains { $0 > UInt8(ascii: "9") } }
    if JaroWinkler.similarity(x, y) > tuning.part || holds(x, y) || holds(y, x) { return true }
    let (first, second) = (NameForm(x).folded, NameForm(y).folded)
    if first.count > 5, second.count > 5, first.prefix(5) == second.prefix(5) { return true }
    let skeleton = consonants(x)
    return skeleton.count >= 2 && skeleton == consonants(y)
  }

  /// "040" is 40.
  private static func number(_ letters: [UInt8]) -> Int? {
    letters.count <= 9 ? Int(String(decoding: letters, as: UTF8.self)) : nil
  }

  /// One holds the other, which has six letters at least.
  private static func holds(_ long: [UInt8], _ short: [UInt8]) -> Bool {
    guard short.count >= 6, long.count > short.count else { return false }
    return (0...long.count - short.count).contains { long[$0...].starts(with: short) }
  }

  /// The consonants that stay the same however a name is transliterated: voiced and voiceless ones merged, h, vowels, and w
  /// behind a vowel gone.
  static func consonants(_ letters: [UInt8]) -> [UInt8] {
    let vowels = Array("aeiou".utf8)
    let spoken = letters.indices.filter { index in
      letters[index] != UInt8(ascii: "w") || index == 0 || !vowels.contains(letters[index - 1])
        || index + 1 < letters.count && vowels.contains(letters[index + 1])
    }
    return NameForm(spoken.map { letters[$0] }).folded.compactMap { letter in
      switch letter {
      case UInt8(ascii: "h"): nil
      case UInt8(ascii: "b"): UInt8(ascii: "p")
      case UInt8(ascii: "d"): UInt8(ascii: "t")
      case UInt8(ascii: "g"): UInt8(ascii: "k")
      case UInt8(ascii: "f"): UInt8(ascii: "v")
      default: vowels.contains(letter) ? nil : letter
      }
    }
  }

  /// "VFB" for "Verein für Bewegungsspiele", letters in order, first letters of all words among them.
  private func isAcronym(_ short: [[UInt8]], _ long: [[UInt8]]) -> Bool {
    guard short.count == 1, let acronym = short.first, acronym.count >= 2, acronym.count <= 6, long.count <= acronym.count else {
      return false
    }
    return Self.isSubsequence(long.compactMap(\.first), of: acronym) && Self.isSubsequence(acronym, of: long.flatMap { $0 })
  }

  /// The initials of the one name begin the other, which is one word: "Ministério Público" and "MPF".
  private func haveInitials(_ x: [[UInt8]], _ y: [[UInt8]]) -> Bool {
    func begin(_ short: [[UInt8]], _ long: [[UInt8]]) -> Bool {
      guard short.count == 1, let code = short.first, long.count >= 2, code.count >= long.count, code.count <= 6 else {
        return false
      }
      return code.starts(with: long.compactMap(\.first))
    }
    return begin(x, y) || begin(y, x)
  }

  private static func isSubsequence(_ x: [UInt8], of y: [UInt8]) -> Bool {
    var index = 0
    for letter in y where index < x.count && x[index] == letter { index += 1 }
    return index == x.count
  }
}
