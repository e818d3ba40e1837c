package import Alignment
import Articles
import Tables
import Text

/// Another month, day of the week or relative day.
///
/// Years and clock times come from ``NumberRule``. A month counts in a compound ("mid-June") and one letter off its spelling too.
///
/// Like is compared with like. Confidence: .95 (.7 + .3 lc) for two in one place, .75 instead of .95 when the other side has the
/// day too; .70 when both sides have one that the other lacks (.55 in articles); .40 for yesterday and today; .30 when only one
/// side names a day.
package struct TimeRule: DriftRule {
  package static let category = DriftCategory.time
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "A date, day, month, year or time of day differs, or another year, month or week is meant: last, this, next.",
    example: ("The vote is on Tuesday, 4 May.", "The vote is on Thursday, 4 May."),
    limits: """
      "Yesterday" and a named day are not reconciled, since the day of publication may be unknown. Time zones are not converted. \
      "The night before Sunday" is understood as Saturday.
      """)

  private let calendar: CalendarVocabulary
  private let months: MonthSpelling
  private let stamps: UpdateStamps
  private let eve: WordSet
  private let before: WordNumber

  package init(resources: DriftResources) {
    calendar = resources.vocabulary.calendar
    months = MonthSpelling(resources)
    stamps = UpdateStamps(resources)
    eve = resources.set("night", "evening", "day", "eve")
    before = resources.words.id(of: "before")
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let a = mentions(pair.a)
    let b = mentions(pair.b)
    guard !(a.isEmpty && b.isEmpty) else { return }
    for kind in [CalendarMentions.Kind.month, .weekday, .relative] {
      compare(a.filter { $0.kind == kind }, b.filter { $0.kind == kind }, kind, pair, context, &report)
    }
  }

  /// The days and months of a passage, but for those of stamps.
  private func mentions(_ side: SentenceSide) -> [CalendarMentions.Mention] {
    let found = CalendarMentions(side, calendar: calendar, months: months, eve: eve, before: before).mentions
    guard !found.isEmpty else { return [] }
    let stamped = stamps.positions(side)
    return stamped.isEmpty ? found : found.filter { !stamped.contains($0.position) }
  }

  private func compare(
    _ a: [CalendarMentions.Mention], _ b: [CalendarMentions.Mention], _ kind: CalendarMentions.Kind, _ pair: SentencePair,
    _ context: DriftContext, _ report: inout FindingCollector
  ) {
    guard a.count <= 40, b.count <= 40 else { return }
    var restB = b
    var restA: [CalendarMentions.Mention] = []
    for mention in a {
      if let same = restB.firstIndex(where: { $0.value == mention.value }) {
        restB.remove(at: same)
      } else {
        restA.append(mention)
      }
    }
    for mention in restA {
      let aligned = pair.match(a: mention.position).flatMap { j in restB.firstIndex { $0.position == j } }
      guard let index = aligned ?? restB.indices.first else {
        reportSingle(mention, lost: true, pair, context, &report)
        continue
      }
      let other = restB.remove(at: index)
      let isElsewhere = a.contains { $0.value == other.value } || b.contains { $0.value == mention.value }
      let isSame = isOnePlace(mention.position, other.position, pair)
      let local = max(
        pair.localContext(mention.position, other.position), beside(mention.position, other.position, pair), isSame ? 1 : 0)
      let tuning = DriftTuning.standard.figures.days
      let confidence =
        kind == .relative
        ? tuning.relative
        : aligned != nil || isSame
          ? (isElsewhere ? tuning.inPlaceElsewhere : tuning.inPlace) * tuning.byContext(local)
          : context.isSentenceLevel ? tuning.moved : DriftTuning.standard.figures.otherDayElsewhere
      let trust = context.isSentenceLevel ? 1 : NumberRule.dateTrust(pair)
      report.report(
        .timeDay, confidence: confidence * trust, a: mention.position..<mention.position + 1,
        b: other.position..<other.position + 1,
        "“\(pair.a.string(mention.position))” became “\(pair.b.string(other.position))”.")
    }
    for mention in restB { reportSingle(mention, lost: false, pair, context, &report) }
  }

  /// "W poniedziałek" and "we wtorek": a preposition that goes with the day changed too, and all round them was kept.
  private func isOnePlace(_ i: Int, _ j: Int, _ pair: SentencePair) -> Bool {
    let longest = DriftTuning.standard.figures.days.longestPlace
    return ReplacedPlaces(pair).places.contains {
      $0.a.contains(i) && $0.b.contains(j) && $0.a.count <= longest && $0.b.count <= longest
    }
  }

  /// The local context of "sábado" and "quarta-feira", of which one is two words: whether what stands before and behind
  /// corresponds.
  private func beside(_ i: Int, _ j: Int, _ pair: SentencePair) -> Double {
    func isLong(_ side: SentenceSide, _ place: Int) -> Bool { place + 1 < side.count && side.ids[place + 1] == calendar.feira }
    let (x, y) = (i + (isLong(pair.a, i) ? 2 : 1), j + (isLong(pair.b, j) ? 2 : 1))
    guard x - i != y - j else { return 0 }
    let isBefore = i > 0 && j > 0 ? pair.match(a: i - 1) == j - 1 : i == j
    let isBehind = x < pair.a.count && y < pair.b.count ? pair.match(a: x) == y : x == pair.a.count && y == pair.b.count
    return (isBefore ? 0.5 : 0) + (isBehind ? 0.5 : 0)
  }

  private func reportSingle(
    _ mention: CalendarMentions.Mention, lost: Bool, _ pair: SentencePair, _ context: DriftContext,
    _ report: inout FindingCollector
  ) {
    let word = (lost ? pair.a : pair.b).string(mention.position)
    let range = mention.position..<mention.position + 1
    report.report(
      lost ? .timeLost : .timeAdded, confidence: DriftTuning.standard.figures.days.lost, a: lost ? range : nil,
      b: lost ? nil : range,
      lost ? "“\(word)” is missing." : "“\(word)” was added.")
  }
}

