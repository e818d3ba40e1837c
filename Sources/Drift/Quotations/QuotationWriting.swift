import Alignment
import Lexicon
import Text

/// Ways of writing that leave the words of a quotation as they were spoken: accents, units, short forms, "&", a masked number.
enum QuotationWriting {
  /// What settles for most pairs of words that they are not alike: the first and the last letter.
  struct Outline {
    private let first, last: UInt8
    /// A word of ASCII letters that is neither a short form nor in capitals.
    private let isPlain: Bool

    init(_ token: Token, _ knowledge: WordKnowledge) {
      let ends = knowledge.words.ends(token.word)
      first = ends?.first ?? 0
      last = ends?.last ?? 0
      isPlain =
        token.kind == .word && token.shape.isDisjoint(with: [.nonASCII, .allCapitals, .clitic]) && max(first, last) < 0x80
    }

    /// Two plain words that are alike begin or end with the same letter.
    func mayBeAlike(_ other: Outline) -> Bool {
      first == other.first || last == other.last || !isPlain || !other.isPlain
    }
  }

  /// Two words that are one, written otherwise.
  static func areAlike(_ i: Int, _ j: Int, _ pair: SentencePair, _ knowledge: WordKnowledge) -> Bool {
    let (first, second) = (pair.a.token(i), pair.b.token(j))
    if first.shape.contains(.nonASCII) || second.shape.contains(.nonASCII) {
      if knowledge.nameForm(first.word).letters == knowledge.nameForm(second.word).letters { return true }
    }
    if isMasked(i, pair.a) && second.kind == .number || isMasked(j, pair.b) && first.kind == .number { return true }
    if first.kind == .sign, second.kind == .word { return isAnd(first, pair.a) && knowledge.isStop(second.word) }
    if second.kind == .sign, first.kind == .word { return isAnd(second, pair.b) && knowledge.isStop(first.word) }
    guard first.kind == .word, second.kind == .word else { return false }
    if first.shape.contains(.clitic) != second.shape.contains(.clitic), isAuxiliary(knowledge.words.string(first.word)),
      isAuxiliary(knowledge.words.string(second.word))
    {
      return true
    }
    return areAlike(first.word, second.word, knowledge)
  }

  /// Asked of every pair of words of two quotations: nearly all are settled by their first and last letters.
  private static func areAlike(_ first: WordNumber, _ second: WordNumber, _ knowledge: WordKnowledge) -> Bool {
    guard let one = knowledge.words.ends(first), let other = knowledge.words.ends(second) else { return false }
    let mayEndAlike = one.last == other.last || max(one.last, other.last) >= 0x80
    if mayEndAlike {
      if knowledge.isPart(first, of: second) || knowledge.isPart(second, of: first) { return true }
      if isElided(first, second, knowledge) || isElided(second, first, knowledge) { return true }
    }
    guard one.first == other.first || max(one.first, other.first) >= 0x80 else { return false }
    let (x, y) = (knowledge.words.string(first), knowledge.words.string(second))
    guard x.utf8.first == y.utf8.first else { return false }
    if min(x, y) == "a", max(x, y) == "an" { return true }
    if let one = knowledge.unit(first), let two = knowledge.unit(second) {
      return one.group == two.group && one.factor == two.factor
    }
    return mayEndAlike && (isContraction(x, of: y) || isContraction(y, of: x))
  }

  /// "Anybody's seen" and "anybody has seen", "we'd gone" and "we had gone": what the short form stands for, the next word tells.
  private static func isAuxiliary(_ word: String) -> Bool {
    ["is", "has", "'s", "’s", "had", "would", "'d", "’d"].contains(word)
  }

  /// "Tá" for "está": a short word, one of them a function word, without its first letters.
  private static func isElided(_ short: WordNumber, _ long: WordNumber, _ knowledge: WordKnowledge) -> Bool {
    guard knowledge.isStop(short) || knowledge.isStop(long) else { return false }
    let (part, whole) = (knowledge.words.bytes(short), knowledge.words.bytes(long))
    return whole.count <= longestElided && part.count >= 2 && part.count < whole.count
      && whole.suffix(part.count).elementsEqual(part)
  }

  private static let longestElided = 6

  /// "Sr" and "senhor", "dr" and "doctor": the first and the last letter of a longer word.
  private static func isContraction(_ short: String, of long: String) -> Bool {
    short.utf8.count <= longestTitle && long.utf8.count > longestTitle + 1 && short.utf8.last == long.utf8.last
  }

  /// Letters of a shortened title at most.
  private static let longestTitle = 3

  private static func isAnd(_ token: Token, _ side: SentenceSide) -> Bool {
    side.text.bytes[Int(token.start)] == UInt8(ascii: "&")
  }

  /// "*NUMBER*": a word in capitals between asterisks, put by whoever prepared the text.
  private static func isMasked(_ position: Int, _ side: SentenceSide) -> Bool {
    let token = side.token(position)
    guard token.shape.contains(.allCapitals), token.start > 0, Int(token.end) < side.text.bytes.count else { return false }
    return side.text.bytes[Int(token.start) - 1] == UInt8(ascii: "*") && side.text.bytes[Int(token.end)] == UInt8(ascii: "*")
  }

  /// Without short forms in capitals on one side and the words they stand for on the other: "WHO", "World Health Organization".
  static func withoutShortForms(
    _ restA: Set<Int>, _ restB: Set<Int>, _ pair: SentencePair, _ knowledge: WordKnowledge
  ) -> (Set<Int>, Set<Int>) {
    var (restA, restB) = (restA, restB)
    for i in restA.sorted() where pair.a.shape(i).contains(.allCapitals) {
      guard let words = spelledOut(pair.a.ids[i], restB, pair.b, knowledge) else { continue }
      restA.remove(i)
      restB.subtract(words)
    }
    for j in restB.sorted() where pair.b.shape(j).contains(.allCapitals) {
      guard let words = spelledOut(pair.b.ids[j], restA, pair.a, knowledge) else { continue }
      restB.remove(j)
      restA.subtract(words)
    }
    return (restA, restB)
  }

  /// The first run of words with capitals, function words between them, whose first letters the short form has in order.
  private static func spelledOut(
    _ code: WordNumber, _ rest: Set<Int>, _ side: SentenceSide, _ knowledge: WordKnowledge
  ) -> Set<Int>? {
    let letters = knowledge.nameForm(code).letters
    guard letters.count >= 2, letters.count <= longestCode else { return nil }
    var run: [Int] = []
    func stands(_ run: [Int]) -> Bool {
      let initials = run.filter { !knowledge.isStop(side.ids[$0]) }.compactMap { knowledge.nameForm(side.ids[$0]).letters.first }
      guard initials.count >= 2, initials.first == letters.first else { return false }
      var left = initials[...]
      for letter in letters where letter == left.first { left = left.dropFirst() }
      return left.isEmpty
    }
    for position in rest.sorted() {
      if let last = run.last, last + 1 != position {
        if stands(run) { return Set(run) }
        run = []
      }
      if side.shape(position).contains(.capitalised) || !run.isEmpty && knowledge.isStop(side.ids[position]) {
        run.append(position)
      } else {
        if stands(run) { return Set(run) }
        run = []
      }
    }
    return stands(run) ? Set(run) : nil
  }

  private static let longestCode = 6
}
