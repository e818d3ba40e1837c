import Drift
import Lexicon
import Pipeline
import TestSupport
import Testing

/// An invented article, and what is done to it: each change alone gives its finding and no other, whatever else stands in the
/// article.
private enum Original {
  static let sentences = [
    "The harbour board of Velmora will spend 46 million crowns on a new breakwater.",
    "Chairman Olav Berrefjord told the members on Tuesday that the stone is paid for.",
    "“The old mole will not last the winter,” he said.", "Two fishing crews asked for a cheaper berth near the lighthouse.",
    "Divers from Askvoll have seen 12 of the 30 pillars.", "The meeting closed with a report on the lamp of the lighthouse.",
  ]
  static let text = sentences.joined(separator: " ")
  static let boilerplate = [
    "Share this article", "Advertisement", "READ MORE: Board to meet on Friday", "12 Shares", "3 min read",
    "Subscribe to our newsletter",
  ]
}

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct MetamorphicDriftTests {
  struct Change: Sendable, CustomStringConvertible {
    var old: String
    var new: String
    var category: DriftCategory
    var description: String { "\(old) > \(new)" }

    init(_ old: String, _ new: String, _ category: DriftCategory) { (self.old, self.new, self.category) = (old, new, category) }
  }

  private static let changes = [
    Change("46", "48", .number), Change("12", "15", .number), Change("million", "billion", .number),
    Change("Two", "Seven", .number),
    Change("crowns", "dollars", .unit), Change("Tuesday", "Friday", .time), Change("winter", "summer", .quotation),
    Change("Berrefjord", "Marholm", .name), Change("Askvoll", "Lowen", .name), Change("cheaper", "dearer", .polarity),
  ]

  // A suite is made for every test, the analyzer with it: what it remembers must make no difference.
  private let analyzer = DriftAnalyzer()

  private func serious(_ a: String, _ b: String) -> [DriftFinding] {
    analyzer.compare(a, b).findings.filter { $0.severity > .minor }
  }

  private func words(_ span: DriftFinding.Span?, of text: String) -> String {
    span.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } ?? ""
  }

  /// What is wrong with findings that should tell of these changes and of nothing else; nil when they do.
  ///
  /// A word may be told of in two ways (an opposite in a quotation), but no other word may be told of.
  private func fault(_ found: [DriftFinding], _ changes: [Change], _ a: String, _ b: String) -> String? {
    for change in changes where !found.contains(where: { $0.category == change.category && tells($0, change, a, b) }) {
      return "\(change) is not told: \(found.map(\.message))"
    }
    let other = found.first { finding in !changes.contains { tells(finding, $0, a, b) } }
    return other.map { "nothing of that kind was changed: \($0.message)" }
  }

  private func tells(_ finding: DriftFinding, _ change: Change, _ a: String, _ b: String) -> Bool {
    let (before, after) = (words(finding.a, of: a), words(finding.b, of: b))
    return before.contains(change.old) && after.contains(change.new) || before.contains(change.new) && after.contains(change.old)
  }

  @Test(arguments: changes) func `one changed word is told at that word, on both sides, and nothing else is`(change: Change) {
    let copy = Original.text.replacing(change.old, with: change.new)
    let there = serious(Original.text, copy)
    #expect(fault(there, [change], Original.text, copy) == nil)
    let back = serious(copy, Original.text)
    #expect(fault(back, [change], copy, Original.text) == nil)
    #expect(back.map(\.severity) == there.map(\.severity) && back.map(\.a) == there.map(\.b) && back.map(\.b) == there.map(\.a))
  }

  @Test(arguments: changes, ["\n\n", " \u{A0}"])
  func `white space between sentences changes no finding`(change: Change, space: String) {
    let spaced = Original.sentences.joined(separator: space)
    let plain = serious(Original.text, Original.text.replacing(change.old, with: change.new))
    for a in [Original.text, spaced] {
      let b = spaced.replacing(change.old, with: change.new)
      let found = serious(a, b)
      #expect(found.map(\.rule) == plain.map(\.rule) && found.map(\.severity) == plain.map(\.severity), "\(found.map(\.message))")
    }
  }

  @Test(arguments: changes) func `a sentence that only one of them has changes no other finding`(change: Change) {
    let copy = Original.sentences.map { $0.replacing(change.old, with: change.new) }
    for (extra, place) in [
      ("Gulls sat on the roof of the salt store all afternoon.", 1), ("A choir of children sang for the crews.", 6),
    ] {
      var lines = copy
      lines.insert(extra, at: place)
      let longer = lines.joined(separator: " ")
      #expect(fault(serious(Original.text, longer).filter { $0.category != .addition }, [change], Original.text, longer) == nil)
      #expect(fault(serious(longer, Original.text).filter { $0.category != .omission }, [change], longer, Original.text) == nil)
    }
  }

  @Test(arguments: 0..<8) func `two changes in two sentences are told, and nothing else is`(seed: Int) {
    var random = SeededGenerator(seed)
    let chosen = Array(Self.changes.shuffled(using: &random).prefix(2))
    guard Original.sentences.allSatisfy({ sentence in chosen.count { sentence.contains($0.old) } < 2 }) else { return }
    let copy = chosen.reduce(Original.text) { $0.replacing($1.old, with: $1.new) }
    #expect(fault(serious(Original.text, copy), chosen, Original.text, copy) == nil)
  }

  @Test func `sentences in another order changed nothing`() {
    for seed in 0..<6 {
      var random = SeededGenerator(seed)
      let found = serious(Original.text, Original.sentences.shuffled(using: &random).joined(separator: " "))
      #expect(found.isEmpty, "\(found.map(\.message))")
    }
  }
}

