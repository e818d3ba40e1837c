package import Alignment
import Articles
import Resources
internal import Text

/// One version says of itself that it corrects, replaces or withdraws something, the other does not.
///
/// Reported under `addition` (the second text has the note) or `omission` (the note was dropped), the message saying that it is a
/// correction marker. Confidence .75 for a phrase that opens the text, opens a bracket at the head of it, or is a line of its
/// own, and for "corrects" and "refiles" that open a sentence, a bracket or what follows a dash ("Corrects name of the buyer.");
/// .68 for a note at the foot of the text ("The agency corrects its error"), and for a phrase of four words and more anywhere
/// ("an earlier version of this story"). Shorter phrases elsewhere are everyday words and count for nothing; a single word that
/// opens the text must be set off by capitals or a mark ("KILL:", "CORRECTED-"). Where neither text has a marker, the titles are
/// looked at.
package struct CorrectionMarkerRule: DriftRule {
  package static let category = DriftCategory.omission
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "One version says of itself that it corrects, replaces or withdraws something, and the other does not.",
    example: (
      "Corrects the name of the buyer. The mill was sold on Friday to Acme, the board said in a statement.",
      "The mill was sold on Friday to Acme, the board said in a statement."
    ),
    limits: "Notes that an article was updated are no corrections. Titles are looked at where neither text has a note.")

  private let phrases: CorrectionPhrases

  package init(resources: DriftResources) { phrases = CorrectionPhrases(words: resources.words) }

  /// Whether a title says that the article is a correction.
  func marks(_ title: LinguisticText) -> Bool { phrases.marker(in: title) != nil }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {}

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    let a = phrases.marker(in: context.a)
    let b = phrases.marker(in: context.b)
    if let b, a == nil {
      report.reportTokens(
        .additionCorrection, confidence: b.confidence, a: nil, b: b.tokens,
        "The second text says that it corrects the first: “\(context.b.string(b.tokens))”.")
    } else if b == nil, a == nil {
      examineTitles(context, &report)
    } else if let a, b == nil {
      report.reportTokens(
        .omissionCorrection, confidence: a.confidence, a: a.tokens, b: nil,
        "The first text says that it is a correction: “\(context.a.string(a.tokens))”.")
    }
  }

  /// "CORRECTED - Ferry sinks": the finding has no place in the texts.
  private func examineTitles(_ context: DriftContext, _ report: inout FindingCollector) {
    let titles = context.titles
    let a = phrases.marker(in: titles.a)
    let b = phrases.marker(in: titles.b)
    if let b, a == nil {
      report.reportTokens(
        .additionCorrection, confidence: b.confidence, a: nil, b: nil,
        "A correction marker: only the second title says “\(titles.b.string(b.tokens))”.")
    } else if let a, b == nil {
      report.reportTokens(
        .omissionCorrection, confidence: a.confidence, a: nil, b: nil,
        "A correction marker: only the first title says “\(titles.a.string(a.tokens))”.")
    }
  }
}

/// Finds the phrases by which a text says that it is a correction, in the places where they say so.
struct CorrectionPhrases {
  struct Marker {
    var tokens: Range<Int>
    var confidence: Double
  }

  private struct Phrase {
    var words: [WordNumber]
    /// Words as the list counts them, between blanks.
    var length: Int
  }

  /// By first word, the longest first.
  private let phrases: [WordNumber: [Phrase]]
  private let firstWords: WordSet
  /// The phrases of one word.
  private let glued: Set<String>
  private let openers: WordSet
  private let joiners: WordSet
  private let present: WordSet
  /// What follows "corrects" in a note on the article itself, not in "corrects papers".
  private let objects: WordSet

  /// Tokens from the beginning in which a bracket may open before the dateline.
  private static let head = 60
  /// Tokens before the end in which a note on the article stands.
  private static let foot = 40
  /// Words up to which a phrase may be an everyday one.
  private static let everyday = 3

  private let tuning = DriftTuning.standard.passages

  init(words table: WordTable) {
    var phrases: [WordNumber: [Phrase]] = [:]
    var glued: Set<String> = []
    for row in Resource.rows("correction_markers.tsv") where row.count > 1 {
      let words = Self.words(of: String(row[1]), table)
      guard let first = words.first else { continue }
      let length = row[1].split(separator: " ").count
      if length == 1 { glued.insert(String(row[1])) }
      phrases[first, default: []].append(Phrase(words: words, length: length))
    }
    self.phrases = phrases.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    self.glued = glued
    var firstWords = WordSet()
    for word in phrases.keys { firstWords.insert(word) }
    self.firstWords = firstWords
    openers = WordSet(["(", "["], in: table)
    present = WordSet(["corrects", "refiles"], in: table)
    objects = WordSet(
      [
        "that", "to", "its", "an", "error", "errors", "item", "story", "earlier", "figure", "figures", "name", "spelling", "date",
        "day", "headline", "paragraph", "version", "period", "title", "typo", "quote",
      ], in: table)
    joiners = WordSet(["-", "–", "—", ":", "/", ")", "]", "--"], in: table)
  }

