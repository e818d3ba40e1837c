import Articles
import Alignment
import Lexicon
import Text
import Tables

/// Which names of two aligned passages have a counterpart, and which words of names have none.
struct NameMatching {
  struct Item {
    /// Positions of the name without titles.
    var positions: Range<Int>
    /// Positions without a counterpart: the word stands nowhere on the other side, or more often on this.
    var unmatched: [Int]
    /// True when the other side has one of these words nowhere.
    var isNew: Bool
    var isWhollyUnmatched: Bool { unmatched.count == positions.count }
  }

  private(set) var a: [Item] = []
  private(set) var b: [Item] = []
  private let knowledge: WordKnowledge

  init(_ pair: SentencePair, knowledge: WordKnowledge) {
    self.knowledge = knowledge
    let spansA = Self.spans(of: pair.a).filter { !isFunctionWord($0, pair.a) }
    let spansB = Self.spans(of: pair.b).filter { !isFunctionWord($0, pair.b) }
    guard spansA.count + spansB.count > 0 else { return }
    a = items(spansA, pair.a, against: pair.b, spansB) { pair.match(a: $0) }
    b = items(spansB, pair.b, against: pair.a, spansA) { pair.match(b: $0) }
  }

  /// "He", "Until": a capital where a full stop is missing; a single letter is an initial at most.
  private func isFunctionWord(_ span: Range<Int>, _ side: SentenceSide) -> Bool {
    if span.count == 1, span.allSatisfy({ side.token($0).bytes.count == 1 }) { return true }
    return span.allSatisfy { knowledge.isStop(side.ids[$0]) && !side.shape($0).contains(.allCapitals) }
  }

  private static func spans(of side: SentenceSide) -> [Range<Int>] {
    let names = side.text.names
    var low = names.partitioningIndex { $0.tokens.lowerBound >= side.tokens.lowerBound }
    var found: [Range<Int>] = []
    while low < names.count, names[low].tokens.upperBound <= side.tokens.upperBound {
      let positions = side.positions(in: names[low].core)
      if !positions.isEmpty { found.append(positions) }
      low += 1
    }
    return found
  }

  private func items(
    _ spans: [Range<Int>], _ side: SentenceSide, against other: SentenceSide, _ otherSpans: [Range<Int>], match: (Int) -> Int?
  ) -> [Item] {
    guard !spans.isEmpty else { return [] }
    // Most names are copied as they are, each word aligned with itself.
    func isCopied(_ span: Range<Int>) -> Bool {
      span.allSatisfy { position in match(position).map { other.ids[$0] == side.ids[position] } ?? false }
    }
    if spans.allSatisfy(isCopied) { return spans.map { Item(positions: $0, unmatched: [], isNew: false) } }
    func isCode(_ word: WordNumber) -> Bool {
      let letters = knowledge.words.string(word)
      return otherSpans.contains { Self.initials(other, $0) == letters }
    }
    let otherNames = otherSpans.count <= 60 ? otherSpans.flatMap { Array($0) } : []
    return spans.map { span in
      if isCopied(span) { return Item(positions: span, unmatched: [], isNew: false) }
      let own = Self.initials(side, span)
      let acronym = own.count > 1 ? knowledge.words.id(of: own) : nil
      if isAlias(side, span, other, otherSpans) { return Item(positions: span, unmatched: [], isNew: false) }
      let new = span.filter { position in
        let word = side.ids[position]
        if other.ids.contains(word) { return false }
        if let partner = match(position), knowledge.areOneName(word, other.ids[partner]) { return false }
        if side.shape(position).contains(.allCapitals), isCode(word) { return false }
        if own.count > 1, let acronym, other.ids.contains(acronym), !side.ids.contains(acronym) { return false }
        return !otherNames.contains { knowledge.areOneName(word, other.ids[$0]) }
      }
      let surplus = span.filter { !new.contains($0) && isSurplus($0, side, other, match: match) }
      return Item(positions: span, unmatched: (new + surplus).sorted(), isNew: !new.isEmpty)
    }
  }

  /// No mention on the other side is left for this one: it is aligned with no equal, and this side has the word more often.
  private func isSurplus(_ position: Int, _ side: SentenceSide, _ other: SentenceSide, match: (Int) -> Int?) -> Bool {
    guard side.count <= PairReader.mostWords, other.count <= PairReader.mostWords else { return false }
    let word = side.ids[position]
    if let partner = match(position), knowledge.areOneName(word, other.ids[partner]) { return false }
    let mentions = side.ids.indices.count { side.shape($0).contains(.name) && knowledge.areOneName(word, side.ids[$0]) }
    // Mostly the other side has the very word as often, and its other words need not be held against it.
    guard mentions > other.ids.count(where: { $0 == word }) else { return false }
    return mentions > other.ids.count(where: { knowledge.areOneName(word, $0) })
  }

  /// The whole name is an alias of a whole name on the other side.
  private func isAlias(_ side: SentenceSide, _ span: Range<Int>, _ other: SentenceSide, _ otherSpans: [Range<Int>]) -> Bool {
    guard span.count <= 6, otherSpans.count <= 60 else { return false }
    let lists = knowledge.session.lexicon.lists
    let name = Self.text(side, span, knowledge)
    let isListed = !lists.places.places(of: name).isEmpty || !lists.organisations.organisations(of: name).isEmpty
    return otherSpans.contains { candidate in
      guard candidate.count <= 6, span.count > 1 || candidate.count > 1 else { return false }
      if side.ids[span] == other.ids[candidate] { return true }
      guard isListed else { return false }
      let second = Self.text(other, candidate, knowledge)
      return lists.places.share(name, second) || lists.organisations.share(name, second)
    }
  }

  /// The folded words of a name, one blank between them.
  static func text(_ side: SentenceSide, _ span: Range<Int>, _ knowledge: WordKnowledge) -> String {
    span.map { knowledge.words.string(side.ids[$0]) }.joined(separator: " ")
  }

  /// First letters of the capitalised words, in lower case.
  private static func initials(_ side: SentenceSide, _ span: Range<Int>) -> String {
    String(
      decoding: span.compactMap { position -> UInt8? in
        let byte = side.text.bytes[Int(side.token(position).start)]
        return side.shape(position).contains(.capitalised) && byte < 0x80 ? byte | 0x20 : nil
      }, as: UTF8.self)
  }
}
