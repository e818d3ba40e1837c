import Drift
import Lexicon
import TestSupport
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct HouseStyleTests {
  private let a = """
    Rebels of Fjellfront seized the mill on Monday. The army shelled Fjellfront near the bridge at noon. \
    Farmers who fled lost their horses to Fjellfront. The mill grinds rye for the valley.
    """

  private func names(_ a: String, _ b: String) -> [DriftFinding] {
    Analyzers.compare(a, b).findings.filter { $0.category == .name }
  }

  private func replacing(_ old: String, _ new: String) -> String {
    a.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }

  @Test func `another name for one throughout is told once and minor`() {
    let b = replacing("Fjellfront", "Ostgarde")
    for (a, b) in [(a, b), (b, a)] {
      let found = names(a, b)
      #expect(found.map(\.rule) == [.nameStyle])
      #expect(found.first?.severity == .minor && found.first?.count == 3)
      #expect(found.first?.message.contains("House style") == true)
    }
  }

  @Test func `a name replaced in some places only is serious`() {
    let b = a.replacingFirst("Fjellfront", "Ostgarde")
    #expect(names(a, b).contains { $0.severity > .minor })
    let twice = b.replacingFirst("Fjellfront", "Ostgarde")
    #expect(names(a, twice).contains { $0.severity > .minor })
    #expect(names(twice, a).contains { $0.severity > .minor })
  }

  @Test func `names that the first text has both are exchanged`() {
    let b = replacing("Fjellfront", "Ostgarde")
    let tail = " Ostgarde asked for peace in March."
    #expect(names(a + tail, b + tail).contains { $0.severity > .minor })
    #expect(names(b + tail, a + tail).contains { $0.severity > .minor })
  }

  @Test func `another country throughout is serious`() {
    let b = replacing("Fjellfront", "Sweden")
    let a = replacing("Fjellfront", "Norway")
    #expect(names(a, b).contains { $0.severity > .minor })
  }

  @Test func `a filter for serious findings leaves house style out`() {
    var options = DriftOptions()
    options.minimumSeverity = .major
    #expect(Analyzers.compare(a, replacing("Fjellfront", "Ostgarde"), options: options).findings.isEmpty)
  }

  @Test(arguments: [("Myanmar", "Burma"), ("IS", "ISIS"), ("12 percent", "12%")])
  func `two ways of writing one thing are nothing serious`(old: String, new: String) {
    let (first, second) = (replacing("Fjellfront", old), replacing("Fjellfront", new))
    #expect(names(first, second).allSatisfy { $0.severity == .minor } && names(first, second).count <= 1)
    #expect(names(second, first).allSatisfy { $0.severity == .minor })
  }
}

extension String {
  fileprivate func replacingFirst(_ old: String, _ new: String) -> String {
    split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: new)
  }
}
