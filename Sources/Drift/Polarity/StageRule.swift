import Articles
package import Alignment
import Lexicon
import Text

/// How far a deed has come: planned, put off, possible, told by others, tried, done.
///
/// The stage of a verb is read from the mark before it ("is expected to", `deve`, `será`, `habría`, `soll`), and where a language
/// has endings of its own for what lies ahead and what is past, from the verb's. Confidence, with g the trust in the closeness of
/// the sentences: planned against done or put off .82, hearsay .80, tried .80, possible .76, possible against planned .72, all
/// times .85 + .15 g.
package struct StageRule: DriftRule {
  package static let category = DriftCategory.modality
  package static let languages = LanguageScope.listed
  package static let explanation = RuleExplanation(
    definition: """
      What was planned, tried, possible or told by others is told as done, or the reverse; what was planned is told as put off.
      """,
    example: ("The owners are expected to sell the ferry.", "The owners sold the ferry."),
    limits: """
      There is no parser: a mark counts for the next verb, and in German for the sentence. A later version that reports the event \
      is reported like an error.
      """)

  private let reader: StageReader
  private let tuning = DriftTuning.standard.modalities.stages

  package init(resources: DriftResources) { reader = StageReader(resources) }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.a.ids != pair.b.ids, pair.closeness >= (context.isSentenceLevel ? tuning.least : tuning.leastOfFree) else {
      return
    }
    let words = PairReader(pair, context)
    guard words.isShort else { return }
    let marks = (a: reader.marks(pair.a), b: reader.marks(pair.b))
    guard !marks.a.isEmpty || !marks.b.isEmpty || reader.hasAffixes else { return }
    examineHearsay(words, marks, &report)
    let frame = StatementFrame(pair, knowledge: context.resources.knowledge)
    var seen: Set<[Int]> = []
    for (i, j) in candidates(words, marks) {
      guard let (first, second) = stages(i, j, words, marks) else { continue }
      // Free sentences tell one thing where the words round the verb are the same.
      let isFramed = pair.closeness < tuning.least
      if isFramed, first.stage == .attempted || second.stage == .attempted { continue }
      if isFramed, (frame.share(i..<i + 1, j..<j + 1) ?? 0) < tuning.framed { continue }
      guard let base = base(first.stage, second.stage),
        !isCopied(first, .a, words) || !isCopied(second, .b, words),
        first.stage != .hearsay && second.stage != .hearsay || !reader.isTold(first.stage == .hearsay ? pair.b : pair.a),
        seen.insert([first.range.lowerBound, second.range.lowerBound]).inserted
      else { continue }
      let (a, b) = (
        first.range.lowerBound..<max(first.range.upperBound, i + 1), second.range.lowerBound..<max(second.range.upperBound, j + 1)
      )
      report.report(
        .modalityStage, confidence: base * tuning.byTrust(pair.trust), a: a, b: b, isFramed: isFramed,
        Self.message((first.stage, pair.a.string(a)), (second.stage, pair.b.string(b)))
      )
    }
  }

  /// Words that are aligned, and verbs behind a mark with the form of theirs that stands elsewhere in the other sentence.
  private func candidates(_ words: PairReader, _ marks: (a: [StageReader.Mark], b: [StageReader.Mark])) -> [(Int, Int)] {
    let aligned = (0..<words.pair.a.count).compactMap { i in words.pair.match(a: i).map { (i, $0) } }
    let others = Side.allCases.flatMap { side in
      (side == .a ? marks.a : marks.b).filter { $0.stage == .planned && !isCopied($0, side, words) }
        .compactMap { mark in moved(mark, side, words).map { side == .a ? $0 : ($0.1, $0.0) } }
    }
    return aligned + others
  }

  /// The verb behind a mark, and its only form on the other side that no word is aligned with.
  private func moved(_ mark: StageReader.Mark, _ side: Side, _ words: PairReader) -> (Int, Int)? {
    let end = min(words.words(side).count, mark.range.upperBound + tuning.reach)
    func isFree(_ side: Side, _ position: Int) -> Bool {
      words.isContent(side, position) && (words.match(side, position) == nil || words.isSubstituted(side, position))
    }
    guard let verb = (mark.range.upperBound..<end).first(where: { words.isContent(side, $0) }), isFree(side, verb) else {
      return nil
    }
    let forms = (0..<words.words(side.other).count).filter {
      isFree(side.other, $0) && reader.areForms(words.id(side, verb), words.id(side.other, $0), words.knowledge)
    }
    return forms.count == 1 ? (verb, forms[0]) : nil
  }

  /// The stages of two words that are aligned: of a verb that both have, or of two marks of which one took the other's place.
  private func stages(_ i: Int, _ j: Int, _ words: PairReader, _ marks: (a: [StageReader.Mark], b: [StageReader.Mark]))
    -> (StageReader.Mark, StageReader.Mark)?
  {
    if let (first, second) = marksInPlace(i, j, words, marks) {
      return words.pair.localContext(i, j) >= tuning.leastContext ? (first, second) : nil
    }
    guard words.isContent(.a, i), words.isContent(.b, j), !reader.isTime(i, words.pair.a), !reader.isTime(j, words.pair.b),
      !words.pair.isSubstitution(a: i) || reader.areForms(words.pair.a.ids[i], words.pair.b.ids[j], words.knowledge)
    else { return nil }
    let first = reader.mark(of: i, words.pair.a, marks.a, words.knowledge)
    let second = reader.mark(of: j, words.pair.b, marks.b, words.knowledge)
    // Tried and not tried: the deed itself needs no mark.
    if first?.stage == .attempted, second == nil { return first.map { ($0, .init(range: j..<j + 1, stage: .done)) } }
    if second?.stage == .attempted, first == nil { return second.map { (.init(range: i..<i + 1, stage: .done), $0) } }
    // "He may take the seat" and "he takes the seat".
    if let first, second == nil, isOpen(first, i, j, words, marks.b) { return (first, .init(range: j..<j + 1, stage: .done)) }
    if let second, first == nil, isOpen(second, i, j, words, marks.a) { return (.init(range: i..<i + 1, stage: .done), second) }
    // One form of a verb tells one stage, unless a mark says otherwise.
    let isForm = first?.range == i..<i + 1 || second?.range == j..<j + 1
    if isForm, words.pair.a.ids[i] == words.pair.b.ids[j], !reader.hasTenses { return nil }
    return first.flatMap { first in second.map { (first, $0) } }
  }

  /// "Habrían acordado" and "acuerdan", "deciden": a verb that is told by others, and another in its place.
  private func examineHearsay(
    _ words: PairReader, _ marks: (a: [StageReader.Mark], b: [StageReader.Mark]), _ report: inout FindingCollector
  ) {
    guard !reader.hasTenses, words.pair.closeness >= tuning.copied else { return }
    for side in Side.allCases where (side == .a ? marks.b : marks.a).isEmpty {
      for mark in side == .a ? marks.a : marks.b where mark.stage == .hearsay {
        let verb = mark.range.lowerBound..<mark.range.upperBound + 1
        guard let place = ReplacedPlaces(words.pair).places.first(where: { $0.range(side) == verb }), place.kept >= tuning.kept,
          place.range(side.other).count == 1, !hasCapital(words.pair.a, place.a), !hasCapital(words.pair.b, place.b)
        else { continue }
        report.report(
          .modalityStage, confidence: tuning.hearsay * tuning.byTrust(words.pair.trust), a: place.a, b: place.b,
          Self.message(
            (side == .a ? Stage.hearsay : .done, words.pair.a.string(place.a)),
            (side == .a ? .done : .hearsay, words.pair.b.string(place.b))))
      }
    }
  }

  private func hasCapital(_ side: SentenceSide, _ place: Range<Int>) -> Bool {
    place.contains { side.shape($0).contains(.capitalised) }
  }

  static func message(_ first: (stage: Stage, text: String), _ second: (stage: Stage, text: String)) -> String {
    "What is \(first.stage.name) in one text is \(second.stage.name) in the other: “\(first.text)”, “\(second.text)”."
  }

  /// A mark of what is only possible, or told by others, before another form of the same verb, in a copy that has no such mark.
  private func isOpen(_ mark: StageReader.Mark, _ i: Int, _ j: Int, _ words: PairReader, _ others: [StageReader.Mark]) -> Bool {
    !reader.hasTenses && mark.stage.isUnproven && words.pair.closeness >= tuning.copied
      && words.pair.a.ids[i] != words.pair.b.ids[j]
      && !others.contains { $0.stage.isUnproven || $0.stage == .planned }
  }

  /// Two marks of which one took the other's place, or a mark and a plain "is" ("serait", "est"): what may be is told as what is.
  private func marksInPlace(_ i: Int, _ j: Int, _ words: PairReader, _ marks: (a: [StageReader.Mark], b: [StageReader.Mark]))
    -> (StageReader.Mark, StageReader.Mark)?
  {
    let first = marks.a.first { $0.range.contains(i) }
    let second = marks.b.first { $0.range.contains(j) }
    if let first, let second { return (first, second) }
    if let first, first.stage.isUnproven, reader.isCopula(words.id(.b, j)) {
      return (first, .init(range: j..<j + 1, stage: .done))
    }
    if let second, second.stage.isUnproven, reader.isCopula(words.id(.a, i)) {
      return (.init(range: i..<i + 1, stage: .done), second)
    }
    return nil
  }

  /// Whether all words of a mark stand in the other text too, in its place.
  private func isCopied(_ mark: StageReader.Mark, _ side: Side, _ words: PairReader) -> Bool {
    mark.range.allSatisfy { position in
      words.match(side, position).map {
        !words.isSubstituted(side, position) && words.id(side, position) == words.id(side.other, $0)
      }
        ?? false
    }
  }

  private func base(_ first: Stage, _ second: Stage) -> Double? {
    switch (first, second) {
    case (.planned, .done), (.done, .planned), (.planned, .postponed), (.postponed, .planned): tuning.planned
    case (.hearsay, .done), (.done, .hearsay): tuning.hearsay
    case (.attempted, .done), (.done, .attempted): tuning.attempted
    case (.possible, .done), (.done, .possible): tuning.possible
    case (.possible, .planned), (.planned, .possible): tuning.ahead
    default: nil
    }
  }
}

