import Alignment
import Articles
import Lexicon
import Text

/// Who says what: reporting verbs and "according to" with their speakers.
struct SpeakerReader {
  /// A verb of saying and the word that names the speaker.
  struct Report {
    var verb: Int
    var stance: String
    var speaker: Range<Int>?
    var isName: Bool
    /// What is said: up to ten words behind the verb, or before it and its speaker where a mark follows.
    var content: Range<Int>
  }

  let according: WordNumber
  private let to: WordNumber
  private let skipped: WordSet
  private let notReporting: WordSet

  init(resources: DriftResources) {
    according = resources.words.id(of: "according")
    to = resources.words.id(of: "to")
    skipped = resources.set(.betweenSpeakerAndVerb)
    notReporting = resources.set(.notSaying)
  }

  func reports(_ side: Side, _ reader: PairReader) -> [Report] {
    let words = reader.words(side)
    var found: [Report] = []
    for position in 0..<words.count where found.count < PairReader.mostMarks {
      let id = words.ids[position]
      if id == according, position + 1 < words.count, words.ids[position + 1] == to {
        let speaker = nameOrWord(from: position + 2, step: 1, side, reader)
        found.append(report(position, "neutral", speaker, side, reader))
        continue
      }
      guard reader.isContent(side, position), !notReporting.contains(id), !reader.isName(side, position),
        let stance = reader.knowledge.reportingStance(id)
      else { continue }
      let before = nameOrWord(from: position - 1, step: -1, side, reader)
      let speaker = before ?? nameOrWord(from: position + 1, step: 1, side, reader)
      found.append(report(position, stance, speaker, side, reader))
    }
    return found
  }

  /// How often an article says whose words it tells.
  ///
  /// Complexity: linear in its words.
  func sources(_ context: DriftContext, _ side: Side) -> Int {
    let knowledge = context.resources.knowledge
    return (side == .a ? context.a : context.b).tokens.count { token in
      token.word == according
        || token.kind == .word && !notReporting.contains(token.word) && !token.shape.contains(.name)
          && knowledge.reportingStance(token.word) != nil
    }
  }

  private func report(
    _ verb: Int, _ stance: String, _ speaker: (range: Range<Int>, isName: Bool)?, _ side: Side, _ reader: PairReader
  ) -> Report {
    let words = reader.words(side)
    let low = min(verb, speaker?.range.lowerBound ?? verb)
    let high = max(verb + 1, speaker?.range.upperBound ?? 0)
    let goesOn = high < words.count && words.words[high] == words.words[high - 1] + 1
    let content = goesOn ? high..<min(words.count, high + 10) : max(0, low - 10)..<low
    return Report(verb: verb, stance: stance, speaker: speaker?.range, isName: speaker?.isName ?? false, content: content)
  }

  /// The name or pronoun that stands next to a position, auxiliaries and articles skipped, within four words.
  private func nameOrWord(from start: Int, step: Int, _ side: Side, _ reader: PairReader) -> (range: Range<Int>, isName: Bool)? {
    let words = reader.words(side)
    var position = start
    while position >= 0, position < words.count, abs(position - start) < 4 {
      if reader.isName(side, position), !reader.knowledge.isStop(words.ids[position]) {
        var low = position
        var high = position + 1
        while low > 0, position - low < 8, reader.isName(side, low - 1) { low -= 1 }
        while high < words.count, high - position < 8, reader.isName(side, high) { high += 1 }
        return (low..<high, true)
      }
      if !skipped.contains(words.ids[position]) { return (position..<position + 1, false) }
      position += step
    }
    return nil
  }
}

/// Whether a speaker is a person or a body: government, company, court.
struct SpeakerKinds {
  private let group: SynsetID?
  private let person: SynsetID?
  private let singular: WordSet

  init(resources: DriftResources) {
    group = resources.knowledge.session.firstNoun("social_group")
    person = resources.knowledge.session.firstNoun("person")
    singular = resources.set("he", "she", "his", "her", "him")
  }

  /// A common noun for a social group in one of its two first senses.
  func isBody(_ side: Side, _ speaker: Range<Int>, _ reader: PairReader) -> Bool {
    guard let group, speaker.count == 1, let position = speaker.first, reader.isContent(side, position),
      !reader.isName(side, position)
    else { return false }
    let id = reader.knowledge.lexiconID(reader.id(side, position))
    return reader.knowledge.session.isKind(of: group, id, senses: 2)
      && !(person.map { reader.knowledge.session.isKind(of: $0, id, senses: 2) } ?? true)
  }

  /// A name with a title, a name that WordNet has as a person's, or one that "he" or "she" follows at once in what is said.
  func isPerson(_ report: SpeakerReader.Report, _ side: Side, _ reader: PairReader) -> Bool {
    guard let speaker = report.speaker, report.isName else { return false }
    let words = reader.words(side)
    let tokens = words.tokenRange(speaker)
    if words.text.names.contains(where: { $0.core != $0.tokens && $0.tokens.overlaps(tokens) }) { return true }
    if report.content.lowerBound >= speaker.upperBound,
      report.content.prefix(3).contains(where: { singular.contains(words.ids[$0]) })
    {
      return true
    }
    guard let person else { return false }
    return speaker.contains { position in
      let id = reader.knowledge.lexiconID(words.ids[position])
      return reader.knowledge.session.isInstanceOnly(id) && reader.knowledge.session.isKind(of: person, id, senses: 2)
    }
  }
}
