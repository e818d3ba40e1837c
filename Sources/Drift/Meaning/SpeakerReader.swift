import Alignment
import Lexicon
import TextAnalysis

/// Who says what: reporting verbs and "according to" with their speakers.
struct SpeakerReader {
  /// A verb of saying and the word that names the speaker.
  struct Report {
    var verb: Int
    var stance: String
    var speaker: Range<Int>?
    var isName: Bool
  }

  private let according: WordNumber
  private let to: WordNumber
  private let skipped: WordSet
  private let notReporting: WordSet

  init(resources: DriftResources) {
    according = resources.words.id(of: "according")
    to = resources.words.id(of: "to")
    skipped = resources.set("has", "have", "had", "also", "later", "on", "then", "was", "is", "will", "would", "not", "did", "the", "a", "'s")
    notReporting = resources.set(
      "read", "post", "post", "speak", "continue", "brief", "relate", "note", "notes", "state", "states", "report", "reports", "comment", "comments",
      "posts", "reading", "statement", "order", "orders", "call", "calls", "question", "questions", "claim", "claims", "warning", "demand", "demands",
      "promise", "reply", "answer", "estimate", "estimates", "forecast", "show", "shows", "found", "find", "hope", "hopes", "announced", "express")
  }

  func reports(_ side: Side, _ reader: PairReader) -> [Report] {
    let words = reader.words(side)
    var found: [Report] = []
    for position in 0..<words.count {
      let id = words.ids[position]
      if id == according, position + 1 < words.count, words.ids[position + 1] == to {
        let speaker = nameOrWord(from: position + 2, step: 1, side, reader)
        found.append(Report(verb: position, stance: "neutral", speaker: speaker?.range, isName: speaker?.isName ?? false))
        continue
      }
      guard reader.isContent(side, position), !notReporting.contains(id), !reader.isName(side, position),
        let stance = reader.knowledge.session.value(in: reader.knowledge.session.lexicon.lists.reportingVerbs, reader.knowledge.lexiconID(id))
      else { continue }
      let before = nameOrWord(from: position - 1, step: -1, side, reader)
      let speaker = before ?? nameOrWord(from: position + 1, step: 1, side, reader)
      found.append(Report(verb: position, stance: stance, speaker: speaker?.range, isName: speaker?.isName ?? false))
    }
    return found
  }

  /// The name or pronoun that stands next to a position, auxiliaries and articles skipped, within four words.
  private func nameOrWord(from start: Int, step: Int, _ side: Side, _ reader: PairReader) -> (range: Range<Int>, isName: Bool)? {
    let words = reader.words(side)
    var position = start
    while position >= 0, position < words.count, abs(position - start) < 4 {
      if reader.isName(side, position) {
        var low = position
        var high = position + 1
        while low > 0, reader.isName(side, low - 1) { low -= 1 }
        while high < words.count, reader.isName(side, high) { high += 1 }
        return (low..<high, true)
      }
      if !skipped.contains(words.ids[position]) { return (position..<position + 1, false) }
      position += step
    }
    return nil
  }
}