  /// The strongest marker of a text, the first of several.
  ///
  /// - Complexity: O(tokens).
  func marker(in text: LinguisticText) -> Marker? {
    var best: Marker?
    let first = text.tokens.firstIndex { $0.kind != .mark && $0.kind != .quote } ?? 0
    if first < text.tokens.count, isGlued(first, text) {
      return Marker(tokens: first..<first + 1, confidence: tuning.markedAtHead)
    }
    for index in text.tokens.indices where firstWords.contains(text.tokens[index].word) {
      for phrase in phrases[text.tokens[index].word] ?? [] {
        guard let end = self.end(of: phrase, at: index, text) else { continue }
        let confidence = confidence(phrase, index..<end, first: first, text)
        if confidence > (best?.confidence ?? 0) { best = Marker(tokens: index..<end, confidence: confidence) }
      }
    }
    return best
  }

  private func confidence(_ phrase: Phrase, _ range: Range<Int>, first: Int, _ text: LinguisticText) -> Double {
    if range.lowerBound == first, phrase.length > 1 || isSetOff(range, text) { return tuning.markedAtHead }
    if opensBracket(range.lowerBound, text) || isLine(range, text) || speaksOfItself(range.lowerBound, text) {
      return tuning.markedAtHead
    }
    return phrase.length > Self.everyday || isNoteOf(range.lowerBound, text) || isAtFoot(range.lowerBound, text)
      ? tuning.markedAtFoot : 0
  }

  /// "CORRECTS date", "Kill:", but not "Withdrawal from the fjord" nor a headline that is all capitals.
  private func isSetOff(_ range: Range<Int>, _ text: LinguisticText) -> Bool {
    guard range.upperBound < text.tokens.count else { return true }
    let next = text.tokens[range.upperBound]
    if joiners.contains(next.word) { return true }
    return text.tokens[range.lowerBound].shape.contains(.allCapitals) && !next.shape.contains(.allCapitals)
  }

  /// "CORRECTED-Ferry sinks": the tokenizer has one word.
  private func isGlued(_ index: Int, _ text: LinguisticText) -> Bool {
    guard let head = text.bytes[text.tokens[index].bytes].split(separator: UInt8(ascii: "-"), maxSplits: 1).first,
      head.count < text.tokens[index].bytes.count, head.allSatisfy({ (0x41...0x5A).contains($0) })
    else { return false }
    return glued.contains(String(decoding: head, as: UTF8.self).lowercased())
  }

  private func opensBracket(_ index: Int, _ text: LinguisticText) -> Bool {
    index > 0 && index < Self.head && openers.contains(text.tokens[index - 1].word)
  }

  /// A note without a subject in the present tense, in a sentence, bracket or behind a dash: "Corrects the name".
  private func speaksOfItself(_ index: Int, _ text: LinguisticText) -> Bool {
    guard present.contains(text.tokens[index].word) else { return false }
    return starts(index, text) && text.tokens[index].shape.contains(.capitalised)
      || text.tokens[index].shape.contains(.sentenceStart)
      || index > 0 && (openers.contains(text.tokens[index - 1].word) || joiners.contains(text.tokens[index - 1].word))
  }

  /// A note whose subject is the sentence's one word before it: "Company corrects date of payment".
  private func isNoteOf(_ index: Int, _ text: LinguisticText) -> Bool {
    guard index > 0, present.contains(text.tokens[index].word) else { return false }
    return text.tokens[index - 1].shape.contains(.sentenceStart) || starts(index - 1, text)
  }

  /// "Editors: the agency corrects its error": agencies say at the foot what they put right.
  private func isAtFoot(_ index: Int, _ text: LinguisticText) -> Bool {
    present.contains(text.tokens[index].word) && index >= Self.head && index + Self.foot >= text.tokens.count
      && index + 1 < text.tokens.count
      && objects.contains(text.tokens[index + 1].word)
  }

  private func isLine(_ range: Range<Int>, _ text: LinguisticText) -> Bool {
    var start = range.lowerBound
    while start > 0, !starts(start, text), isMark(start - 1, text) { start -= 1 }
    var end = range.upperBound
    while end < text.tokens.count, !starts(end, text), isMark(end, text) { end += 1 }
    return starts(start, text) && (end == text.tokens.count || starts(end, text))
  }

  private func starts(_ index: Int, _ text: LinguisticText) -> Bool {
    index == 0 || !text.tokens[index].shape.isDisjoint(with: [.lineStart, .paragraphStart])
  }

  private func isMark(_ index: Int, _ text: LinguisticText) -> Bool {
    text.tokens[index].kind == .mark || text.tokens[index].kind == .quote
  }

  /// One past the phrase's last token when it stands here, marks in it overlooked.
  private func end(of phrase: Phrase, at start: Int, _ text: LinguisticText) -> Int? {
    var index = start
    for word in phrase.words {
      while index < text.tokens.count, index > start, isMark(index, text) { index += 1 }
      guard index < text.tokens.count, text.tokens[index].word == word else { return nil }
      index += 1
    }
    return index
  }

  /// The words of a phrase as a text's tokens have them.
  private static func words(of phrase: String, _ table: WordTable) -> [WordNumber] {
    LinguisticAnalysis.tokens(of: phrase, words: table).filter { $0.kind != .mark && $0.kind != .quote }.map(\.word)
  }
}
