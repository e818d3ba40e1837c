import Articles
import Alignment
import Lexicon
import Text

/// The grammatical negations of a sentence pair and which of them answer each other.
///
/// Shared by `negation`, which reports those that stand on one side only, and `polarity`, which must not call "not approved" and
/// "rejected" opposites.
struct NegationReader {
  private let negators: WordSet
  private let implicit: PhraseMatcher
  private let only: WordSet
  /// Those of them behind which a negation leaves open what it would deny ("not necessarily").
  private let opening: WordNumber
  private let fixedAfterNo: WordSet
  /// Words that restrict more often than they negate; and these with what negates in other words.
  private let restrictive: WordSet
  private let negative: WordSet
  private let no, yes: WordNumber
  private let not: WordNumber
  private let whether: WordSet
  private let to: WordNumber
  private let plain: WordSet
  private let yet: WordNumber
  /// Words before a verb that has not come to pass.
  private let ahead: WordSet
  private let mention: WordNumber
  private let longer: WordNumber
  /// Function words that say something of their own where nothing follows.
  private let adverbs: WordSet
  /// Marks that end no clause.
  private let joining: WordSet

  /// Phrases in which a negation negates nothing ("nicht nur"), in languages other than English.
  private let idle: PhraseMatcher
  /// Words that a negation needs near it to be one, as "ne" needs "pas".
  private let completers: WordSet
  private let needsCompleter: WordSet
  /// Words behind which a negator of the same clause negates nothing, as `değil` behind `sadece`.
  private let idleBehind: WordSet
  let endings: NegativeEndings
  private let isEnglish: Bool

  init(resources: DriftResources) {
    isEnglish = resources.isEnglish
    let lists = resources.knowledge.session.lexicon.lists
    implicit = PhraseMatcher(lists.negators, words: resources.words) { $0 == "implicit" }
    idle = PhraseMatcher(resources.data.phrases(.idle), words: resources.words)
    completers = resources.set(resources.data.phrases(.completers))
    needsCompleter = resources.data.language == .french ? resources.set("ne", "n'") : WordSet()
    idleBehind = resources.set(resources.data.phrases(.idleBehind))
    endings = NegativeEndings(resources)
    let explicit =
      isEnglish ? NegationWords.negators : lists.negators.phrases.filter { lists.negators.value(of: $0) == "explicit" }
    negators = resources.set(explicit)
    plain = resources.set(isEnglish ? NegationWords.plain : explicit)
    let mild = isEnglish ? NegationWords.mild : []
    restrictive = resources.set(mild)
    negative = resources.set(isEnglish ? mild + NegationWords.negative : [])
    only = resources.set("only", "just", "least", "merely", "simply", "solely", "necessarily", "even")
    opening = resources.words.id(of: "necessarily")
    fixedAfterNo = resources.set(NegationWords.afterNo)
    no = resources.words.id(of: "no")
    yes = resources.words.id(of: "yes")
    not = resources.words.id(of: "not")
    to = resources.words.id(of: "to")
    yet = resources.words.id(of: "yet")
    ahead = resources.set("to", "will", "would", "must", "should", "shall", "may", "might", "could", "can", "'ll")
    mention = resources.words.id(of: "mention")
    longer = resources.words.id(of: "longer")
    adverbs = resources.set("over", "up", "out", "off", "on", "in", "down", "there", "here")
    joining = resources.set(",", "(", ")", "[", "]", "'", "’", "/", "*")
    whether = resources.set("or", "whether", "why", "if")
  }

  /// A grammatical negation.
  struct Negation {
    var side: Side
    var position: Int
    /// The content word it negates, or nil when none follows.
    var head: Int?
    /// The negation of the other side that answers it.
    var isMatched = false
    /// The ending of a verb, which is its own head.
    var isEnding = false
    /// It leaves open what it would deny: it answers a denial, and is none.
    var isOpen = false
    /// Another negation of the same side, which has its answer, negates the same word.
    var isRepeated = false
  }

  /// The negations of both sides, matched.
  func read(_ reader: PairReader) -> [Negation] {
    let found = negations(.a, reader).prefix(PairReader.mostMarks) + negations(.b, reader).prefix(PairReader.mostMarks)
    if found.isEmpty { return [] }
    var list = Array(found)
    match(&list, reader) { first, second in
      second.head != nil && first.head.flatMap { reader.match(.a, $0) } == second.head
    }
    match(&list, reader) { first, second in reader.match(.a, first.position) == second.position }
    match(&list, reader) { first, second in distance(first, second, reader) <= 3 }
    match(&list, reader) { _, _ in true }
    list.removeAll { negation in
      !negation.isMatched
        && (negation.isOpen || negation.isEnding && !isTurned(negation, reader) || liesAhead(negation, reader))
    }
    for index in list.indices where !list[index].isMatched {
      list[index].isRepeated = isRepeated(list[index], among: list, reader)
    }
    return list
  }

