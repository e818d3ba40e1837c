import Articles
import Alignment
import Lexicon
import Resources
import Text
import Tables

/// Who speaks a quotation, as far as the words round its marks tell.
///
/// Read from the sentence that holds the quotation: `“…,” Doe said`, `“…,” said Mayor Doe`, `according to Doe, “…”`, `Doe said:
/// “…”`. A quotation that goes on after `said.` has the speaker of its first half. Pronouns and descriptions name nobody.
struct QuotationSpeaker {
  /// A name as the subject of a verb of saying.
  struct Speaker {
    /// The name's tokens without titles.
    var core: Range<Int>
    /// An article stands before it: "the Kremlin", "the Mayor".
    var hasArticle: Bool
  }

  private let knowledge: WordKnowledge
  private let fullStop: WordNumber
  private let according: WordNumber
  private let to, of, comma: WordNumber
  private let articles: WordSet
  private let skipped: WordSet
  private let notReporting: WordSet
  private let roles: WordSet
  /// Words behind which a name belongs to somebody's place or office.
  private let prepositions: WordSet

  init(resources: DriftResources) {
    knowledge = resources.knowledge
    fullStop = resources.words.id(of: ".")
    according = resources.words.id(of: "according")
    to = resources.words.id(of: "to")
    of = resources.words.id(of: "of")
    comma = resources.words.id(of: ",")
    articles = resources.set("the", "a", "an", "this", "its", "their", "his", "her", "one")
    skipped = resources.set(.besideSpeakers)
    notReporting = resources.set(.notSayingInQuotations)
    prepositions = resources.set("in", "of", "at", "from", "for", "near")
    roles = resources.set(
      Resource.lines("titles.txt").flatMap { $0.split(separator: " ").map(String.init) }.filter { $0 != "of" })
  }

  // MARK: Around the marks

  /// The speakers of all quotations of a text, in their order; at most `limit` quotations are looked at.
  func speakers(in text: LinguisticText, limit: Int) -> [Speaker?] {
    var found: [Speaker?] = []
    for (index, quotation) in text.quotations.prefix(limit).enumerated() {
      var speaker = speaker(of: quotation, in: text)
      // "…," Doe said. "…": the second half is Doe's too.
      if speaker == nil, index > 0, !isAttributed(quotation, in: text), let last = found[index - 1],
        continues(text.quotations[index - 1], quotation, last, text)
      {
        speaker = last
      }
      found.append(speaker)
    }
    return found
  }

  /// The sentence goes on behind the quotation with a word of its own: somebody is said to have said it, whoever that is.
  private func isAttributed(_ quotation: Quotation, in text: LinguisticText) -> Bool {
    let tokens = text.tokens
    guard tokens[quotation.tokens.upperBound - 1].word != fullStop else { return false }
    var index = quotation.tokens.upperBound
    while index < tokens.count, tokens[index].kind == .quote || isComma(tokens[index], text) { index += 1 }
    return index < tokens.count && tokens[index].kind == .word && !tokens[index].shape.contains(.sentenceStart)
      && !tokens[index].shape.contains(.paragraphStart)
  }

  /// Between the two stand but a few words of one sentence, and the speaker is among them.
  private func continues(_ first: Quotation, _ second: Quotation, _ speaker: Speaker, _ text: LinguisticText) -> Bool {
    let between = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
    guard between.count <= Self.reach, between.contains(speaker.core.lowerBound) else { return false }
    let ends = between.filter { text.tokens[$0].word == fullStop }
    return ends.allSatisfy { $0 >= between.upperBound - 2 }
      && !between.contains { text.tokens[$0].shape.contains(.paragraphStart) }
  }

  /// The speaker, or nil when there is none, when it is no name, or when the words before and behind name different ones.
  private func speaker(of quotation: Quotation, in text: LinguisticText) -> Speaker? {
    let behind = speakerBehind(quotation, text)
    let before = speakerBefore(quotation, text)
    if let behind, let before {
      return text.tokens[behind.core].contains { word in text.tokens[before.core].contains { $0.word == word.word } }
        ? behind : nil
    }
    return behind ?? before
  }

  private static let reach = 14

  /// The sentence goes on behind the quotation: a comma, dash or question mark ends it, no full stop.
  private func speakerBehind(_ quotation: Quotation, _ text: LinguisticText) -> Speaker? {
    let tokens = text.tokens
    let last = tokens[quotation.tokens.upperBound - 1]
    guard last.word != fullStop else { return nil }
    var index = quotation.tokens.upperBound
    while index < tokens.count, tokens[index].kind == .quote || isComma(tokens[index], text) { index += 1 }
    guard index < tokens.count, !tokens[index].shape.contains(.paragraphStart), tokens[index].kind == .word else { return nil }
    let end = clauseEnd(from: index, text)
    if isVerb(index, text) { return name(from: index + 1, upTo: end, text) }
    if tokens[index].word == according, index + 1 < end, tokens[index + 1].word == to {
      return name(from: index + 2, upTo: end, text)
    }
    // The subject stands first, its verb within reach; "Doe, the owner, said".
    guard let found = name(from: index, upTo: end, text) else { return nil }
    let limit = min(tokens.count, found.core.upperBound + Self.reach)
    var place = found.core.upperBound
    let isApposition = place < tokens.count && tokens[place].word == comma
    while place < limit, tokens[place].kind != .quote, tokens[place].word != fullStop,
      !tokens[place].shape.contains(.paragraphStart)
    {
      // `Doe said “…”` speaks the quotation that follows.
      if isVerb(place, text) { return place + 1 < tokens.count && tokens[place + 1].kind == .quote ? nil : found }
      guard isApposition || skipped.contains(tokens[place].word) else { return nil }
      place += 1
    }
    return nil
  }