/// How far a deed has come.
enum Stage: String {
  case planned, possible, hearsay, attempted, done
  /// Put off, or called off altogether.
  case postponed
  /// A form that tells nothing but that the deed is not past.
  case unfinished

  /// Told by others or possible: what a plain "is" makes a fact of.
  var isUnproven: Bool { self == .hearsay || self == .possible }

  /// For people.
  var name: String {
    switch self {
    case .planned: "planned or expected"
    case .possible: "possible"
    case .hearsay: "told by others"
    case .attempted: "tried"
    case .postponed: "put off or called off"
    case .done, .unfinished: "done"
    }
  }
}

/// Reads the stage of verbs from a language's marks and endings (section `stages` of its file).
struct StageReader {
  struct Mark {
    var range: Range<Int>
    var stage: Stage
  }

  private let matcher: PhraseMatcher
  /// Beginnings and ends of words, the longest first.
  private let prefixes, suffixes: [(letters: [UInt8], stage: Stage)]
  private let tenses: TenseReader?
  /// English verbs of saying, and hedges: what is told by others there needs no other mark.
  private let saying: WordSet
  /// Words that open a clause at the end of a mark.
  private let conjunctions: WordSet
  /// Forms of "be" and "have" outside English.
  private let copulas: WordSet
  /// Days and months, and the parts of a day.
  private let days, hours: WordSet
  /// Tells forms of one Arabic root.
  private let roots: ReplacementLikeness?
  private let affixes = WordMemo<Stage?>()
  private let words: WordTable
  private let tuning = DriftTuning.standard.modalities.stages