  /// The word that an ending negates stands in its place on the other side without it.
  private func isTurned(_ negation: Negation, _ reader: PairReader) -> Bool {
    guard let image = reader.match(negation.side, negation.position) else { return false }
    return endings.isNegated(reader.id(negation.side, negation.position), formOf: reader.id(negation.side.other, image))
  }

  private func isRepeated(_ negation: Negation, among list: [Negation], _ reader: PairReader) -> Bool {
    guard let head = negation.head else { return false }
    let lemma = reader.knowledge.lemma(reader.id(negation.side, head))
    return list.contains { other in
      guard other.isMatched, other.side == negation.side, let second = other.head else { return false }
      return reader.knowledge.lemma(reader.id(other.side, second)) == lemma
    }
  }

  private func match(_ negations: inout [Negation], _ reader: PairReader, _ answers: (Negation, Negation) -> Bool) {
    for first in negations.indices where negations[first].side == .a && !negations[first].isMatched {
      for second in negations.indices where negations[second].side == .b && !negations[second].isMatched {
        if !(negations[first].isOpen && negations[second].isOpen), answers(negations[first], negations[second]) {
          negations[first].isMatched = true
          negations[second].isMatched = true
          break
        }
      }
    }
  }

  /// Words between what the two negations negate; a large number when nothing links them.
  private func distance(_ first: Negation, _ second: Negation, _ reader: PairReader) -> Int {
    guard let head = first.head, let other = second.head else { return .max }
    if let image = reader.match(.a, head) { return abs(image - other) }
    if let image = reader.match(.b, other) { return abs(image - head) }
    return .max
  }

  private func negations(_ side: Side, _ reader: PairReader) -> [Negation] {
    let ids = reader.words(side).ids
    var last = -Self.concord
    return ids.indices.compactMap { position in
      if endings.isNegative(ids[position]) {
        last = position
        return Negation(side: side, position: position, head: position, isEnding: true)
      }
      let isOpen = isEnglish && ids[position] == not && position + 1 < ids.count && ids[position + 1] == opening
      guard negators.contains(ids[position]) || isYetTo(position, ids), isOpen || isNegation(position, ids, reader.words(side))
      else { return nil }
      // "No vio a nadie" negates once.
      if !isEnglish, position - last < Self.concord { return nil }
      last = position
      return Negation(
        side: side, position: position,
        head: head(after: isOpen ? position + 1 : position, side, reader) ?? headBefore(position, side, reader), isOpen: isOpen)
    }
  }

  /// "Has yet to pay" says that nothing was paid.
  private func isYetTo(_ position: Int, _ ids: [WordNumber]) -> Bool {
    isEnglish && ids[position] == yet && position > 0 && position + 1 < ids.count && ids[position + 1] == to
  }

  /// "Has yet to be approved" and "would have to be approved": what is said of the word on the other side lies ahead too.
  private func liesAhead(_ negation: Negation, _ reader: PairReader) -> Bool {
    let ids = reader.words(negation.side).ids
    guard isYetTo(negation.position, ids) else { return false }
    guard let image = negation.head.flatMap({ reader.match(negation.side, $0) }) else { return true }
    let others = reader.words(negation.side.other).ids
    return (max(0, image - Self.concord)..<image).contains { ahead.contains(others[$0]) }
  }

  /// Words within which a second negation belongs to the first, where negations agree.
  private static let concord = 6

  private func isNegation(_ position: Int, _ ids: [WordNumber], _ words: SentenceSide) -> Bool {
    if isAnswer(position, words) { return false }
    if isEnglish { return !isIdle(position, ids, words) }
    if needsCompleter.contains(ids[position]) {
      let near = max(0, position - Self.concord)..<min(ids.count, position + Self.concord + 1)
      guard near.contains(where: { completers.contains(ids[$0]) }) else { return false }
    }
    if (max(0, position - Self.concord)..<position).contains(where: { idleBehind.contains(ids[$0]) }) { return false }
    return !(max(0, position - 1)...position).contains { idle.match(at: $0, in: ids) != nil }
  }

  /// "No," between marks answers, and negates nothing that follows.
  private func isAnswer(_ position: Int, _ words: SentenceSide) -> Bool {
    let index = words.words[position]
    let opens = position == 0 || words.words[position - 1] != index - 1
    return opens && position + 1 < words.count && words.words[position + 1] != index + 1
  }

  /// Where the negation stands last ("Er kommt nicht"), what it negates stands before it.
  private func headBefore(_ position: Int, _ side: Side, _ reader: PairReader) -> Int? {
    guard !isEnglish else { return nil }
    return (max(0, position - Self.concord)..<position).last { reader.isContent(side, $0) }
  }

