import Articles
import Alignment
import Lexicon
import Text

/// Where two versions of a quotation differ.
///
/// Words before the first and behind the last common word of the longer version are an extension, not a change, when the shorter
/// version stops there.
struct QuotationDifference {
  /// First to last differing word, or nil when one side has nothing there.
  private(set) var a: Range<Int>?
  private(set) var b: Range<Int>?
  /// On both sides from the first place to the last at which either differs, for people to see; nil when one side has no
  /// differing word.
  ///
  /// One side's first differing word may stand behind the other's last.
  private(set) var places: (a: Range<Int>, b: Range<Int>)?
  private(set) var isEmpty = true
  private(set) var changesContent = false
  /// The words that differ are forms of each other, one by one.
  private(set) var isInflection = false
  /// Words of open class that differ, on the side that has more of them.
  private(set) var differingContent = 0
  /// Words were only left out, or only put in.
  private(set) var isOneSided = false
  /// 2 LCS / (n + m).
  private(set) var ratio = 1.0
  /// Words of the longer version.
  private(set) var length = 0
  /// Places between common words where something differs.
  private(set) var placeCount = 0
  /// One version has nothing but function words where the other has words of open class.
  private(set) var isReference = false

  /// With `isInner` the quotations go on behind `x` and `y`: what the one has more at its end is no extension.
  init(
    _ x: Range<Int>, _ y: Range<Int>, _ pair: SentencePair, _ knowledge: WordKnowledge, calendar: CalendarVocabulary,
    isInner: Bool = false
  ) {
    length = max(x.count, y.count)
    let common = Self.slid(Self.common(x, y, pair, knowledge, calendar), pair)
    ratio = 2 * Double(common.count) / Double(max(1, x.count + y.count))
    var restA = Set(x)
    var restB = Set(y)
    for (i, j) in common {
      restA.remove(i)
      restB.remove(j)
    }
    trimExtensions(&restA, &restB, x, y, common, isInner: isInner)
    trimBeginnings(&restA, &restB, x, y, common, pair, knowledge)
    // What an editor put into brackets is not the speaker's.
    restA = restA.filter { !Self.isBracketed($0, pair.a) }
    restB = restB.filter { !Self.isBracketed($0, pair.b) }
    if restA.isEmpty != restB.isEmpty,
      x.contains(where: { Self.isBracketed($0, pair.a) }) || y.contains(where: { Self.isBracketed($0, pair.b) })
    {
      restA = []
      restB = []
    }
    // Words left out and marked so: "the boats … leak".
    if restB.isEmpty, Self.hasEllipsis(y, pair.b) { restA = [] }
    if restA.isEmpty, Self.hasEllipsis(x, pair.a) { restB = [] }
    restA = restA.filter { pair.a.token($0).kind != .sign }
    restB = restB.filter { pair.b.token($0).kind != .sign }
    (restA, restB) = QuotationWriting.withoutShortForms(restA, restB, pair, knowledge)
    (restA, restB) = Self.withoutSlips(restA, restB, pair, knowledge)
    // Words that were moved inside the quotation are no change of words.
    isEmpty = restA.isEmpty && restB.isEmpty
    guard !isEmpty else { return }
    isOneSided = restA.isEmpty || restB.isEmpty
    a = Self.hull(restA)
    b = Self.hull(restB)
    let gaps = Self.gaps(restA, restB, x, y, common)
    placeCount = gaps.count
    if let a, let b, let first = gaps.first, let last = gaps.last {
      // Of an only place the differing words themselves.
      places = gaps.count == 1 ? (a, b) : (first.a.lowerBound..<last.a.upperBound, first.b.lowerBound..<last.b.upperBound)
    }
    isReference =
      !isOneSided
      && restA.allSatisfy { knowledge.isStop(pair.a.ids[$0]) } != restB.allSatisfy { knowledge.isStop(pair.b.ids[$0]) }
    differingContent = max(
      restA.count { !knowledge.isStop(pair.a.ids[$0]) }, restB.count { !knowledge.isStop(pair.b.ids[$0]) })
    isInflection =
      restA.count == restB.count
      && restA.allSatisfy { i in
        pair.match(a: i).map { restB.contains($0) && knowledge.relation(pair.a.ids[i], pair.b.ids[$0]).form <= .stem } ?? false
      }
    changesContent =
      restA.contains { !knowledge.isStop(pair.a.ids[$0]) } || restB.contains { !knowledge.isStop(pair.b.ids[$0]) }
  }

