import Alignment
import Articles
internal import Lexicon
import Tables
import Text

/// Makes one finding of the same change found several times, and puts findings in the order of reading.
///
/// A name, a unit or a spelling that was replaced throughout is one change. Of anything else two places are the same change only
/// where the same words follow: "not pay the fine" and "not pay the costs" are two statements.
enum FindingMerger {
  private struct Key: Hashable {
    var rule: DriftRuleID
    var a: String?
    var b: String?
    /// The word behind the change in the first text that has it.
    var next: WordNumber?
  }

  /// Categories of which a change made throughout is one change.
  private static let throughout: Set<DriftCategory> = [.name, .unit, .term, .language, .fluency, .tense, .addition, .omission]

  private static func next(_ finding: DriftFinding, _ context: DriftContext) -> WordNumber? {
    guard !throughout.contains(finding.category) else { return nil }
    let (span, text) = finding.a.map { ($0, context.a) } ?? (finding.b ?? .init(0..<0), context.b)
    let index = text.tokenRange(span).upperBound
    return index < text.tokens.count ? text.tokens[index].word : nil
  }

  static func merge(_ findings: [DriftFinding], context: DriftContext, options: DriftOptions) -> [DriftFinding] {
    var merged: [DriftFinding] = []
    var places: [Key: Int] = [:]
    for finding in findings {
      let key = Key(
        rule: finding.rule, a: text(finding.a, in: context.a), b: text(finding.b, in: context.b), next: next(finding, context))
      if let place = places[key] {
        merged[place].count += finding.count
        if finding.confidence > merged[place].confidence {
          merged[place].confidence = finding.confidence
          merged[place].severity = max(finding.severity, merged[place].severity)
        }
      } else {
        places[key] = merged.count
        merged.append(finding)
      }
    }
    merged = HouseStyle(context: context).fold(withoutEchoes(surer(merged), context))
      .filter { $0.severity >= options.minimumSeverity && options.categories?.contains($0.category) ?? true }
    return merged.enumerated().sorted { left, right in
      if left.element.severity != right.element.severity { return left.element.severity > right.element.severity }
      let first = left.element.a?.start ?? left.element.b?.start ?? 0
      let second = right.element.a?.start ?? right.element.b?.start ?? 0
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
  }

  /// A fact that its sentence tells and the retelling as a whole is one change: the surer finding of the two stays.
  private static func surer(_ findings: [DriftFinding]) -> [DriftFinding] {
    let retold = findings.filter { RetoldFactsRule.ids.contains($0.rule) }
    guard !retold.isEmpty else { return findings }
    return findings.filter { finding in
      let isRetold = RetoldFactsRule.ids.contains(finding.rule)
      let others = isRetold ? findings.filter { !RetoldFactsRule.ids.contains($0.rule) } : retold
      return !others.contains { other in
        other.category == finding.category && overlap(other.a, finding.a) && overlap(other.b, finding.b)
          && (other.confidence, isRetold ? 1 : 0) > (finding.confidence, 0)
      }
    }
  }

  private static func overlap(_ one: DriftFinding.Span?, _ other: DriftFinding.Span?) -> Bool {
    guard let one, let other else { return false }
    return one.range.overlaps(other.range)
  }

  /// Rules whose findings another speaker of a quotation makes superfluous.
  private static let echoes: Set<DriftRuleID> = [.attributionSpeaker, .nameReplaced, .nameExchanged, .namePart]

  /// Without the names that differ only because a quotation was given to another speaker, which is told already.
  ///
  /// Names of which each is found in its own article only were exchanged, whoever is quoted; they stay, as minor findings.
  private static func withoutEchoes(_ findings: [DriftFinding], _ context: DriftContext) -> [DriftFinding] {
    let moved = findings.filter { $0.rule == .quotationSpeaker }
    guard !moved.isEmpty else { return findings }
    return findings.compactMap { finding in
      guard echoes.contains(finding.rule), let a = text(finding.a, in: context.a), let b = text(finding.b, in: context.b) else {
        return finding
      }
      let isEcho = moved.contains { quotation in
        guard finding.count <= quotation.count, let one = text(quotation.a, in: context.a),
          let two = text(quotation.b, in: context.b)
        else { return false }
        return (one.contains(a) || a.contains(one)) && (two.contains(b) || b.contains(two))
      }
      guard isEcho else { return finding }
      guard finding.category == .name, areNew(finding, context) else { return nil }
      var echo = finding
      echo.confidence = min(echo.confidence, HouseStyle.confidence)
      echo.severity = .minor
      return echo
    }
  }

  /// No word of either name stands in the other article.
  private static func areNew(_ finding: DriftFinding, _ context: DriftContext) -> Bool {
    guard let a = finding.a, let b = finding.b else { return false }
    return context.a.tokens[context.a.tokenRange(a)].allSatisfy { !context.occurrences.wordsOfB.contains($0.word) }
      && context.b.tokens[context.b.tokenRange(b)].allSatisfy { !context.occurrences.wordsOfA.contains($0.word) }
  }

  /// The words of a side in lower case, so that the start of a sentence makes no difference.
  private static func text(_ span: DriftFinding.Span?, in text: LinguisticText) -> String? {
    span.map { String(decoding: text.bytes[$0.range], as: UTF8.self).lowercased() }
  }
}

/// One name written for another throughout: an outlet's way of writing ("Burma" for "Myanmar"), told once and as minor.
///
/// A replacement is house style when it occurs twice at least and is never mixed: the second text has the old name nowhere, the
/// first the new one nowhere, and neither name has another partner. Both names in one text are an exchange. Two persons with
/// titles, or with names of different length, two places that the list knows to be different, and words that a text writes small
/// as well, are no ways of writing one name. Another name as a speaker stays an `attribution` finding.
struct HouseStyle {
  private static let rules: Set<DriftRuleID> = [.nameReplaced, .nameExchanged]
  static let confidence = DriftTuning.standard.findings.houseStyle

