import Foundation
import Newsprint
import TestSupport
import Testing

/// What must not change what the library says of texts, and what must.
struct MetamorphicLibraryTests {
  private static let paragraphs = [
    "The harbour board of Velmora met on Tuesday to speak of the café on the north quay, which was shut in spring after a crane fell on it.",
    "Ferries will leave from the south quay until the piles have been seen by the inspectors, Mayor Idris Tavelan said after the vote.",
    "“We shall see whether the piles hold,” he said, and added that two crews had asked for a cheaper berth at the old pier.",
    "Nobody was hurt when the crane gave way, and the lighthouse of 1874 was not touched, as far as the clerk of the board knew.",
    "Divers from Askvoll will search the basin for the rest of the load, about 40 tonnes of stone, as soon as the wind has turned.",
  ]
  private static let text = paragraphs.joined(separator: "\n\n")

  private struct Disguise: Sendable, CustomStringConvertible {
    var description: String
    var put: @Sendable (String) -> String
  }

  /// What a page may do to a text without changing a word of it.
  private static let disguises = [
    Disguise(description: "capitals") { $0.uppercased() }, Disguise(description: "small letters") { $0.lowercased() },
    Disguise(description: "decomposed") { $0.decomposedStringWithCanonicalMapping },
    Disguise(description: "one line") { $0.replacing("\n\n", with: " ") },
    Disguise(description: "wide gaps") { $0.replacing(" ", with: " \u{A0} ") },
    Disguise(description: "Windows lines") { $0.replacing("\n", with: "\r\n") },
    Disguise(description: "paragraphs of HTML") { "<p>" + $0.replacing("\n\n", with: "</p>\n<p>") + "</p>" },
    Disguise(description: "entities") {
      $0.replacing("é", with: "&eacute;").replacing("“", with: "&ldquo;").replacing("”", with: "&#8221;")
    },
    Disguise(description: "straight quotation marks") { $0.replacing("“", with: "\"").replacing("”", with: "\"") },
    Disguise(description: "soft hyphens") { $0.replacing("quay", with: "qu\u{AD}ay") },
    Disguise(description: "byte order mark") { "\u{FEFF}" + $0 },
    Disguise(description: "the page's lines") {
      $0.replacing("\n\nNobody", with: "\n\nShare this article\n\nAdvertisement\n\nNobody")
    },
    Disguise(description: "a menu") { $0 + "\n\nShare Tweet Email\n\n12 Shares\n\nhttps://tide.example/a" },
  ]

  @Test(arguments: disguises.indices) func `a disguise changes no fingerprint, and makes a copy`(place: Int) throws {
    let disguise = Self.disguises[place]
    let other = disguise.put(Self.text)
    let detector = try Detector()
    #expect(detector.fingerprint(other) == detector.fingerprint(Self.text), "\(disguise)")
    let comparison = detector.compare(Article(text: Self.text), Article(text: other))
    #expect([.identical, .reprint].contains(comparison.relation), "\(disguise): \(comparison.relation)")
    #expect(comparison.measures.resemblance == 1, "\(disguise)")
    let result = try detector.duplicates([
      Article(id: "a", text: Self.text), Article(id: "b", text: other),
      Article(id: "c", text: "Three gulls stole a sandwich on the pier of Lowen, witnesses said on Friday."),
    ])
    #expect(result.kept.count == 2 && result.dropped.count == 1 && result.kept.contains("c"), "\(disguise)")
  }

  @Test(arguments: 0..<3) func `sides that are swapped have the same relation, and measures turned round`(seed: Int) throws {
    var random = SeededGenerator(seed)
    func article() -> Article {
      Article(text: Self.paragraphs.shuffled(using: &random).prefix(2 + random.below(4)).joined(separator: "\n\n"))
    }
    let (a, b) = (article(), article())
    let detector = try Detector()
    let (there, back) = (detector.compare(a, b), detector.compare(b, a))
    #expect(there.relation == back.relation && abs(there.measures.resemblance - back.measures.resemblance) < 1e-12)
    let prints = (detector.fingerprint(a.text), detector.fingerprint(b.text))
    #expect(try prints.0.resemblance(to: prints.1) == prints.1.resemblance(to: prints.0))
    #expect(try prints.0.hammingDistance(to: prints.1) == prints.1.hammingDistance(to: prints.0))
  }