  /// Negates nothing, as in "not only", "no doubt", "no more than", "whether or not", "can't wait" and before a number.
  private func isIdle(_ position: Int, _ ids: [WordNumber], _ words: SentenceSide) -> Bool {
    guard position + 1 < ids.count else { return ids[position] == not || ids[position] == no }
    let next = ids[position + 1]
    if ids[position] == not {
      // "37 died, not 23": the figure is told from another.
      if words.shape(position + 1).contains(.figure), position > 0, words.words[position] > words.words[position - 1] + 1 {
        return true
      }
      if next == to { return position + 2 < ids.count && ids[position + 2] == mention }
      return only.contains(next) || (position > 0 && whether.contains(ids[position - 1])) || words.string(position + 1) == "wait"
    }
    // "Yes | No": two answers to choose from.
    if ids[position] == no, position > 0, ids[position - 1] == yes { return true }
    if ids[position] == no { return fixedAfterNo.contains(next) || words.shape(position + 1).contains(.figure) }
    return false
  }

  /// The next word of open class within six words, in the same clause: a full stop, dash or colon between parts the two.
  private func head(after position: Int, _ side: Side, _ reader: PairReader) -> Int? {
    let words = reader.words(side)
    let end = min(position + 7, words.count)
    for index in position + 1..<max(end, position + 1) {
      if isParted(words.words[index - 1], words.words[index], words.text) { return nil }
      if reader.isContent(side, index), words.ids[index] != longer { return index }
      // "Is not over, police say".
      if isEnglish, index == position + 1, adverbs.contains(words.ids[index]), isLast(index, words) { return index }
    }
    return nil
  }

  /// A mark or the end of the passage follows.
  private func isLast(_ index: Int, _ words: SentenceSide) -> Bool {
    index + 1 == words.count || words.words[index + 1] > words.words[index] + 1
  }

  private func isParted(_ first: Int, _ second: Int, _ text: LinguisticText) -> Bool {
    text.tokens[first..<second].dropFirst().contains { $0.kind == .mark && !joining.contains($0.word) }
  }

  /// True for "not", "no", "never", "none" that negate a statement, false for "without" and "hardly", which other words say as
  /// well, and for the contrast in "to firms, not to media".
  func isPlain(_ negation: Negation, _ reader: PairReader) -> Bool {
    let words = reader.words(negation.side)
    let position = negation.position
    guard plain.contains(words.ids[position]) else { return false }
    return position == 0 || words.words[position] == words.words[position - 1] + 1
  }

  /// Words within which a negation of another kind is looked for.
  static let reach = 6

  /// True when a word that carries a negation of its own (fail, refuse, without, un-, few ...) stands unaligned, or aligned by
  /// place only, within `reach` words of a position.
  ///
  /// With `strictly`, "until", "only" and the like do not count: they restrict more often than they negate.
  func hasImplicitNegation(
    near position: Int, _ side: Side, _ reader: PairReader, reach: Int = Self.reach, strictly: Bool = false
  ) -> Bool {
    let ids = reader.words(side).ids
    guard !ids.isEmpty else { return false }
    let low = max(0, position - reach)
    let high = min(ids.count, position + reach + 1)
    guard low < high else { return false }
    return (low..<high).contains { index in
      if reader.match(side, index) != nil && !reader.isSubstituted(side, index) && reader.isSame(side, index) { return false }
      return carriesNegation(index, side, reader) && !(strictly && restrictive.contains(ids[index]))
    }
  }

  /// True for a word that negates by its own meaning or form.
  func carriesNegation(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let id = reader.id(side, position)
    if negators.contains(id) || negative.contains(id) { return true }
    if implicitLength(at: position, side, reader) != nil { return true }
    return reader.knowledge.session.negatedBase(of: reader.knowledge.lexiconID(id)) != nil
  }

  /// The length of an implicit negator ("fail", "refused to", "unable") at a position, or nil.
  func implicitLength(at position: Int, _ side: Side, _ reader: PairReader) -> Int? {
    let ids = reader.words(side).ids
    if let (length, _) = implicit.match(at: position, in: ids) { return length }
    return reader.knowledge.negation(ids[position]) == "implicit" ? 1 : nil
  }
}

/// The English words of negation.
private enum NegationWords {
  static let negators = plain + ["nowhere", "neither", "without", "hardly", "barely", "scarcely"]
  static let plain = ["not", "no", "never", "none", "nobody", "nothing"]
  /// They restrict more often than they negate.
  static let mild = RuleWords.restrictive.words
  static let negative = RuleWords.negativeWords.words
  static let afterNo = RuleWords.afterNo.words
}
