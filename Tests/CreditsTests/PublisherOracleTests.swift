import TestSupport
import Testing

@testable import Credits

/// The publisher of made addresses, by the label they were made with.
@Suite struct PublisherOracleTests {
  private static let labels = ["harbour", "tidepost", "quay-news", "news24", "velmora"]
  private static let endings = ["example", "com", "co.uk", "com.br", "org.au", "gob.mx", "net", "de", "ne.jp", "news"]
  private static let before = ["", "www.", "m.", "sport.", "www.edition.", "a.b.c."]
  private static let schemes = ["", "http://", "https://", "HTTPS://", "//"]
  private static let paths = ["", "/", "/a/b.html", "?q=www.other.example", "#top", "/a?u=https://other.example/x", ":8080/a"]

  private func key(_ outlet: String, _ address: String = "") -> String? {
    Publisher(outlet: outlet, address: address, agencies: [:])?.key
  }

  @Test(arguments: 0..<60) func `an address has the key of the label that names its owner`(seed: Int) {
    var random = SeededGenerator(seed)
    for _ in 0..<20 {
      let label = random.pick(Self.labels)
      let host = random.pick(Self.before) + label + "." + random.pick(Self.endings)
      let user = random.below(5) == 0 ? "reader@" : ""
      let scheme = random.pick(Self.schemes)
      let address = scheme + (scheme.isEmpty ? "" : user) + host + random.pick(Self.paths)
      #expect(key("", address) == label.filter { $0 != "-" }, "\(address)")
      #expect(key("", address.uppercased()) == key("", address), "\(address)")
      // As the outlet's name the host says the same.
      #expect(key(host) == key("", address), "\(host)")
    }
  }

  @Test(arguments: 0..<40) func `a name is known by its letters alone`(seed: Int) {
    var random = SeededGenerator(seed)
    let words = (0..<1 + random.below(4)).map { _ in random.pick(["harbour", "Tide", "POST", "zeitung", "été", "24", "新聞"]) }
    let name = words.joined(separator: " ")
    let expected = words.joined().lowercased()
    for spelling in [
      name, name.uppercased(), name.lowercased(), "The " + name, "the  " + name, " \(name)\n", words.joined(separator: "\t"),
      words.joined(separator: " - "), name + "!",
    ] {
      #expect(key(spelling) == expected, "\(spelling)")
    }
  }

  @Test(arguments: 0..<40) func `an outlet's name goes before its address, and is what people are shown`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let host = "www." + random.pick(Self.labels) + "." + random.pick(Self.endings)
    let named = try #require(Publisher(outlet: "Evening  Quay", address: "https://\(host)/a", agencies: [:]))
    #expect(named.key == "eveningquay" && named.name == "Evening Quay")
    let unnamed = try #require(Publisher(outlet: "  ", address: "https://\(host)/a", agencies: [:]))
    #expect(unnamed.name == host)
  }

  @Test func `an agency that publishes itself is the agency, under any of its names`() {
    let agencies = ["tidewire": "tw", "tw": "tw"]
    for outlet in ["Tidewire", "TIDEWIRE", "www.tidewire.example", "The Tidewire", "TW"] {
      #expect(Publisher(outlet: outlet, address: "", agencies: agencies)?.key == "tw", "\(outlet)")
    }
    #expect(Publisher(outlet: "Tidewire Sport", address: "", agencies: agencies)?.key == "tidewiresport")
    // Of the list that comes with the program: every name leads to an id, and ids are the agencies'.
    let ids = Set(AgencyList.standard.agencies.map(\.id))
    #expect(!Publisher.agencies.isEmpty && Publisher.agencies.values.allSatisfy { ids.contains($0) })
  }

  @Test(arguments: Hostile.strings) func `any name gives a publisher with a key, or none`(text: String) {
    for (outlet, address) in [(text, ""), ("", text), (text, text), ("", "https://" + text)] {
      guard let publisher = Publisher(outlet: outlet, address: address, agencies: [:]) else { continue }
      #expect(!publisher.key.isEmpty && !publisher.name.isEmpty)
      #expect(publisher.key.allSatisfy { $0.isLetter || $0.isNumber })
    }
  }
}