  /// The gaps between neighbouring common words that hold words of either rest.
  private static func gaps(
    _ restA: Set<Int>, _ restB: Set<Int>, _ x: Range<Int>, _ y: Range<Int>, _ common: [(Int, Int)]
  ) -> [(a: Range<Int>, b: Range<Int>)] {
    var gaps: [(a: Range<Int>, b: Range<Int>)] = []
    var (i, j) = (x.lowerBound, y.lowerBound)
    for (nextA, nextB) in common + [(x.upperBound, y.upperBound)] {
      let gap = (a: i..<max(i, nextA), b: j..<max(j, nextB))
      if gap.a.contains(where: restA.contains) || gap.b.contains(where: restB.contains) { gaps.append(gap) }
      (i, j) = (nextA + 1, nextB + 1)
    }
    return gaps
  }

  /// Whether dots inside the quotation say that something was left out.
  private static func hasEllipsis(_ positions: Range<Int>, _ side: SentenceSide) -> Bool {
    guard let first = positions.first, let last = positions.last else { return false }
    let tokens = side.text.tokens[side.words[first]..<side.words[last]]
    return tokens.contains { token in
      guard token.kind == .mark else { return false }
      let bytes = side.text.bytes[token.bytes]
      return bytes.elementsEqual("…".utf8) || bytes.starts(with: "..".utf8)
    }
  }

  /// Inside round or square brackets.
  private static func isBracketed(_ position: Int, _ side: SentenceSide) -> Bool {
    let token = side.words[position]
    let bytes = side.text.bytes
    func mark(_ index: Int) -> UInt8? {
      guard index >= 0, index < side.text.tokens.count, side.text.tokens[index].kind == .mark else { return nil }
      return bytes[Int(side.text.tokens[index].start)]
    }
    var index = token - 1
    while index >= side.tokens.lowerBound, token - index <= bracketReach {
      if let found = mark(index) {
        if found == UInt8(ascii: ")") || found == UInt8(ascii: "]") { return false }
        if found == UInt8(ascii: "(") || found == UInt8(ascii: "[") { return true }
      }
      index -= 1
    }
    return false
  }

  private static let bracketReach = 8

  /// Without pairs of words that differ as a slip of the pen does, and without words that were joined or parted.
  private static func withoutSlips(
    _ restA: Set<Int>, _ restB: Set<Int>, _ pair: SentencePair, _ knowledge: WordKnowledge
  ) -> (Set<Int>, Set<Int>) {
    var (restA, restB) = (restA, restB)
    for i in restA.sorted() {
      guard let j = pair.match(a: i), restB.contains(j) else { continue }
      if Spelling.isSlip(pair.a.ids[i], pair.b.ids[j], knowledge) {
        restA.remove(i)
        restB.remove(j)
      }
    }
    if Spelling.joined(restA, pair.a, knowledge) == Spelling.joined(restB, pair.b, knowledge) { return ([], []) }
    return (restA, restB)
  }

  private func trimExtensions(
    _ restA: inout Set<Int>, _ restB: inout Set<Int>, _ x: Range<Int>, _ y: Range<Int>, _ common: [(Int, Int)],
    isInner: Bool
  ) {
    guard let first = common.first, let last = common.last else { return }
    if y.lowerBound == first.1 { restA = restA.filter { $0 > first.0 } }
    if x.lowerBound == first.0 { restB = restB.filter { $0 > first.1 } }
    if isInner { return }
    if y.upperBound - 1 == last.1 { restA = restA.filter { $0 < last.0 } }
    if x.upperBound - 1 == last.0 { restB = restB.filter { $0 < last.1 } }
  }

  /// "Our tests show beyond doubt that boats leak", and "the boats leak": quoted from later on, with an article of its own.
  private func trimBeginnings(
    _ restA: inout Set<Int>, _ restB: inout Set<Int>, _ x: Range<Int>, _ y: Range<Int>, _ common: [(Int, Int)],
    _ pair: SentencePair, _ knowledge: WordKnowledge
  ) {
    guard let first = common.first else { return }
    let (before, other) = (x.lowerBound..<first.0, y.lowerBound..<first.1)
    let opens = { (range: Range<Int>, side: SentenceSide) in
      range.count <= Self.opening && range.allSatisfy { knowledge.isStop(side.ids[$0]) }
    }
    guard max(before.count, other.count) > Self.longBeginning, opens(before, pair.a) || opens(other, pair.b) else { return }
    restA = restA.filter { $0 > first.0 }
    restB = restB.filter { $0 > first.1 }
  }

  /// Function words with which a quotation may open that was begun later, and words more that the other then has.
  private static let opening = 1
  private static let longBeginning = 4

  /// The month or weekday that a word names.
  private struct Date {
    private var month, weekday: Int?

    init(_ word: WordNumber, _ calendar: CalendarVocabulary) {
      guard calendar.mentions.contains(word) else { return }
      month = calendar.months[word]
      weekday = calendar.weekdays[word]
    }

    func isSame(as other: Date) -> Bool {
      month != nil && month == other.month || weekday != nil && weekday == other.weekday
    }
  }

