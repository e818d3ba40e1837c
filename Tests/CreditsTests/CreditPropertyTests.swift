import Articles
import Credits
import Foundation
import Resources
import TestSupport
import Testing

/// An invented report and the ways in which it may credit an agency.
enum CreditedArticle {
  static let paragraphs = [
    "The harbour board of Velmora met on Tuesday to speak of the north quay, which was shut in spring after a crane fell on it.",
    "Ferries will leave from the south quay until the piles have been seen by the inspectors, the chairman said after the vote.",
    "Two crews asked for a cheaper berth, and the board promised them an answer by the end of the month.",
    "Nobody was hurt when the crane gave way, and the old lighthouse was not touched.",
  ]
  static let body = paragraphs.joined(separator: "\n\n")
  /// For tests over all agencies.
  static let short = paragraphs.suffix(1).joined()

  /// The agencies by the first of their names that nothing else is called: in full, or short.
  static let agencies: [(id: String, name: String, isPaper: Bool)] = Resource.rows("agencies.tsv").filter { $0.count >= 5 }
    .compactMap { row in
      guard let name = row[4].split(separator: ",").first ?? row[3].split(separator: ",").first else { return nil }
      return (String(row[0]), String(name), row.count > 5 && row[5] == "paper")
    }

  struct Form: Sendable, CustomStringConvertible {
    var description: String
    var kind: WireEvidenceKind
    var before = ""
    var after = ""

    func text(_ name: String, body: String = CreditedArticle.body) -> String {
      (before + body + after).replacing("NAME", with: name)
    }
  }

  static let forms = [
    Form(description: "dateline", kind: .dateline, before: "LIMA, March 3 (NAME) - "),
    Form(description: "dateline with a long dash", kind: .dateline, before: "VELMORA (NAME) — "),
    Form(description: "byline", kind: .byline, before: "By Ann Lee, NAME\n\n"),
    Form(description: "source", kind: .sourceLine, after: "\n\nSource: NAME"),
    Form(description: "owner", kind: .copyright, after: "\n\nCopyright 2021 NAME. All rights reserved."),
    Form(description: "reporting", kind: .reportingCredit, after: "\n\nAdditional reporting by NAME"),
    Form(description: "inputs", kind: .contribution, after: "\n\nWith inputs from NAME"),
    Form(description: "contribution", kind: .contribution, after: "\n\nNAME contributed to this report."),
    Form(description: "writer's contribution", kind: .contribution, after: "\n\nAnn Lee of NAME contributed to this report."),
    Form(description: "sign-off", kind: .signOff, after: " (NAME)"),
  ]
}

@Suite struct `Every agency in every form of credit` {
  @Test(arguments: CreditedArticle.forms)
  func `the agency is credited in that way, and nobody else is`(form: CreditedArticle.Form) {
    for agency in CreditedArticle.agencies where !agency.isPaper || ![.sourceLine, .signOff].contains(form.kind) {
      let text = form.text(agency.name, body: CreditedArticle.short)
      let found = attribution(text)
      #expect(found.agencies == [agency.id], "\(agency.name)")
      #expect(found.evidence.map(\.kind) == [form.kind], "\(agency.name)")
      for piece in found.evidence {
        let words = String(decoding: Array(text.utf8)[piece.range.indices], as: UTF8.self)
        #expect(words.contains(agency.name), "\(words)")
      }
    }
  }

  @Test(arguments: [
    "A clerk told NAME that the quay was shut.", "According to NAME, the quay is shut.",
    "The quay is shut, NAME reported on Friday.",
    "The clerk, who spoke to NAME by telephone, left the hall.", "NAME was told of the vote on Monday.",
    "He reads NAME every day.",
  ])
  func `an agency that is only mentioned is not credited`(sentence: String) {
    for (number, agency) in CreditedArticle.agencies.enumerated() {
      let mention = sentence.replacing("NAME", with: agency.name)
      var paragraphs = Array(CreditedArticle.paragraphs.suffix(2))
      paragraphs[number % 2] += " " + mention
      #expect(attribution(paragraphs.joined(separator: "\n\n")).agencies == [], "\(mention)")
    }
  }

  @Test(
    arguments: CreditedArticle.forms,
    [("Reuters", "reuters"), ("AFP", "afp"), ("dpa", "dpa"), ("Xinhua", "xinhua"), ("EFE", "efe")])
  func `a mention beside a credit adds nothing`(form: CreditedArticle.Form, agency: (String, String)) {
    let body = CreditedArticle.body + " A clerk told ANSA that the quay was shut, and Kyodo reported the vote."
    #expect(attribution(form.text(agency.0, body: body)).agencies == [agency.1])
  }