  /// Invented articles that have nothing to do with each other.
  private static func strangers(_ count: Int, seed: Int) -> [Article] {
    (0..<count).map { Article(id: "s\($0)", text: randomText(words: 60, vocabulary: 4_000, seed: seed * 1_000 + $0) + ".") }
  }

  @Test(arguments: 0..<2) func `strangers in a batch change nothing for the others`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let own = [
      Article(id: "a", text: Self.text), Article(id: "b", text: Self.text.replacing("Tuesday", with: "Friday")),
      Article(id: "c", text: Self.paragraphs.prefix(3).joined(separator: "\n\n")),
      Article(id: "d", text: randomText(words: 70, vocabulary: 900, seed: 77)),
    ]
    let detector = try Detector()
    let alone = try detector.duplicates(own)
    let together = try detector.duplicates((own + Self.strangers(12, seed: seed)).shuffled(using: &random))
    let ids = Set(own.map(\.id))
    #expect(Set(together.kept).intersection(ids) == Set(alone.kept))
    func dropped(_ list: List<Duplicate>) -> [String] { list.map { "\($0.article) \($0.original) \($0.relation)" }.sorted() }
    #expect(dropped(together.dropped) == dropped(alone.dropped))
  }

  @Test(arguments: 0..<2) func `of copies of one text one stays, however many and in whatever order`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let count = 2 + random.below(6)
    let copies = (0..<count).map { Article(id: "copy\($0)", text: random.pick(Self.disguises).put(Self.text)) }
    let result = try Detector().duplicates((copies + Self.strangers(5, seed: seed)).shuffled(using: &random))
    #expect(result.kept.count { $0.hasPrefix("copy") } == 1 && result.dropped.count == count - 1)
    #expect(Set(result.dropped.map(\.original)).count == 1)
    let again = try Detector().duplicates((copies + Self.strangers(5, seed: seed)).filter { result.kept.contains($0.id) })
    #expect(again.dropped.isEmpty)
  }

  @Test(arguments: 1...4) func `the beginning of an article is contained in it, the more of it the more alike`(paragraphs: Int)
    throws
  {
    let part = Self.paragraphs.prefix(paragraphs).joined(separator: "\n\n")
    let detector = try Detector()
    let comparison = detector.compare(Article(text: Self.text), Article(text: part))
    let longer = detector.compare(
      Article(text: Self.text), Article(text: Self.paragraphs.prefix(paragraphs + 1).joined(separator: "\n\n")))
    #expect(comparison.measures.resemblance < longer.measures.resemblance)
    #expect(comparison.findings.allSatisfy { $0.category == .omission })
    let whole = detector.fingerprint(Self.text), print = detector.fingerprint(part)
    #expect(try print.containment(in: whole) >= whole.containment(in: print))
    #expect(print.words < whole.words && Set(print.sample).isSubset(of: Set(whole.sample)))
  }

  @Test(arguments: Hostile.strings.enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
  func `any text at all is compared, flagged and fingerprinted`(text: String) throws {
    let detector = try Detector()
    let (odd, plain) = (Article(id: text, text: text, title: text, outlet: text, url: text), Article(text: Self.text))
    #expect(detector.compare(odd, odd).findings.isEmpty)
    for comparison in [detector.compare(odd, plain), detector.compare(plain, odd)] {
      #expect(comparison.relation == .unrelated, "\(text.debugDescription): \(comparison.relation)")
    }
    for flag in detector.flags(odd).flags { #expect(Places.isWhole(flag.range, in: Array(text.utf8))) }
    let print = detector.fingerprint(text)
    #expect(try print.resemblance(to: print) == (print.words > 0 ? 1 : 0))
  }
}
