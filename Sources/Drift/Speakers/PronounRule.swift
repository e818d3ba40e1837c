import Articles
package import Alignment
import Lexicon
import Text

/// A pronoun of another gender, person or number.
///
/// - `pronoun/gender`: he and she (and their forms) aligned .95, .5 where one is the subject and the other is not; by counts,
///   when one text has male pronouns only and the other female ones only, .85; .70 when all of one text are of the one gender and
///   a "he" or "she" of the other text is of the other, or when the subjects alone differ so; .5 where both a man and a woman are
///   named, but .70 for two pronouns or more on each side that are all turned;
/// - `pronoun/thing`: it against he or she .35, and against "she" where a ship is spoken of; .70 where the pronoun begins the
///   sentence and the next verb is aligned too, or the words on both sides of it are;
/// - `pronoun/person`: any other change of person or number .30.
package struct PronounRule: DriftRule {
  package static let category = DriftCategory.pronoun
  package static let languages = LanguageScope.english
  package static let explanation = RuleExplanation(
    definition: "He became she, it became he: the person or thing spoken of is another.",
    example: ("She thanked the rescue crew.", "He thanked the rescue crew."),
    limits: "A pronoun against a name or noun is not judged.")

  private let groups: [WordNumber: Group]
  /// The words that have a group: settles nearly every word by one bit.
  private let pronouns: WordSet
  private let subjects: WordSet
  private let saying: WordSet
  private let men: WordSet
  private let women: WordSet
  /// Things that are "she" to some.
  private let vessels: WordSet

  private let tuning = DriftTuning.standard.pronouns

  private enum Group: Int { case male, female, thing, plural, first, second }

  package init(resources: DriftResources) {
    let table: [(Group, [String])] = [
      (.male, ["he", "him", "his", "himself"]), (.female, ["she", "her", "hers", "herself"]), (.thing, ["it", "its", "itself"]),
      (.plural, ["they", "them", "their", "theirs", "themselves"]),
      (.first, ["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"]),
      (.second, ["you", "your", "yours", "yourself", "yourselves"]),
    ]
    subjects = resources.set("he", "she")
    saying = resources.set(.reportingForms)
    men = resources.set(.men)
    women = resources.set(.women)
    vessels = resources.set(.vessels)
    pronouns = resources.set(table.flatMap(\.1))
    groups = Dictionary(uniqueKeysWithValues: table.flatMap { group, words in words.map { (resources.words.id(of: $0), group) } })
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let reader = PairReader(pair, context)
    var reportedGender = false
    for i in 0..<pair.a.count {
      guard pronouns.contains(pair.a.ids[i]), let first = groups[pair.a.ids[i]], let j = pair.match(a: i),
        let second = groups[pair.b.ids[j]], first != second
      else { continue }
      var (confidence, rule) = judge(first, second, i, j, reader)
      if Set([first, second]) == [.thing, .female], speaksOfVessel(context) {
        confidence = min(confidence, tuning.thingElsewhere)
      }
      if rule == .pronounGender, confidence > tuning.otherCase { reportedGender = true }
      report.report(
        rule, confidence: confidence, a: i..<i + 1, b: j..<j + 1,
        message(reader.text(.a, i..<i + 1), reader.text(.b, j..<j + 1)))
    }
    // In articles a sentence more or less brings pronouns of its own.
    if !reportedGender, context.isSentenceLevel || pair.closeness >= DriftTuning.standard.pronouns.copied {
      examineCounts(reader, &report)
    }
  }

  /// A ship may be "she" in one text and "it" in the other.
  private func speaksOfVessel(_ context: DriftContext) -> Bool {
    [context.a, context.b].contains { text in text.tokens.contains { vessels.contains($0.word) } }
  }

  private func judge(_ first: Group, _ second: Group, _ i: Int, _ j: Int, _ reader: PairReader) -> (Double, DriftRuleID) {
    let both = Set([first, second])
    if both == [.male, .female] { return (isOneCase(i, j, reader) ? tuning.gender : tuning.otherCase, .pronounGender) }
    guard both.contains(.thing), both.contains(.male) || both.contains(.female) else { return (tuning.person, .pronounPerson) }
    if isTurned(first, second, reader) { return (tuning.thingElsewhere, .pronounThing) }
    return (isSubject(i, j, reader) || isEmbedded(i, j, reader) ? tuning.thing : tuning.thingElsewhere, .pronounThing)
  }

  /// "She wrote it" and "it was written by her": both sentences speak of the one and of the other.
  private func isTurned(_ first: Group, _ second: Group, _ reader: PairReader) -> Bool {
    func speaks(_ side: Side, of group: Group) -> Bool { reader.words(side).ids.contains { groups[$0] == group } }
    return speaks(.a, of: second) && speaks(.b, of: first)
  }

  /// "He" and "she", "him" and "her", "his" and "her"; "she" and "his" stand for two different phrases.
  private func isOneCase(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    subjects.contains(reader.pair.a.ids[i]) == subjects.contains(reader.pair.b.ids[j])
  }

  /// Both begin their passage and the words that follow correspond.
  private func isSubject(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    guard reader.pair.a.shape(i).contains(.sentenceStart), reader.pair.b.shape(j).contains(.sentenceStart) else { return false }
    return (i + 1...i + 3).contains { next in
      guard next < reader.pair.a.count, let image = reader.match(.a, next), image > j, image <= j + 3 else { return false }
      return reader.isSame(.a, next)
    }
  }

  /// The words before and behind are the same on both sides: "questioned its timing".
  private func isEmbedded(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    guard i > 0, j > 0, i + 1 < reader.pair.a.count else { return false }
    return reader.match(.a, i - 1) == j - 1 && reader.match(.a, i + 1) == j + 1 && reader.isSame(.a, i - 1)
      && reader.isContent(.a, i - 1)
      && !reader.isSubstituted(.a, i + 1)
  }

  /// The gendered pronouns of the two sides contradict each other, although none are aligned.
  private func examineCounts(_ reader: PairReader, _ report: inout FindingCollector) {
    let places = Side.allCases.map { side in
      reader.words(side).ids.indices.compactMap { position -> (Int, Group)? in
        guard pronouns.contains(reader.id(side, position)), let group = groups[reader.id(side, position)],
          group == .male || group == .female
        else { return nil }
        return (position, group)
      }
    }
    guard let (i, j, confidence) = contradiction(places[0], places[1], reader) else { return }
    report.report(
      .pronounGender, confidence: confidence, a: i..<i + 1, b: j..<j + 1,
      message(reader.text(.a, i..<i + 1), reader.text(.b, j..<j + 1)))
  }

  /// A pronoun of each text that speak of another gender, and how sure it is.
  private func contradiction(_ a: [(Int, Group)], _ b: [(Int, Group)], _ reader: PairReader) -> (Int, Int, Double)? {
    guard let first = a.first, let second = b.first else { return nil }
    let (isUniformA, isUniformB) = (a.allSatisfy { $0.1 == first.1 }, b.allSatisfy { $0.1 == second.1 })
    let isOpen = namesBothGenders(reader)
    if isUniformA, isUniformB {
      guard first.1 != second.1 else { return nil }
      return (first.0, second.0, !isOpen ? tuning.byCounts : min(a.count, b.count) > 1 ? tuning.manyTurned : tuning.open)
    }
    let heads = (a.filter { subjects.contains(reader.id(.a, $0.0)) }, b.filter { subjects.contains(reader.id(.b, $0.0)) })
    let ofOne = isOpen ? tuning.open : tuning.oneTurned
    if isUniformA, let odd = heads.1.first(where: { $0.1 != first.1 && !isSpeaker($0.0, .b, reader) }) {
      return (first.0, odd.0, ofOne)
    }
    if isUniformB, let odd = heads.0.first(where: { $0.1 != second.1 && !isSpeaker($0.0, .a, reader) }) {
      return (odd.0, second.0, ofOne)
    }
    guard let one = heads.0.first, let other = heads.1.first, one.1 != other.1, heads.0.allSatisfy({ $0.1 == one.1 }),
      heads.1.allSatisfy({ $0.1 == other.1 })
    else { return nil }
    return (one.0, other.0, ofOne)
  }

  /// "She said" where the other text says "Clinton said": no pronoun of the other text is meant.
  private func isSpeaker(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    func says(_ side: Side, _ place: Int) -> Bool {
      place >= 0 && place < reader.words(side).count && saying.contains(reader.id(side, place))
    }
    let other = side.other
    guard says(side, position - 1) || says(side, position + 1) else { return false }
    return reader.words(other).ids.indices.contains { place in
      reader.isName(other, place) && (says(other, place - 1) || says(other, place + 1))
    }
  }

  /// A man and a woman are spoken of: each pronoun may mean either.
  private func namesBothGenders(_ reader: PairReader) -> Bool {
    let ids = reader.pair.a.ids + reader.pair.b.ids
    return ids.contains { men.contains($0) } && ids.contains { women.contains($0) }
  }

  private func message(_ first: String, _ second: String) -> String { "“\(first)” became “\(second)”: another person or thing." }
}