/// The bodies of pages: what belongs to the page is no change, and spans are those of the texts as they came in.
@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct PageDriftTests {
  private let comparer = PairComparer(options: DriftOptions())

  private func findings(_ a: String, _ b: String) -> [DriftFinding] {
    comparer.compare(a, b).drift.findings.filter { $0.severity > .minor }
  }

  @Test(arguments: 0..<8) func `boilerplate on either side changes no finding`(seed: Int) {
    var random = SeededGenerator(seed)
    let copy = Original.sentences.map { $0.replacing("46", with: "48") }
    let plain = findings(Original.sentences.joined(separator: "\n\n"), copy.joined(separator: "\n\n"))
    #expect(plain.map(\.category) == [.number])
    func page(_ sentences: [String]) -> String {
      var lines = sentences
      for _ in 0..<random.below(4) { lines.insert(random.pick(Original.boilerplate), at: 1 + random.below(lines.count - 1)) }
      return lines.joined(separator: "\n\n")
    }
    let (a, b) = (page(Original.sentences), page(copy))
    let found = findings(a, b)
    #expect(found.map(\.rule) == plain.map(\.rule) && found.map(\.message) == plain.map(\.message), "\(a)\n---\n\(b)")
    for finding in found {
      #expect(finding.a.map { String(decoding: Array(a.utf8)[$0.range], as: UTF8.self).contains("46") } == true)
      #expect(finding.b.map { String(decoding: Array(b.utf8)[$0.range], as: UTF8.self).contains("48") } == true)
    }
  }

  @Test(arguments: ["p", "div", "li"]) func `markup changes no finding, and spans point into it`(element: String) {
    let copy = Original.sentences.map { $0.replacing("Tuesday", with: "Friday") }
    let html = copy.map {
      "<\(element) class=\"x\">\($0.replacing("“", with: "&ldquo;").replacing("”", with: "&rdquo;"))</\(element)>"
    }.joined()
    let plain = findings(Original.sentences.joined(separator: "\n"), copy.joined(separator: "\n"))
    let found = findings(Original.sentences.joined(separator: "\n"), html)
    #expect(found.map(\.message) == plain.map(\.message) && found.map(\.category) == [.time])
    #expect(
      found.allSatisfy { $0.b.map { String(decoding: Array(html.utf8)[$0.range], as: UTF8.self) }?.contains("Friday") == true })
    let same = findings(
      Original.sentences.joined(separator: "\n"), Original.sentences.map { "<\(element)>\($0)</\(element)>" }.joined())
    #expect(same.isEmpty)
  }

  @Test(arguments: 0..<8) func `findings of any two texts lie between characters of them, and are the same again`(seed: Int) {
    let (first, second) = (
      Places.mutations(of: Original.text, count: 2, seed: seed), Places.mutations(of: Original.text, count: 2, seed: seed + 100)
    )
    for (a, b) in zip(first, second) {
      let report = comparer.compare(a, b).drift
      for finding in report.findings {
        #expect(finding.a != nil || finding.b != nil)
        if let span = finding.a {
          #expect(
            Places.isWhole(span.range, in: Array(a.utf8)) && !span.range.isEmpty, "\(finding.rule.rawValue) \(a.debugDescription)"
          )
        }
        if let span = finding.b {
          #expect(
            Places.isWhole(span.range, in: Array(b.utf8)) && !span.range.isEmpty, "\(finding.rule.rawValue) \(b.debugDescription)"
          )
        }
        #expect((0...1).contains(finding.confidence) && finding.count > 0 && !finding.message.isEmpty)
      }
      #expect(report.findings == PairComparer(options: DriftOptions()).compare(a, b).drift.findings)
    }
  }
}