  /// The nearest verb of saying before the opening mark, in the same sentence, with its subject.
  private func speakerBefore(_ quotation: Quotation, _ text: LinguisticText) -> Speaker? {
    let tokens = text.tokens
    var index = quotation.tokens.lowerBound - 2
    let low = max(0, index - Self.reach)
    while index >= low {
      let token = tokens[index]
      if token.kind == .quote || token.word == fullStop { return nil }
      if token.word == to, index > 0, tokens[index - 1].word == according {
        return name(from: index + 1, upTo: clauseEnd(from: index + 1, text), text)
      }
      if isVerb(index, text) { return subject(before: index, text) }
      if tokens[index + 1].shape.contains(.paragraphStart) || token.shape.contains(.paragraphStart) { return nil }
      index -= 1
    }
    return nil
  }

  private func subject(before verb: Int, _ text: LinguisticText) -> Speaker? {
    var index = verb - 1
    while index >= 0, verb - index <= 3, skipped.contains(text.tokens[index].word) { index -= 1 }
    if index >= 0, text.tokens[index].word == comma { index = appositionStart(index, text) - 1 }
    guard index >= 0, let span = nameSpan(at: index, text), span.tokens.upperBound == index + 1 else { return nil }
    // "A spokesman for the port of Varne says": somebody else speaks.
    let before = span.tokens.lowerBound - 1
    guard before < 0 || !prepositions.contains(text.tokens[before].word) else { return nil }
    return speaker(span, text)
  }

  /// The comma that opens the insertion which ends at this one, directly behind a name: "Doe, who owns the mill, said".
  private func appositionStart(_ end: Int, _ text: LinguisticText) -> Int {
    var index = end - 1
    while index > 0, end - index <= Self.reach, text.tokens[index].word != fullStop, text.tokens[index].kind != .quote {
      if text.tokens[index].word == comma, text.tokens[index - 1].shape.contains(.name) { return index }
      index -= 1
    }
    return 0
  }

  // MARK: Names

  /// The name that begins here, or behind an article, titles or a description: "Mayor Doe", "the harbour master, Olav Doe".
  ///
  /// A name behind "of" belongs to the office.
  private func name(from start: Int, upTo end: Int, _ text: LinguisticText) -> Speaker? {
    var index = start
    let isDescribed = start < end && articles.contains(text.tokens[start].word)
    while index < end, index - start < 9 {
      let token = text.tokens[index]
      if let span = nameSpan(at: index, text) {
        let before = index > start ? text.tokens[index - 1].word : comma
        let isDirect = before == comma || articles.contains(before) || roles.contains(before)
        if isAffiliation(span, upTo: end, text) { return nil }
        if let found = speaker(span, text), isDirect || before == of && found.core != span.core { return found }
        index = span.tokens.upperBound
      } else if isDescribed ? token.word != fullStop && token.kind != .quote : roles.contains(token.word) {
        index += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// "Acme spokeswoman Ana Lind": a body before an office and another name.
  private func isAffiliation(_ span: NameSpan, upTo end: Int, _ text: LinguisticText) -> Bool {
    let next = span.tokens.upperBound
    let rest = (next..<max(next, min(end, next + Self.office))).prefix { text.tokens[$0].kind == .word && !isVerb($0, text) }
    return rest.contains { roles.contains(text.tokens[$0].word) && !knowledge.isStop(text.tokens[$0].word) }
  }

  /// Words of an office within which its title stands.
  private static let office = 4

  /// nil for a title alone ("the Prime Minister").
  private func speaker(_ span: NameSpan, _ text: LinguisticText) -> Speaker? {
    var core = span.core
    while let first = core.first, roles.contains(text.tokens[first].word) || text.tokens[first].kind == .mark {
      core = first + 1..<core.upperBound
    }
    guard !core.isEmpty else { return nil }
    let before = span.tokens.lowerBound - 1
    let hasArticle = before >= 0 && articles.contains(text.tokens[before].word) && core.lowerBound == span.tokens.lowerBound
    return Speaker(core: core, hasArticle: hasArticle)
  }

  private func nameSpan(at index: Int, _ text: LinguisticText) -> NameSpan? {
    let low = text.names.partitioningIndex { $0.tokens.upperBound > index }
    return low < text.names.count && text.names[low].tokens.contains(index) ? text.names[low] : nil
  }

  // MARK: Words

  private func isVerb(_ index: Int, _ text: LinguisticText) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, !token.shape.contains(.name), !knowledge.isStop(token.word), !notReporting.contains(token.word)
    else { return false }
    return knowledge.reportingStance(token.word) != nil
  }

  private func clauseEnd(from start: Int, _ text: LinguisticText) -> Int {
    var end = start
    while end < text.tokens.count, end - start < Self.reach, text.tokens[end].kind != .quote,
      end == start || !text.tokens[end].shape.contains(.paragraphStart)
    { end += 1 }
    return end
  }

  private func isComma(_ token: Token, _ text: LinguisticText) -> Bool { token.kind == .mark && token.word != fullStop }
}
