import Articles
internal import Text
package import Alignment
import Lexicon

/// Who said it: a speaker replaced, or the words of saying lost or added.
///
/// - `attribution/speaker`: what is said is the same (three words and half of those behind the verb), or at least the verbs of
///   saying are aligned, both have a name as subject, and the two names have nothing in common: .70, or .45 when one is an
///   acronym or stands in the other sentence in another part than that of a speaker; ``ReplacementTuning/personAndBody`` where a
///   person, by title or by "he said he would", gave way to a common noun for a body ("the ministry") that the other sentence
///   does not mention, or the reverse; `attribution/speaker` also for a noun in the singular on one side and in the plural on the
///   other ("sources", "a source"), in sentences that are copies (L .8): .70;
/// - `attribution/stance`: a verb of saying became one that takes another stance (denied, confirmed; said, admitted): .50 (.6 +
///   .4 lc), .70 where denying is on one side only;
/// - `attribution/lost` also for "said he", "said that she" that is gone from between a speaker and what he says he did, in a
///   copy (L .8): .78 (.7 + .3 g);
/// - `attribution/lost`, `attribution/added`: "said", "according to" with its speaker on one side only: .45, .30; where the rest
///   is verbatim, or was only left out of a copy, .70 and .50 for a named speaker, .67 and .48 for any other, .57 and .40 where
///   his words are quoted or the verb takes a stance. A source that the copy names in another place instead is not gone.
package struct AttributionRule: DriftRule {
  package static let category = DriftCategory.attribution
  package static let languages = LanguageScope.english
  package static let explanation = RuleExplanation(
    definition: "A statement was put into another's mouth, or the words that say whose statement it is are gone.",
    example: ("The bridge is safe, the contractor said.", "The bridge is safe."),
    limits: """
      The speaker is the name or word next to the verb of saying. A person and a title for the same person ("Marin", "the \
      minister") are not told apart from two persons, hence two names count, or a person and a body.
      """)

  private let speakers: SpeakerReader
  private let kinds: SpeakerKinds
  private let variants: NameVariants
  /// Words before a speaker who was named before.
  private let known: WordSet
  private let that: WordNumber
  private let tuning = DriftTuning.standard.attributions

  package init(resources: DriftResources) {
    speakers = SpeakerReader(resources: resources)
    kinds = SpeakerKinds(resources: resources)
    variants = NameVariants(knowledge: resources.knowledge)
    that = resources.words.id(of: "that")
    known = resources.set("the", "this", "that", "these", "those", "his", "her", "its", "their")
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let reader = PairReader(pair, context)
    let first = speakers.reports(.a, reader)
    let second = speakers.reports(.b, reader)
    for one in first {
      if let other = counterpart(of: one, in: second, reader) {
        compareSpeakers(one, other, among: (first, second), reader, &report)
        compareKinds(one, other, reader, &report)
      } else if let image = pair.match(a: one.verb), let other = second.first(where: { $0.verb == image }) {
        compareSpeakers(one, other, among: ([], []), reader, &report)
      }
      if let image = pair.match(a: one.verb), let other = second.first(where: { $0.verb == image }) {
        compareStances(one, other, reader, &report)
        compareNumbers(one, other, reader, &report)
      }
    }
    for claim in first {
      examineClaim(claim, reader, &report)
      examineOpening(claim, reader, &report)
    }
    let open = (a: first.filter { reader.match(.a, $0.verb) == nil }, b: second.filter { reader.match(.b, $0.verb) == nil })
    // In a copy the other reports of the passage stand where they stood.
    let isSole = first.isEmpty != second.isEmpty
    guard isSole || context.isWordForWord && open.a.isEmpty != open.b.isEmpty else { return }
    for lost in open.a { reportLost(lost, .a, isSole: isSole, reader, context, &report) }
    for lost in open.b { reportLost(lost, .b, isSole: isSole, reader, context, &report) }
  }

  /// The report of the other side that says the same: at least three words, and half of those that have a counterpart, lie in it.
  private func counterpart(
    of one: SpeakerReader.Report, in others: [SpeakerReader.Report], _ reader: PairReader
  ) -> SpeakerReader.Report? {
    let images = one.content.compactMap { reader.isSame(.a, $0) ? reader.match(.a, $0) : nil }
    let scored = others.map { other in (other, images.filter { other.content.contains($0) }.count) }
    guard let best = scored.max(by: { ($0.1, $0.0.verb) < ($1.1, $1.0.verb) }), best.1 >= 3, best.1 * 2 >= images.count else {
      return nil
    }
    return best.0
  }

  private func compareSpeakers(
    _ first: SpeakerReader.Report, _ second: SpeakerReader.Report,
    among reports: (a: [SpeakerReader.Report], b: [SpeakerReader.Report]),
    _ reader: PairReader, _ report: inout FindingCollector
  ) {
    if let one = first.speaker, let two = second.speaker, first.isName, second.isName, !isOneSpeaker(one, two, reader) {
      let isElsewhere =
        stands(one, .a, reader, reports.b) || stands(two, .b, reader, reports.a) || hasAcronym(one, .a, reader)
        || hasAcronym(two, .b, reader)
      report.report(
        .attributionSpeaker, confidence: isElsewhere ? tuning.speakerElsewhere : tuning.speaker, a: one, b: two,
        speakerMessage(reader.text(.a, one), reader.text(.b, two)))
    }
  }

  /// What a person says is said by a body: "Moe said he would resign", "The ministry said Moe would resign".
  private func compareKinds(
    _ first: SpeakerReader.Report, _ second: SpeakerReader.Report, _ reader: PairReader, _ report: inout FindingCollector
  ) {
    guard first.isName != second.isName, let one = first.speaker, let two = second.speaker else { return }
    let isBody = first.isName ? kinds.isBody(.b, two, reader) : kinds.isBody(.a, one, reader)
    guard isBody, first.isName ? kinds.isPerson(first, .a, reader) : kinds.isPerson(second, .b, reader) else { return }
    let isElsewhere = stands(one, .a, reader, []) && !first.isName || stands(two, .b, reader, []) && !second.isName
    report.report(
      .attributionSpeaker,
      confidence: isElsewhere ? tuning.speakerElsewhere : DriftTuning.standard.replacements.personAndBody, a: one, b: two,
      speakerMessage(reader.text(.a, one), reader.text(.b, two)))
  }

  /// "Sources said" and "a source said".
  private func compareNumbers(
    _ first: SpeakerReader.Report, _ second: SpeakerReader.Report, _ reader: PairReader, _ report: inout FindingCollector
  ) {
    guard reader.pair.closeness >= tuning.copied, isSubject(first, .a, reader), isSubject(second, .b, reader), !first.isName,
      !second.isName, let i = first.speaker?.last,
      let j = second.speaker?.last, reader.match(.a, i) == j, reader.relation(i, j).form == .lemma,
      reader.canBe(.noun, .a, i), reader.canBe(.noun, .b, j)
    else { return }
    report.report(
      .attributionSpeaker, confidence: tuning.number, a: i..<i + 1, b: j..<j + 1,
      speakerMessage(reader.text(.a, i..<i + 1), reader.text(.b, j..<j + 1)))
  }

  /// The word before the verb, and none that was named before ("the officials").
  private func isSubject(_ report: SpeakerReader.Report, _ side: Side, _ reader: PairReader) -> Bool {
    guard let speaker = report.speaker, speaker.upperBound <= report.verb else { return false }
    let before = speaker.lowerBound - 1
    return before < 0 || !known.contains(reader.id(side, before))
  }

  private func compareStances(
    _ first: SpeakerReader.Report, _ second: SpeakerReader.Report, _ reader: PairReader, _ report: inout FindingCollector
  ) {
    guard first.stance != second.stance, reader.relation(first.verb, second.verb).form > .lemma else { return }
    let stances = [first.stance, second.stance]
    let isDenial = stances.contains("deny") && (stances.contains("neutral") || stances.contains("suggest"))
    let context = reader.pair.localContext(first.verb, second.verb)
    report.report(
      .attributionStance, confidence: (isDenial ? tuning.denial : tuning.stance) * tuning.stanceByContext(context),
      a: first.verb..<first.verb + 1, b: second.verb..<second.verb + 1,
      stanceMessage(reader.text(.a, first.verb..<first.verb + 1), reader.text(.b, second.verb..<second.verb + 1)))
  }

  /// True when some word of the one name is aligned into the other, or is an alias of a word of it.
  private func isOneSpeaker(_ first: Range<Int>, _ second: Range<Int>, _ reader: PairReader) -> Bool {
    first.contains { i in
      if let image = reader.match(.a, i), second.contains(image), !reader.isSubstituted(.a, i) { return true }
      return second.contains { reader.knowledge.nameSimilarity(reader.pair.a.ids[i], reader.pair.b.ids[$0]) > tuning.sameSpeaker }
    }
  }

  /// An acronym may stand for the other name.
  private func hasAcronym(_ range: Range<Int>, _ side: Side, _ reader: PairReader) -> Bool {
    range.contains { reader.words(side).shape($0).contains(.allCapitals) || variants.isCode($0, reader.words(side)) }
  }

  /// True when a word of the name stands in the other sentence, but as the speaker of one of `reports`: there it says something
  /// else.
  private func stands(_ range: Range<Int>, _ side: Side, _ reader: PairReader, _ reports: [SpeakerReader.Report]) -> Bool {
    let ids = reader.words(side.other).ids
    return ids.indices.contains { place in
      range.contains { reader.id(side, $0) == ids[place] } && !reports.contains { $0.speaker?.contains(place) == true }
    }
  }

  private func reportLost(
    _ lost: SpeakerReader.Report, _ side: Side, isSole: Bool, _ reader: PairReader, _ context: DriftContext,
    _ report: inout FindingCollector
  ) {
    var range = min(lost.verb, lost.speaker?.lowerBound ?? lost.verb)..<max(lost.verb + 1, lost.speaker?.upperBound ?? 0)
    guard range.allSatisfy({ reader.match(side, $0) == nil || reader.isSubstituted(side, $0) }) else { return }
    // "He said" is often left out inside a quotation that goes on.
    let words = reader.words(side)
    let isAside = !Self.plain.contains(lost.stance) || lost.content.contains { words.shape($0).contains(.quoted) }
    var certainty = reader.pair.trust * reader.deletionContext(side, range)
    let clause = sourceClause(lost, range, side, reader)
    guard isSole || clause != nil else { return }
    let isNowhere = side == .a && lost.isName && lost.speaker.map { !reader.isNamedNearby(side, $0, context) } ?? false
    if let clause, isNowhere || speakers.sources(context, side) > speakers.sources(context, side.other) {
      let rest = reader.trustInRest(side.other, context)
      if rest > certainty { (certainty, range) = (rest, clause) }
    }
    let gain = (lost.isName ? 1 : isAside ? tuning.unnamedAside : tuning.unnamed) * certainty
    let confidence = side == .a ? tuning.lost(gain) : tuning.added(gain)
    report.report(
      side == .a ? .attributionLost : .attributionAdded, confidence: confidence, side, range,
      lostMessage(side, reader.text(side, range)))
  }

  /// What went with the words of saying: a part of a sentence, without marks in it, that names somebody and says it in the past.
  private func sourceClause(_ lost: SpeakerReader.Report, _ range: Range<Int>, _ side: Side, _ reader: PairReader) -> Range<Int>?
  {
    let words = reader.words(side)
    // Who is quoted may be told by the sentence before.
    guard !lost.content.contains(where: { words.shape($0).contains(.quoted) }), let speaker = lost.speaker,
      speaker.contains(where: { reader.isName(side, $0) || reader.isContent(side, $0) }),
      let clause = reader.droppedClause(side, range), clause.count <= tuning.droppedWords, !reader.isBracketed(side, clause),
      words.words[clause.upperBound - 1] - words.words[clause.lowerBound] == clause.count - 1
    else { return nil }
    let id = words.ids[lost.verb]
    let isPast =
      reader.knowledge.verbLemmas(id).contains { $0 != id } && !reader.canBe(.noun, side, lost.verb)
      && !reader.knowledge.words.ends(id, with: "s")
    guard id == speakers.according || isPast || lost.isName && clause == range && isAside(clause, words) else { return nil }
    func starts(_ position: Int) -> Bool {
      position == words.count || !words.shape(position).isDisjoint(with: [.sentenceStart, .lineStart])
    }
    return starts(clause.lowerBound) && starts(clause.upperBound) ? nil : clause
  }

  /// ", Lind reports,": marks on both sides.
  private func isAside(_ clause: Range<Int>, _ words: SentenceSide) -> Bool {
    [clause.lowerBound, clause.upperBound].allSatisfy { position in
      position > 0 && (position == words.count || words.words[position] > words.words[position - 1] + 1)
    }
  }

  /// "Lind said she saw the fire" and "Lind saw the fire": a claim is told as a fact.
  private func examineClaim(_ claim: SpeakerReader.Report, _ reader: PairReader, _ report: inout FindingCollector) {
    let words = reader.pair.a
    guard reader.pair.closeness >= tuning.claimed, Self.plain.contains(claim.stance), reader.match(.a, claim.verb) == nil,
      let speaker = claim.speaker, speaker.upperBound <= claim.verb, speaker.allSatisfy({ reader.isSame(.a, $0) })
    else { return }
    var end = claim.verb + 1
    if end < words.count, words.ids[end] == that { end += 1 }
    guard end < words.count, reader.knowledge.traits(words.ids[end]).contains(.pronoun) else { return }
    let range = claim.verb..<end + 1
    guard range.allSatisfy({ reader.match(.a, $0) == nil }), reader.deletionContext(.a, range) >= 1 else { return }
    report.report(
      .attributionLost, confidence: tuning.claim * tuning.droppedByTrust(reader.pair.trust), a: range, b: nil,
      lostMessage(.a, reader.text(.a, range)))
  }

  /// "She added that the fire was out" and "The fire was out": the opening of the sentence went with who says it.
  private func examineOpening(_ claim: SpeakerReader.Report, _ reader: PairReader, _ report: inout FindingCollector) {
    let (words, end) = (reader.pair.a, claim.verb + 1)
    guard reader.pair.closeness >= tuning.claimed, Self.plain.contains(claim.stance), end < words.count, words.ids[end] == that,
      let speaker = claim.speaker, speaker.lowerBound == 0, speaker.upperBound == claim.verb,
      reader.knowledge.traits(words.ids[0]).contains(.pronoun), (0...end).allSatisfy({ reader.match(.a, $0) == nil }),
      reader.deletionContext(.a, 0..<end + 1) >= 1
    else { return }
    report.report(
      .attributionLost, confidence: tuning.claim * tuning.droppedByTrust(reader.pair.trust), a: 0..<end + 1, b: nil,
      lostMessage(.a, reader.text(.a, 0..<end + 1)))
  }

  /// Stances of which nothing is left where the source is gone: what was claimed is told as so.
  private static let plain: Set<String> = ["neutral", "claim", "suggest"]

  private func speakerMessage(_ first: String, _ second: String) -> String {
    "Said by “\(first)” in one text, by “\(second)” in the other."
  }
  private func stanceMessage(_ first: String, _ second: String) -> String {
    "“\(first)” and “\(second)” do not take the same stance."
  }
  private func lostMessage(_ side: Side, _ text: String) -> String {
    side == .a ? "Who says it (“\(text)”) is gone." : "The other text does not say “\(text)”."
  }
}
