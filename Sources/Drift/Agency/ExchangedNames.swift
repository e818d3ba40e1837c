import Alignment
import Articles
import Text

/// Names that changed places, told by what stands round them.
///
/// Two names that stand once in each sentence fit each other's places better than their own: see ``NameUnits`` and
/// ``Surroundings``.
struct ExchangedNames {
  struct Exchange {
    var first: NameUnits.Unit
    var second: NameUnits.Unit
    /// How much better the exchanged places fit.
    var margin: Double
    var confidence: Double
    /// The names stand in another order.
    var isTurned: Bool

    /// Both names with what is between them.
    var a: Range<Int> {
      min(first.a.lowerBound, second.a.lowerBound)..<max(first.a.upperBound, second.a.upperBound)
    }
    var b: Range<Int> {
      min(first.b.lowerBound, second.b.lowerBound)..<max(first.b.upperBound, second.b.upperBound)
    }
  }

  private static let mostUnits = 16

  private let tuning = DriftTuning.standard.agency

  private let surroundings: Surroundings
  private let arguments: ArgumentReader
  private let joining: WordSet
  private let directions: WordSet
  private let by: WordNumber

  init(resources: DriftResources) {
    surroundings = Surroundings(resources: resources, isSteep: true)
    arguments = ArgumentReader(resources: resources)
    joining = resources.set("and", "or", "with", "between", "versus", "vs", "&")
    directions = resources.set(.directions)
    by = resources.words.id(of: "by")
  }

  /// The best exchanges, each name in one at most.
  ///
  /// Complexity: O(u²) for u names, at most ``mostUnits``.
  func exchanges(_ reader: PairReader) -> [Exchange] {
    guard reader.isShort, !areAllSettled(reader) else { return [] }
    let units = NameUnits(reader).units.filter { !isSettled($0, reader) }
    guard units.count <= Self.mostUnits else { return [] }
    var found: [Exchange] = []
    for (index, first) in units.enumerated() {
      for second in units.dropFirst(index + 1) {
        if let exchange = exchange(first, second, reader) { found.append(exchange) }
      }
    }
    found.sort { ($0.margin, -$0.a.lowerBound, -$0.a.upperBound) > ($1.margin, -$1.a.lowerBound, -$1.a.upperBound) }
    var used: Set<Range<Int>> = []
    return found.filter { exchange in
      guard !used.contains(exchange.first.a), !used.contains(exchange.second.a) else { return false }
      used.formUnion([exchange.first.a, exchange.second.a])
      return true
    }
  }

  /// Every name is aligned with itself, between words that are aligned too, as in most pairs.
  private func areAllSettled(_ reader: PairReader) -> Bool {
    Side.allCases.allSatisfy { side in
      (0..<reader.words(side).count).allSatisfy { position in
        guard reader.isName(side, position) else { return true }
        guard let image = reader.match(side, position), reader.id(side, position) == reader.id(side.other, image) else {
          return false
        }
        let (i, j) = side == .a ? (position, image) : (image, position)
        return isSettled(NameUnits.Unit(a: i..<i + 1, b: j..<j + 1), reader)
      }
    }
  }

  /// The next words on both sides of the name are aligned: it stands where it stood.
  private func isSettled(_ unit: NameUnits.Unit, _ reader: PairReader) -> Bool {
    func agree(_ i: Int, _ j: Int) -> Bool {
      let isInA = i >= 0 && i < reader.pair.a.count
      let isInB = j >= 0 && j < reader.pair.b.count
      return isInA && isInB ? reader.match(.a, i) == j : isInA == isInB
    }
    return agree(unit.a.lowerBound - 1, unit.b.lowerBound - 1) && agree(unit.a.upperBound, unit.b.upperBound)
  }

  private func exchange(_ first: NameUnits.Unit, _ second: NameUnits.Unit, _ reader: PairReader) -> Exchange? {
    guard !isJoined(first.a, second.a, .a, reader), !isJoined(first.b, second.b, .b, reader),
      isPassive(first.a, second.a, .a, reader) == isPassive(first.b, second.b, .b, reader)
    else { return nil }
    let ignored = (a: [first.a, second.a], b: [first.b, second.b])
    func fit(_ one: NameUnits.Unit, _ other: NameUnits.Unit) -> Double {
      surroundings.fit(one.a, other.b, ignoring: ignored, reader)
    }
    let crossed = fit(first, second)
    guard crossed > tuning.leastFit else { return nil }
    let back = fit(second, first)
    guard back > tuning.leastFit else { return nil }
    let margin = crossed + back - fit(first, first) - fit(second, second)
    let isPhrase = isTurnedPhrase(first, second, reader)
    // "Ana Lind, the head of Acme" and "Acme head Ana Lind" say the same.
    guard margin > (isPhrase ? tuning.sufficientInPhrase : tuning.least) else { return nil }
    let excess = margin - (isPhrase ? tuning.sufficientInPhrase : tuning.sufficient)
    let confidence =
      excess < 0
      ? tuning.faint : min(tuning.most, DriftTuning.standard.replacements.exchangedNames + tuning.perGain * excess)
    return Exchange(
      first: first, second: second, margin: margin, confidence: confidence, isTurned: isTurned(first, second))
  }

  /// The names stand in another order, and nothing between them says that the one acts upon the other.
  private func isTurnedPhrase(_ first: NameUnits.Unit, _ second: NameUnits.Unit, _ reader: PairReader) -> Bool {
    isTurned(first, second) && !hasVerb(between: first.a, second.a, .a, reader)
      && !hasVerb(between: first.b, second.b, .b, reader)
  }