/// Months, days of the week and words like "yesterday" in a passage.
struct CalendarMentions {
  enum Kind: Hashable { case month, weekday, relative }

  struct Mention {
    var kind: Kind
    var value: Int
    var position: Int
  }

  private(set) var mentions: [Mention] = []

  init(_ side: SentenceSide, calendar: CalendarVocabulary, months: MonthSpelling, eve: WordSet, before: WordNumber) {
    for position in 0..<side.count {
      let token = side.token(position)
      guard token.kind == .word else { continue }
      if calendar.beginsLongName(token.word), let name = calendar.longName(at: position, in: side.ids) {
        mentions.append(Mention(kind: name.isMonth ? .month : .weekday, value: name.value, position: position + name.telling))
        continue
      }
      guard calendar.mentions.contains(token.word) else {
        if let month = months.month(side, position) { mentions.append(Mention(kind: .month, value: month, position: position)) }
        continue
      }
      if let month = calendar.months[token.word] {
        if Self.isMonth(side, position, calendar) { mentions.append(Mention(kind: .month, value: month, position: position)) }
      } else if let day = calendar.weekdays[token.word], !calendar.hasCapitals || token.shape.contains(.capitalised) {
        // "The night before Sunday" is Saturday.
        let isEve = position >= 2 && side.ids[position - 1] == before && eve.contains(side.ids[position - 2])
        mentions.append(Mention(kind: .weekday, value: isEve ? (day + 5) % 7 + 1 : day, position: position))
      } else if let day = calendar.ordinalDays[token.word], Self.isDay(side, position, calendar) {
        mentions.append(Mention(kind: .weekday, value: day, position: position))
      } else if let offset = calendar.relativeDays[token.word] {
        mentions.append(Mention(kind: .relative, value: offset, position: position))
      }
    }
  }

  /// "Segunda-feira", "segunda (12)": a day, while "segunda" alone is the second.
  private static func isDay(_ side: SentenceSide, _ position: Int, _ calendar: CalendarVocabulary) -> Bool {
    let next = position + 1
    guard next < side.count else { return false }
    if side.ids[next] == calendar.feira { return true }
    // "Na noite desta segunda, ...": a mark follows where "desta segunda audiência" would go on.
    if position > 0, calendar.pointing.contains(side.ids[position - 1]), side.words[next] > side.words[position] + 1,
      side.token(next).kind != .number
    {
      return true
    }
    return side.token(next).kind == .number && side.words[next] == side.words[position] + 2
  }

  /// "May" and "March" are verbs too: they count beside a number, or with a capital inside the sentence.
  private static func isMonth(_ side: SentenceSide, _ position: Int, _ calendar: CalendarVocabulary) -> Bool {
    let shape = side.shape(position)
    guard calendar.hasCapitals else { return true }
    guard shape.contains(.capitalised) else { return false }
    if !calendar.isAmbiguous(side.ids[position]) || !shape.contains(.sentenceStart) { return true }
    let neighbours = [position - 1, position + 1].filter { $0 >= 0 && $0 < side.count }
    return neighbours.contains { side.token($0).kind == .number }
  }
}

/// Month names that are not written as the calendar has them: "mid-June", "Septemer".
struct MonthSpelling {
  private let knowledge: WordKnowledge
  private let months: [WordNumber: Int]
  private let compounds: [WordNumber: Int]
  /// The keys of ``compounds``: settles nearly every word by one bit.
  private let compoundWords: WordSet
  private let before: WordSet
  private let names: [(letters: [UInt8], month: Int)]

  init(_ resources: DriftResources) {
    knowledge = resources.knowledge
    months = resources.vocabulary.calendar.months
    before = resources.set("in", "since", "until", "by", "last", "next", "this", "early", "late", "mid")
    let words = resources.words
    let full = months.map { (words.string($0.key), $0.value) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    var compounds: [WordNumber: Int] = [:]
    for (name, month) in full {
      for part in ["mid", "early", "late"] { compounds[words.id(of: "\(part)-\(name)")] = month }
    }
    self.compounds = compounds
    var compoundWords = WordSet()
    for word in compounds.keys { compoundWords.insert(word) }
    self.compoundWords = compoundWords
    names = !resources.isEnglish ? [] : full.filter { $0.0.utf8.count >= 5 && $0.0 != "march" }.map { (Array($0.0.utf8), $0.1) }
  }

  /// Beside a number, or behind a word such as "in" or "since"; "Augusto" alone is no month.
  private func isDated(_ side: SentenceSide, _ position: Int) -> Bool {
    if position > 0, before.contains(side.ids[position - 1]) { return true }
    return [position - 1, position + 1].contains { $0 >= 0 && $0 < side.count && side.token($0).kind == .number }
  }

  /// The month of a compound, or of a capitalised word in a date's place that is in no dictionary and one letter off a month's
  /// name of five or more.
  func month(_ side: SentenceSide, _ position: Int) -> Int? {
    let token = side.token(position)
    if compoundWords.contains(token.word), let month = compounds[token.word] { return month }
    guard token.shape.contains(.capitalised), !knowledge.traits(token.word).contains(.known),
      isDated(side, position)
    else { return nil }
    let letters = Array(knowledge.words.bytes(token.word))
    guard letters.count >= 5, letters.count <= 10 else { return nil }
    return names.first { EditDistance.isAtMost(1, $0.letters, letters) }?.month
  }
}
