import FoundationEssentials
import Pipeline
import Reports
import TestSupport
import Testing

/// Whatever stands in an output, `explain` knows.
@Suite struct `Words of the outputs` {
  /// The names of the members of each line of a golden file, however deep.
  private static func members(_ name: String) throws -> Set<String> {
    var names: Set<String> = []
    let file = Project.folder.appending(path: "Tests/CommandsTests/Golden/\(name)")
    for line in String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n") {
      names.formUnion(try JSONDecoder().decode(Names.self, from: Data(line.utf8)).all)
    }
    return names
  }

  /// The names of every object in a value.
  private struct Names: Decodable {
    var all: Set<String> = []

    private struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) {
      if let object = try? decoder.container(keyedBy: Key.self) {
        for key in object.allKeys {
          all.insert(key.stringValue)
          if let inner = try? object.decode(Names.self, forKey: key) { all.formUnion(inner.all) }
        }
      } else if var list = try? decoder.unkeyedContainer() {
        while !list.isAtEnd, let inner = try? list.decode(Names.self) { all.formUnion(inner.all) }
      }
    }
  }

  @Test(arguments: ["clusters.jsonl", "dropped-copy.jsonl", "dropped-story.jsonl", "flags.jsonl", "fingerprints.jsonl"])
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

  @Test(arguments: [
    ("Wire Lost", "wire_lost"), ("WEAKEST-PAIR", "weakest_pair"), ("altered quotation", "altered-quotation"),
    ("originalConfidence", "original_confidence"), ("nearMisses", "near_misses"),
  ])
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
