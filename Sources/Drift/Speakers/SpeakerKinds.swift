import Articles
import Alignment
import Lexicon
import Text

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