  init(_ resources: DriftResources) {
    words = resources.words
    var phrases: [String] = []
    var prefixes: [([UInt8], Stage)] = []
    var suffixes: [([UInt8], Stage)] = []
    for line in resources.data.lines(.stages) {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let stage = Stage(rawValue: String(fields[1])) else { continue }
      if fields[0].hasPrefix("-") {
        suffixes.append((Array(fields[0].dropFirst().utf8), stage))
      } else if fields[0].hasSuffix("-") {
        prefixes.append((Array(fields[0].dropLast().utf8), stage))
      } else {
        phrases.append(String(line))
      }
    }
    let hedges = resources.knowledge.session.lexicon.lists.hedges
    saying = resources.set(
      RuleWords.reportingForms.words + ["alleged", "alleges", "allege", "claimed", "claims", "claim"]
        + hedges.phrases.filter { !$0.contains(" ") && hedges.value(of: $0) == "strong" })
    self.prefixes = prefixes.sorted { $0.0.count > $1.0.count }
    self.suffixes = suffixes.sorted { $0.0.count > $1.0.count }
    matcher = PhraseMatcher(PhraseTable(text: phrases.joined(separator: "\n")), words: resources.words)
    conjunctions = resources.set("que", "che")
    copulas = resources.set(resources.data.phrases(.auxiliaries))
    tenses = resources.isEnglish ? TenseReader(resources) : nil
    days = resources.vocabulary.calendar.mentions
    hours = resources.set(.hours)
    roots = resources.data.language == .arabic ? ReplacementLikeness(resources) : nil
  }