  @Test(arguments: CreditedArticle.forms)
  func `white space and line ends change no credit`(form: CreditedArticle.Form) {
    let text = form.text("AFP")
    let wanted = attribution(text).evidence.map { [$0.agency, $0.kind.rawValue] }
    for other in [
      text.replacing(" ", with: "  "), text.replacing(" ", with: "\u{A0}"), text.replacing("\n", with: "\r\n"),
      text.replacing("\n\n", with: "\n"),
      "\u{FEFF}" + text, "\n\n" + text + "\n\n ", text.replacing("\n\n", with: "\n \t\n"),
    ] {
      #expect(
        attribution(other).evidence.map { [$0.agency, $0.kind.rawValue] } == wanted, "\(other.prefix(60).debugDescription)")
    }
  }

  @Test(arguments: 0...CreditedArticle.paragraphs.count)
  func `a credit in a paragraph of its own is one wherever it stands`(place: Int) {
    for line in [
      "AFP and Reuters contributed to this report.", "With inputs from AFP and Reuters",
      "Additional reporting by AFP and Reuters",
    ] {
      var paragraphs = CreditedArticle.paragraphs
      paragraphs.insert(line, at: place)
      #expect(attribution(paragraphs.joined(separator: "\n\n")).agencies == ["afp", "reuters"], "\(line)")
    }
  }

  @Test(arguments: 0..<40) func `two articles in one credit nobody whom neither credits`(seed: Int) {
    var random = SeededGenerator(seed)
    func article() -> String {
      let form = random.pick(CreditedArticle.forms)
      return form.text(
        random.pick(["Reuters", "AFP", "AP", "dpa", "ANSA", "Xinhua"]),
        body: CreditedArticle.paragraphs.shuffled(using: &random).joined(separator: "\n\n"))
    }
    let (first, second) = (article(), article())
    let together = Set(attribution(first + "\n\n" + second).agencies)
    #expect(together.isSubset(of: attribution(first).agencies + attribution(second).agencies))
  }

  @Test(arguments: 0..<60) func `evidence of any text lies between characters, in order`(seed: Int) {
    var random = SeededGenerator(seed)
    let text = random.pick(CreditedArticle.forms).text(random.pick(["Reuters", "AFP", "新华社", "رويترز", "ТАСС"]))
    for mutant in Places.mutations(of: String(text.prefix(160) + text.suffix(160)), count: 4, seed: seed) {
      let bytes = Array(mutant.utf8)
      let found = attribution(mutant)
      #expect(found == attribution(mutant))
      for piece in found.evidence {
        #expect(Places.isWhole(piece.range.indices, in: bytes) && piece.range.count > 0, "\(mutant.debugDescription)")
        #expect(piece.confidence > 0 && piece.confidence <= 1 && piece.isCredit == (piece.confidence >= 0.5))
      }
      #expect(found.evidence.map(\.range.start) == found.evidence.map(\.range.start).sorted())
      #expect(Set(found.agencies).count == found.agencies.count && found.isCredited == !found.agencies.isEmpty)
    }
  }
}

@Suite struct `Credits lost and gained` {
  @Test(arguments: 0..<60) func `what was lost, kept and gained are the labels of both`(seed: Int) {
    var random = SeededGenerator(seed)
    func credited() -> WireAttribution {
      let names = ["Reuters", "AFP", "AP", "dpa"].filter { _ in random.below(2) == 0 }
      let credits = names.isEmpty ? "" : "\n\n\(names.joined(separator: " and ")) contributed to this report."
      return attribution(CreditedArticle.body + credits)
    }
    let (original, copy) = (credited(), credited())
    let found = AttributionComparison(original: original, copy: copy)
    #expect(Set(found.lost) == Set(original.wires).subtracting(copy.wires))
    #expect(Set(found.gained) == Set(copy.wires).subtracting(original.wires))
    #expect(Set(found.kept) == Set(original.wires).intersection(copy.wires))
    #expect(found.isCreditDropped == (!original.wires.isEmpty && copy.wires.isEmpty))
    let same = AttributionComparison(original: original, copy: original)
    #expect(same.lost.isEmpty && same.gained.isEmpty && same.kept == original.wires && !same.isCreditDropped)
  }
}

@Suite struct `Sources of an event, counted by hand` {
  private static let owners = ["harbour", "tide", "quaypost"]

  @Test(arguments: ["", "www.", "m.", "sport.", "news.en."], [".example", ".co.uk", ".com.br", ".de", ".org"])
  func `every address of an owner is one publisher`(sub: String, end: String) throws {
    for owner in ["harbour", "tide", "quaypost"] {
      let host = sub + owner + end
      let names = [
        ("", "https://\(host)/a/b?c=d#e"), ("", "http://\(host):8080"), (host, ""), (host.uppercased(), ""), ("", host),
      ]
      for (outlet, address) in names {
        #expect(try #require(Publisher(outlet: outlet, address: address)).key == owner, "\(outlet) \(address)")
      }
      #expect(Publisher(outlet: "The " + owner.capitalized, address: "")?.key == owner)
      #expect(Publisher(outlet: " \(owner.uppercased()) ", address: "https://else.example")?.key == owner)
    }
  }

  @Test(arguments: 0..<60) func `a story has its agencies, or its original's publisher, or itself`(seed: Int) {
    var random = SeededGenerator(seed)
    let outlets: [String?] = ["Harbour News", "Tide Times", "Quay Post", nil]
    let members = (0..<random.below(12)).map { _ in
      let agencies = ["reuters", "ap"].filter { _ in random.below(4) == 0 }
      return IndependentSources.Member(
        story: "s\(random.below(4))", agencies: agencies, labels: agencies.map { $0.uppercased() },
        publisher: random.pick(outlets).flatMap { Publisher(outlet: $0, address: "") }, isOriginal: random.below(3) == 0)
    }
    var naive: Set<String> = []
    for story in Set(members.map(\.story)) {
      let versions = members.filter { $0.story == story }
      let credited = Set(versions.flatMap(\.agencies))
      let first =
        versions.filter(\.isOriginal).compactMap { $0.publisher?.key }.min() ?? versions.compactMap { $0.publisher?.key }.min()
      naive.formUnion(credited.isEmpty ? [first ?? "story:\(story)"] : credited)
    }
    let found = IndependentSources.sources(of: members)
    #expect(found.map(\.key) == naive.sorted())
    #expect(IndependentSources.sources(of: members.shuffled(using: &random)) == found)
  }
}
