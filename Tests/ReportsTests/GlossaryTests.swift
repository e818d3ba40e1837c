import FoundationEssentials
import Pipeline
import Reports
import TestSupport
import Testing

/// Whatever stands in an output, `explain` knows.
@Suite struct `Words of the outputs` {
  /// The names of the members of each line of a golden file.
  private static func members(_ name: String) throws -> Set<String> {
    var names: Set<String> = []
    let file = Project.folder.appending(path: "Tests/CommandsTests/Golden/\(name)")
    for line in String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n") {
      let object = try JSONDecoder().decode([String: Anything].self, from: Data(line.utf8))
      names.formUnion(object.keys)
    }
    return names.subtracting(["id"])
  }

  private struct Anything: Decodable { init(from decoder: any Decoder) {} }

  @Test(arguments: ["clusters.jsonl", "dropped-copy.jsonl", "dropped-story.jsonl", "flags.jsonl"])
  func `every member has an explanation`(file: String) throws {
    let unknown = try Self.members(file).filter { ExplanationText.name($0) == nil }
    #expect(unknown.isEmpty)
  }

  @Test(arguments: [
    "original", "reprint", "edited", "rewrite", "machine-rewrite", "excerpt", "update", "composite", "single", "identical",
    "template",
    "shared-quotes", "unrelated", "critical", "major", "minor",
  ])
  func `every role, relation and severity has one`(word: String) { #expect(ExplanationText.name(word) == word) }

  @Test(arguments: [CopyChange.Kind.headline, .ownText, .lead, .passage])
  func `every change of a copy has one`(kind: CopyChange.Kind) { #expect(ExplanationText.name(kind.name) == kind.name) }

  @Test(arguments: [("Wire Lost", "wire_lost"), ("WEAKEST-PAIR", "weakest_pair"), ("altered quotation", "altered-quotation")])
  func `a word is known however it is written`(written: String, name: String) { #expect(ExplanationText.name(written) == name) }

  @Test(arguments: [
    ("degre", "degree"), ("orignal", "original"), ("kept name", "kept_names"), ("Degree/Superlativ", "degree/superlative"),
  ])
  func `of a word that is none the nearest is offered`(written: String, name: String) {
    #expect(ExplanationText.nearest(written) == name)
  }

  @Test(arguments: ["xq", "harbour", ""]) func `nothing far is offered`(word: String) {
    #expect(ExplanationText.nearest(word) == nil)
  }

  @Test(arguments: ["", "wier", "clusters of"]) func `nothing else is`(word: String) {
    #expect(ExplanationText.name(word) == nil)
  }
}
