import Foundation
import Pipeline
import Input
import Output
import TestSupport
import Testing

@testable import Index

/// Random additions, removals and re-openings, against a list in memory.
@Suite struct ModelTests {
  /// What an index must hold: the versions of each article, the newest last.
  private struct Model {
    var versions: [String: [String]] = [:]
    /// Ids in the order in which their newest versions came.
    var order: [String] = []

    mutating func add(_ id: String, _ text: String) -> AddedArticle.Outcome {
      if versions[id]?.last == text { return .known }
      let outcome: AddedArticle.Outcome = versions[id] == nil ? .new : .newVersion
      versions[id, default: []].append(text)
      order.removeAll { $0 == id }
      order.append(id)
      return outcome
    }

    mutating func remove(_ id: String) -> Bool {
      order.removeAll { $0 == id }
      return versions.removeValue(forKey: id) != nil
    }
  }

  @Test(arguments: 1...4) func `an index holds what was put into it and not taken out`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let place = try Place()
    var index = try place.open()
    var model = Model()
    // Few ids and few texts, so that all of it happens: the same again, another version, a copy under another id.
    let texts = (0..<12).map { story in (0..<3).map { edited(text(seed * 100 + story), every: 9, seed: $0) } }.flatMap(\.self)
    for step in 0..<14 {
      switch generator.below(10) {
      case 0..<6:
        let articles = (0...generator.below(9)).map { _ in ("a\(generator.below(25))", generator.pick(texts)) }
        let expected = articles.map { model.add($0, $1) }
        var outcomes: [AddedArticle.Outcome] = []
        let batch = 1 + generator.below(8)
        var options = IndexOptions()
        options.batchArticles = batch
        let lines = articles.map { record($0, $1) }.joined(separator: "\n")
        _ = try index.add(.memory(Array(lines.utf8), name: "step \(step)"), options: options, context: twoThreads) { _, added in
          outcomes += added.map(\.outcome)
        }
        #expect(outcomes == expected)
      case 6..<8:
        let ids = (0...generator.below(3)).map { _ in "a\(generator.below(25))" }
        var missing: [String] = []
        for id in Set(ids).sorted() where !model.remove(id) { missing.append(id) }
        #expect(Set(try index.removeAll(ids)) == Set(missing))
      case 8: index = try place.open(.writing)
      default: try index.compact()
      }
    }
    try expect(index, model)
    #expect(try index.problems() == [])
    _ = try index.refresh(roles: .none, context: twoThreads)
    try expect(index, model)
    #expect(try index.problems() == [])
  }

  private func expect(_ index: IndexFile, _ model: Model) throws {
    for (id, texts) in model.versions {
      for (version, text) in texts.enumerated() {
        let article = try index.article(id, version: version + 1)
        #expect(article.map { String(decoding: $0.record, as: UTF8.self) } == record(id, text))
        #expect(article.map { String(decoding: $0.text, as: UTF8.self) } == text)
      }
      let newest = try #require(try index.article(id))
      #expect(newest.version == texts.count && newest.versions == texts.count)
      let story = try #require(try index.story(newest.story))
      #expect(story.members.contains { $0.id == id && $0.version == texts.count && !$0.isSuperseded })
      #expect(try index.event(story.event)?.stories.contains(story.id) == true)
    }
    // What was written is found again.
    for (id, texts) in model.versions.sorted(by: { $0.key < $1.key }).prefix(5) {
      #expect(try index.ask([record("q", texts.last ?? "")]).first?.story == index.article(id)?.story)
    }
    let statistics = try index.statistics()
    #expect(statistics.articles == model.versions.count)
    #expect(statistics.versions == model.versions.values.reduce(0) { $0 + $1.count - 1 })
    let folder = try Folder()
    let file = try AtomicFile(folder.path + "/all.jsonl")
    try index.export(to: file)
    try file.commit()
    let exported = try folder.text("all.jsonl").split(separator: "\n").map(String.init)
    #expect(exported == model.order.map { record($0, model.versions[$0]?.last ?? "") })
    // The same text lies in one story.
    for (text, ids) in Dictionary(grouping: model.versions.keys, by: { model.versions[$0]?.last }) where text != nil {
      #expect(try Set(ids.map { try index.article($0)?.story }).count == 1)
    }
  }
}