  private func isTurned(_ first: NameUnits.Unit, _ second: NameUnits.Unit) -> Bool {
    (first.a.lowerBound < second.a.lowerBound) != (first.b.lowerBound < second.b.lowerBound)
  }

  private func between(_ first: Range<Int>, _ second: Range<Int>) -> Range<Int> {
    let low = min(first.upperBound, second.upperBound)
    return low..<max(low, first.lowerBound, second.lowerBound)
  }

  /// A verb, or a preposition of direction.
  private func hasVerb(between first: Range<Int>, _ second: Range<Int>, _ side: Side, _ reader: PairReader) -> Bool {
    between(first, second).contains { position in
      let word = reader.id(side, position)
      return directions.contains(word) || reader.knowledge.traits(word).contains(.auxiliary)
        || reader.isContent(side, position) && !reader.isName(side, position) && surroundings.isVerbOnly(word, reader)
    }
  }

  /// "X and Y", "X, Z and Y", "X met Y": the order says nothing.
  private func isJoined(_ first: Range<Int>, _ second: Range<Int>, _ side: Side, _ reader: PairReader) -> Bool {
    let between = between(first, second)
    if between.count <= 3, between.contains(where: { reader.isContent(side, $0) && arguments.isSymmetric(side, $0, reader) }) {
      return true
    }
    return between.contains { joining.contains(reader.id(side, $0)) }
      && between.allSatisfy { joining.contains(reader.id(side, $0)) || reader.isName(side, $0) }
  }

  /// "By" stands before one of the names, an article or a title between them at most.
  private func isPassive(_ first: Range<Int>, _ second: Range<Int>, _ side: Side, _ reader: PairReader) -> Bool {
    [first, second].contains { range in
      (max(0, range.lowerBound - 2)..<range.lowerBound).contains { reader.id(side, $0) == by }
    }
  }
}

/// Names that stand once in each of two sentences, as far as their words go together in both.
///
/// A name may be written small on one of the sides. Complexity: O(words + names²).
///
/// "Ana Lind" is one unit as long as no sentence parts its two words.
struct NameUnits {
  struct Unit {
    var a: Range<Int>
    var b: Range<Int>
  }

  private(set) var units: [Unit] = []

  /// Lists of names are left alone: each is held against all others.
  private static let mostNames = 60

  init(_ reader: PairReader) {
    let links = Self.links(reader)
    var last = -2
    for i in links.keys.sorted() {
      guard let j = links[i] else { continue }
      if i == last + 1, let unit = units.last, unit.b.upperBound == j, !Self.isParted(unit, reader) {
        units[units.count - 1].a = unit.a.lowerBound..<i + 1
        units[units.count - 1].b = unit.b.lowerBound..<j + 1
      } else {
        units.append(Unit(a: i..<i + 1, b: j..<j + 1))
      }
      last = i
    }
  }

  /// A mark follows the unit on either side.
  private static func isParted(_ unit: Unit, _ reader: PairReader) -> Bool {
    func isMarked(_ words: [Int], _ position: Int) -> Bool { words[position] != words[position - 1] + 1 }
    return isMarked(reader.pair.a.words, unit.a.upperBound) || isMarked(reader.pair.b.words, unit.b.upperBound)
  }

  /// Positions of `b` by positions of `a`: the same word or the same name in another form, alone of its kind on both sides.
  private static func links(_ reader: PairReader) -> [Int: Int] {
    let (namesA, namesB) = (names(.a, reader), names(.b, reader))
    guard namesA.count + namesB.count > 1, max(namesA.count, namesB.count) <= mostNames else { return [:] }
    let (a, b) = (reader.pair.a.ids, reader.pair.b.ids)
    var links: [Int: Int] = [:]
    for i in namesA {
      guard places(of: a[i], in: a).count == 1 else { continue }
      let equals = places(of: a[i], in: b)
      if equals.count == 1 {
        if reader.isName(.b, equals.first) || reader.isContent(.b, equals.first) { links[i] = equals.first }
      } else if equals.count == 0, let j = alike(i, namesA, namesB.filter({ places(of: b[$0], in: a).count == 0 }), reader) {
        links[i] = j
      }
    }
    for j in namesB where places(of: b[j], in: b).count == 1 {
      let equals = places(of: b[j], in: a)
      if equals.count == 1, reader.isContent(.a, equals.first) { links[equals.first] = j }
    }
    return links
  }

  private static func names(_ side: Side, _ reader: PairReader) -> [Int] {
    (0..<reader.words(side).count).filter { reader.isName(side, $0) }
  }

  /// How often a word stands among others, and where first; names are few, so that this costs less than an index of all words.
  private static func places(of word: WordNumber, in ids: [WordNumber]) -> (first: Int, count: Int) {
    var found = (first: 0, count: 0)
    for (position, id) in ids.enumerated() where id == word {
      if found.count == 0 { found.first = position }
      found.count += 1
    }
    return found
  }

  /// The only name of `b` like one of `a` that no other name of `a` is like.
  private static func alike(_ i: Int, _ namesA: [Int], _ namesB: [Int], _ reader: PairReader) -> Int? {
    let likeness = DriftTuning.standard.agency.alike
    func areAlike(_ i: Int, _ j: Int) -> Bool {
      reader.knowledge.nameSimilarity(reader.id(.a, i), reader.id(.b, j)) > likeness
    }
    let found = namesB.filter { areAlike(i, $0) }
    guard found.count == 1, let j = found.first, namesA.count(where: { areAlike($0, j) }) == 1 else { return nil }
    return j
  }
}