  /// Whether the tenses of verbs are read, as in English.
  var hasTenses: Bool { tenses != nil }

  /// Whether a word's form alone tells a stage.
  var hasAffixes: Bool { !prefixes.isEmpty || !suffixes.isEmpty }

  /// Whether the word tells by itself that something is so.
  func isCopula(_ word: WordNumber) -> Bool { copulas.contains(word) }

  /// The marks of a sentence, from left to right.
  func marks(_ side: SentenceSide) -> [Mark] {
    matcher.matches(in: side.ids).prefix(PairReader.mostMarks).compactMap { match in
      Stage(rawValue: match.value).map { Mark(range: match.range, stage: $0) }
    }
  }

  /// Whether something in the sentence is planned.
  func looksAhead(_ side: SentenceSide) -> Bool {
    marks(side).contains { $0.stage == .planned } || hasAffixes && side.ids.contains { affix($0) == .planned }
  }

  /// "Will" stands in the sentence, where the tenses of verbs are read.
  func promises(_ side: SentenceSide) -> Bool { tenses?.hasFuture(side) == true }

  /// What decides the stage of the verb at a position: the mark before it, or its own form.
  func mark(of position: Int, _ side: SentenceSide, _ marks: [Mark], _ knowledge: WordKnowledge) -> Mark? {
    if let mark = marks.last(where: { $0.range.upperBound <= position }) {
      let between = mark.range.upperBound..<position
      // "It is expected that the minister ...": the subject stands before the verb.
      let room = conjunctions.contains(side.ids[mark.range.upperBound - 1]) ? tuning.subject : 0
      let told = between.filter { !isTime($0, side) }
      if told.count < tuning.reach + room, told.count(where: { knowledge.isContent($0, side) }) <= room { return mark }
    }
    let form: Stage?
    if let tenses {
      form = tenses.tense(side, position).flatMap { $0.tense == .past || $0.tense == .perfect ? .done : nil }
    } else {
      form = affix(side.ids[position])
    }
    guard let form, form != .unfinished else { return nil }
    return Mark(range: position..<position + 1, stage: form)
  }

  /// The same with "will" and the like, where the tenses of verbs are read.
  func stage(of position: Int, _ side: SentenceSide, _ marks: [Mark], _ knowledge: WordKnowledge) -> Mark? {
    let mark = mark(of: position, side, marks, knowledge)
    guard let tenses, mark == nil || mark?.range.lowerBound == position, let reading = tenses.tense(side, position),
      let auxiliary = reading.auxiliary, reading.tense != .present
    else { return mark }
    return Mark(range: auxiliary..<position + 1, stage: reading.tense == .future ? .planned : .done)
  }

  /// "Is due on Monday to open": a day, a number or an hour between the mark and the verb.
  func isTime(_ position: Int, _ side: SentenceSide) -> Bool {
    days.contains(side.ids[position]) || hours.contains(side.ids[position]) || side.shape(position).contains(.figure)
  }

  /// Whether two words are forms of one verb.
  func areForms(_ x: WordNumber, _ y: WordNumber, _ knowledge: WordKnowledge) -> Bool {
    guard x != y else { return false }
    return knowledge.relation(x, y).form <= .stem || roots?.areOfOneRoot(x, y) == true
  }

  /// Whether the sentence says who tells it.
  func isTold(_ side: SentenceSide) -> Bool { side.ids.contains { saying.contains($0) } }

  private func affix(_ word: WordNumber) -> Stage? { affixes.value(of: word) { findAffix(words.bytes(word)) } }

  private func findAffix(_ letters: ArraySlice<UInt8>) -> Stage? {
    guard letters.count >= tuning.leastLetters else { return nil }
    if let found = suffixes.first(where: {
      letters.count > $0.letters.count && letters.suffix($0.letters.count).elementsEqual($0.letters)
    }) {
      return found.stage
    }
    if let found = prefixes.first(where: { letters.starts(with: $0.letters) }) { return found.stage }
    // Where unfinished forms have beginnings of their own, one without is past.
    return prefixes.isEmpty ? nil : .done
  }
}