  /// Longest common subsequence under "the same word, however spelt".
  static func common(
    _ x: Range<Int>, _ y: Range<Int>, _ pair: SentencePair, _ knowledge: WordKnowledge, _ calendar: CalendarVocabulary
  ) -> [(Int, Int)] {
    guard x.count * y.count <= 160_000 else { return zip(x, y).map { ($0, $1) } }
    // What both begin with word for word is common, whatever follows: the search below would walk down that diagonal.
    let head = zip(x, y).prefix { pair.a.ids[$0] == pair.b.ids[$1] }.count
    return zip(x, y).prefix(head).map { ($0, $1) } + rest(x.dropFirst(head), y.dropFirst(head), pair, knowledge, calendar)
  }

  /// The same by the whole programme, which ``common(_:_:_:_:_:)`` begins behind the common head.
  static func rest(
    _ x: Range<Int>, _ y: Range<Int>, _ pair: SentencePair, _ knowledge: WordKnowledge, _ calendar: CalendarVocabulary
  ) -> [(Int, Int)] {
    let n = x.count
    let m = y.count
    guard n > 0, m > 0 else { return [] }
    var table = [Int32](repeating: 0, count: (n + 1) * (m + 1))
    let dates = (x.map { Date(pair.a.ids[$0], calendar) }, y.map { Date(pair.b.ids[$0], calendar) })
    let outlines = (
      x.map { QuotationWriting.Outline(pair.a.token($0), knowledge) },
      y.map { QuotationWriting.Outline(pair.b.token($0), knowledge) }
    )
    func isSame(_ i: Int, _ j: Int) -> Bool {
      let first = pair.a.ids[x.lowerBound + i]
      let second = pair.b.ids[y.lowerBound + j]
      if first == second { return true }
      if outlines.0[i].mayBeAlike(outlines.1[j]),
        QuotationWriting.areAlike(x.lowerBound + i, y.lowerBound + j, pair, knowledge)
      {
        return true
      }
      if dates.0[i].isSame(as: dates.1[j]) { return true }
      // Only words in one place can be two spellings of one word: that keeps look-ups few.
      guard pair.match(a: x.lowerBound + i) == y.lowerBound + j else { return false }
      if pair.a.shape(x.lowerBound + i).contains(.figure), !pair.isSubstitution(a: x.lowerBound + i) { return true }
      if pair.a.shape(x.lowerBound + i).contains(.name), pair.b.shape(y.lowerBound + j).contains(.name) {
        return knowledge.nameSimilarity(first, second) >= sameName
      }
      return knowledge.relation(first, second).form <= .spelling
    }
    var same = [Bool](repeating: false, count: n * m)
    for i in stride(from: n - 1, through: 0, by: -1) {
      for j in stride(from: m - 1, through: 0, by: -1) {
        same[i * m + j] = isSame(i, j)
        table[i * (m + 1) + j] =
          same[i * m + j] ? table[(i + 1) * (m + 1) + j + 1] + 1 : max(table[(i + 1) * (m + 1) + j], table[i * (m + 1) + j + 1])
      }
    }
    var result: [(Int, Int)] = []
    var i = 0
    var j = 0
    while i < n, j < m {
      if same[i * m + j] {
        result.append((x.lowerBound + i, y.lowerBound + j))
        i += 1
        j += 1
      } else if table[(i + 1) * (m + 1) + j] >= table[i * (m + 1) + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return result
  }

  /// The words of the first block moved as near to the second one as they stand there too, so that "on a day on which", quoted
  /// from "on which" on, is found to begin later and not to have lost its middle.
  private static func slid(_ common: [(Int, Int)], _ pair: SentencePair) -> [(Int, Int)] {
    guard let first = common.first else { return common }
    var count = 1
    while count < common.count, common[count].0 == first.0 + count, common[count].1 == first.1 + count { count += 1 }
    guard count < common.count else { return common }
    let next = common[count]
    let steps = 1...count
    var moved = common
    if next.1 == first.1 + count, steps.allSatisfy({ pair.a.ids[next.0 - $0] == pair.b.ids[next.1 - $0] }) {
      for step in steps { moved[count - step] = (next.0 - step, next.1 - step) }
    } else if next.0 == first.0 + count, steps.allSatisfy({ pair.a.ids[next.0 - $0] == pair.b.ids[next.1 - $0] }) {
      for step in steps { moved[count - step] = (next.0 - step, next.1 - step) }
    }
    return moved
  }

  /// Another spelling of one name: a quotation is not altered by it, ``NameRule`` speaks of names.
  private static let sameName = DriftTuning.standard.quotations.sameName

  private static func hull(_ positions: Set<Int>) -> Range<Int>? {
    guard let first = positions.min(), let last = positions.max() else { return nil }
    return first..<last + 1
  }
}
