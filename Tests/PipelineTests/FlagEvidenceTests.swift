import Drift
import Input
import Lexicon
import Quality
import TestSupport
import Testing

@testable import Pipeline

/// Flags look only at what can become one; a report has all changes of all versions found, and must flag the same.
@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct FlagEvidenceTests {
  private func flags(_ input: String, comparing: DriftOptions?) throws -> (flags: [QualityReport], roles: [Role]) {
    var job = ClusterJob(roles: .full, context: RunContext(threads: 2))
    job.wantsFlags = true
    job.comparing = comparing
    let result = try job.run(inputs: .paths([input]))
    return (result.quality, result.members.map(\.role))
  }

  private func check(_ input: String) throws -> [Role: Set<FlagID>] {
    let (alone, reported) = (try flags(input, comparing: nil), try flags(input, comparing: DriftOptions()))
    #expect(alone.flags == reported.flags && alone.roles == reported.roles)
    var found: [Role: Set<FlagID>] = [:]
    for (report, role) in zip(alone.flags, alone.roles) { found[role, default: []].formUnion(report.flags.map(\.flag)) }
    return found
  }

  @Test func `articles of the fixtures have the flags of a report`() throws {
    let found = try check(Fixture.folder + "/batch.jsonl")
    #expect(found[.edited]?.contains(.seriousDrift) == true && found[.machineRewrite]?.contains(.seriousDrift) == true)
  }

  @Test func `so have rewrites, of which the quotations alone are looked at`() throws {
    let folder = try Folder()
    let original = """
      HOLMVIK, May 3 - The harbour board of Holmvik closed the Solveig pier to lorries on Monday after divers found cracks in two \
      pillars. “Nobody asked the fishermen about the closure of the pier,” said Olav Brandvold, who leads the union of Holmvik \
      fishermen. Engineers of Marenholt Bridges will examine the pillars for three weeks. “We will not raise the fares of the ferry \
      this year,” Mayor Ilse Hollister told reporters. The Solveig pier carries 900 lorries a day in summer.
      """
    let rewrite = """
      Cracks that divers discovered in a pair of pillars have led Holmvik's port authority to shut the Solveig pier for heavy \
      vehicles, it was announced on Monday. Olav Brandvold, head of the Holmvik fishermen's union, complained: “Nobody warned the \
      merchants about the closure of the pier.” For about three weeks, specialists from Marenholt Bridges are to inspect it. \
      According to Mayor Ilse Hollister, “we will surely raise the fares of the ferry this year”. As many as 900 lorries cross the \
      Solveig pier daily in the summer months.
      """
    let lines = [
      record("a", original.replacing("\n", with: " "), published: "2024-05-03", source: "site-1"),
      record("b", rewrite.replacing("\n", with: " "), published: "2024-05-04", source: "site-2"),
    ]
    let found = try check(try folder.file("rewrite.jsonl", lines))
    #expect(found[.rewrite]?.contains(.alteredQuotation) == true, "\(found)")
  }
}