  let context: DriftContext

  /// The findings with replacements that are house style turned into minor findings of rule `name/style`.
  func fold(_ findings: [DriftFinding]) -> [DriftFinding] {
    var partnersOfA: [[WordNumber]: Set<[WordNumber]>] = [:]
    var partnersOfB: [[WordNumber]: Set<[WordNumber]>] = [:]
    for finding in findings where finding.category == .name {
      guard let a = finding.a, let b = finding.b else { continue }
      let (first, second) = (words(a, context.a), words(b, context.b))
      partnersOfA[first, default: []].insert(second)
      partnersOfB[second, default: []].insert(first)
    }
    var places: [[[WordNumber]]: Int] = [:]
    return findings.reduce(into: []) { folded, finding in
      guard Self.rules.contains(finding.rule), finding.count > 1, let a = finding.a, let b = finding.b else {
        return folded.append(finding)
      }
      let (first, second) = (words(a, context.a), words(b, context.b))
      guard partnersOfA[first]?.count == 1, partnersOfB[second]?.count == 1, !occurs(first, context.b),
        !occurs(second, context.a),
        !isOrdinary(first, context.a), !isOrdinary(second, context.b), !areDifferentPlaces(first, second),
        !areDifferentPersons(first, second), !hasTitle(a, context.a), !hasTitle(b, context.b)
      else { return folded.append(finding) }
      // Replaced in some places and exchanged in others is one way of writing.
      if let place = places[[first, second]] {
        folded[place].count += finding.count
        folded[place].confidence = max(folded[place].confidence, finding.confidence)
        folded[place] = style(folded[place])
      } else {
        places[[first, second]] = folded.count
        folded.append(style(finding))
      }
    }
  }

  private func style(_ finding: DriftFinding) -> DriftFinding {
    var style = finding
    let (old, new) = (finding.a.map(context.a.string) ?? "", finding.b.map(context.b.string) ?? "")
    style.rule = .nameStyle
    style.confidence = min(finding.confidence, Self.confidence)
    style.severity = .minor
    style.message = "House style, it seems: “\(new)” stands for “\(old)” throughout (\(finding.count) times)."
    return style
  }

  private func words(_ span: DriftFinding.Span, _ text: LinguisticText) -> [WordNumber] {
    text.tokens[text.tokenRange(span)].map(\.word)
  }

  /// The name stands in the text as a name; "is" is no "IS".
  private func occurs(_ words: [WordNumber], _ text: LinguisticText) -> Bool {
    text.names.contains { span in
      let tokens = text.tokens[span.tokens]
      return tokens.count >= words.count
        && tokens.indices.contains { start in
          start + words.count <= tokens.endIndex && tokens[start..<start + words.count].map(\.word) == words
        }
    }
  }

  /// "TEA" in a text that has "tea" as well: a thing and no name, of which another is another thing.
  private func isOrdinary(_ words: [WordNumber], _ text: LinguisticText) -> Bool {
    words.count == 1 && !context.resources.knowledge.isStop(words[0])
      && text.tokens.contains { $0.kind == .word && $0.word == words[0] && !$0.shape.contains(.capitalised) }
  }

  /// "Lind" and "Ana Moe", "Bo Lind" and "Ana Moe": two names of which one has several words, with nothing in common and no
  /// initials of each other, are no way of writing, unless they are of one place or body.
  private func areDifferentPersons(_ first: [WordNumber], _ second: [WordNumber]) -> Bool {
    guard max(first.count, second.count) > 1 else { return false }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    let knowledge = context.resources.knowledge
    let lists = knowledge.session.lexicon.lists
    if lists.places.share(string(first), string(second)) || lists.organisations.share(string(first), string(second)) {
      return false
    }
    return !short.contains { long.contains($0) } && !NameVariants(knowledge: knowledge).areVariants(short[...], long[...])
  }

  private func areDifferentPlaces(_ first: [WordNumber], _ second: [WordNumber]) -> Bool {
    let places = context.resources.knowledge.session.lexicon.lists.places
    let (one, two) = (string(first), string(second))
    return !places.places(of: one).isEmpty && !places.places(of: two).isEmpty && !places.share(one, two)
  }

  private func string(_ words: [WordNumber]) -> String { words.map(context.resources.words.string).joined(separator: " ") }

  /// "Mayor Moe": a person anywhere in the text, hence no way of writing.
  private func hasTitle(_ span: DriftFinding.Span, _ text: LinguisticText) -> Bool {
    let words = words(span, text)
    return text.names.contains { $0.core != $0.tokens && text.tokens[$0.core].map(\.word) == words }
  }
}

extension LinguisticText {
  func string(in span: DriftFinding.Span) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  /// The tokens that begin inside the bytes.
  ///
  /// Complexity: O(log tokens).
  func tokenRange(_ span: DriftFinding.Span) -> Range<Int> { firstToken(from: span.start)..<firstToken(from: span.end) }

  private func firstToken(from byte: Int) -> Int {
    tokens.partitioningIndex { Int($0.start) >= byte }
  }
}
