import TestSupport
import Testing
import Text

@testable import Alignment
@testable import Drift

/// Whether two articles fill in one form, for reports of random figures: alike from either side, and no sooner in closer copies.
struct RecurringFormProperties {
  private let reader = PassageReader()

  private static let days = ["Monday", "Tuesday", "Friday 8 May", "Saturday 4 May", "the day"]
  private static let frames = [
    "Some # boats left the quay of Varne with # men on board, said Runa Veld.",
    "The wind blew at # knots over the bay of Grimdal.",
    "“We had # nets and lost # of them,” the pilot said.", "Nobody was hurt when the old mill at Brandal closed for the winter.",
    "Tickets cost # crowns for adults and # crowns for pupils at the gate.",
  ]

  /// The sentences of a report and those of another that keeps some of its figures.
  private static func reports(_ seed: Int) -> ([String], [String]) {
    var random = SeededGenerator(seed)
    let kept = random.below(4)
    let days = (random.pick(days), random.pick(days))
    var a = ["On \(days.0) the harbour office of Varne gave out its news for the week."]
    var b = ["On \(random.below(2) == 0 ? days.0 : days.1) the harbour office of Varne gave out its news for the week."]
    for _ in 0..<2 + random.below(5) {
      var (one, other) = ("", "")
      for piece in random.pick(frames) {
        guard piece == "#" else {
          one.append(piece)
          other.append(piece)
          continue
        }
        let figure = 2 + random.below(90)
        one += String(figure)
        other += String(random.below(4) < kept ? figure : 2 + random.below(90))
      }
      a.append(one)
      b.append(other)
    }
    return (a, b)
  }

  private func form(_ a: [String], _ b: [String], mirrored: Bool) -> RecurringForm {
    let texts = [a, b].map { reader.read($0.joined(separator: " ")) }
    let (first, second) = mirrored ? (texts[1], texts[0]) : (texts[0], texts[1])
    var form = RecurringForm(first, second, calendar: reader.analysis.vocabulary.calendar)
    let units = UnitKnowledge(reader.resources)
    for (one, other) in zip(a, b) {
      let pair = reader.pair(one, other)
      if one == other {
        let passages = AlignedPassages(
          aSentences: 0..<1, bSentences: 0..<1, a: pair.a.tokens, b: pair.b.tokens, similarity: 1, moved: false)
        form.add(unchanged: passages, pair.a.text)
      } else {
        form.add(mirrored ? pair.mirrored : pair, units: units)
      }
    }
    return form
  }

  private static func findings(_ random: inout SeededGenerator, _ options: DriftOptions) -> [DriftFinding] {
    (0..<random.below(12)).map { place in
      let rule = random.pick(DriftRuleID.allCases), confidence = Double(random.below(21)) / 20
      return DriftFinding(
        rule: rule, severity: options.severity(of: rule, confidence: confidence), confidence: confidence,
        a: .init(place * 9..<place * 9 + 4), b: .init(place * 9..<place * 9 + 4), message: "Change \(place).")
    }
  }

  @Test func `a form takes back figures, times, units and names, and raises nothing`() {
    let options = DriftOptions()
    var forms = 0
    let closenesses = stride(from: 0.3, through: 1, by: 0.05)
    for seed in 0..<60 {
      let (a, b) = Self.reports(seed)
      let (form, mirror) = (form(a, b, mirrored: false), form(a, b, mirrored: true))
      let answers = closenesses.map { form.isForm(closeness: $0) }
      #expect(answers == closenesses.map { mirror.isForm(closeness: $0) }, "\(a) | \(b)")
      #expect(zip(answers, answers.dropFirst()).allSatisfy { $0 || !$1 }, "no sooner in closer copies: \(a) | \(b)")
      forms += answers.count { $0 }
      var random = SeededGenerator(seed)
      let findings = Self.findings(&random, options)
      for closeness in closenesses {
        let weighed = form.weigh(findings, closeness: closeness, options: options)
        #expect(weighed == mirror.weigh(findings, closeness: closeness, options: options))
        #expect(weighed.count == findings.count)
        for (before, after) in zip(findings, weighed) where before != after {
          #expect([.number, .time, .unit, .name].contains(before.category), "\(before)")
          #expect(after.severity <= before.severity && after.confidence < before.confidence && after.message == before.message)
        }
        if a == b { #expect(!form.isForm(closeness: closeness)) }
      }
    }
    #expect(forms > 100 && forms < 60 * 15 - 100, "\(forms)")
  }
}
