import Foundation
import Input
import Output
import Pipeline
import TestSupport

@testable import Index

/// An index in a folder of its own, and what tests ask of it.
struct Place {
  let folder: Folder
  var path: String { folder.path + "/news.index" }

  init() throws { folder = try Folder() }

  func open(_ access: IndexFile.Access = .creating) throws -> IndexFile { try IndexFile(path, for: access) }
}

let twoThreads = RunContext(threads: 2)

extension IndexFile {
  @discardableResult
  func add(_ lines: [String], scope: String = "", window: Int64? = nil, batch: Int? = nil) throws -> AdditionSummary {
    var options = IndexOptions()
    options.scope = scope
    options.window = window
    if let batch { options.batchArticles = batch }
    return try add(.memory(Array(lines.joined(separator: "\n").utf8), name: "test"), options: options, context: twoThreads)
  }

  func ask(_ lines: [String], scope: String = "", window: Int64? = nil) throws -> [QueryAnswer] {
    var options = IndexOptions()
    options.scope = scope
    options.window = window
    let answers = Answers()
    _ = try query(
      .memory(Array(lines.joined(separator: "\n").utf8), name: "test"), options: options, context: twoThreads, compare: nil,
      deliver: { answers.add($0) })
    return answers.all
  }

  func removeAll(_ ids: [String], scope: String = "") throws -> [String] {
    var options = IndexOptions()
    options.scope = scope
    return try remove(ids, options: options, context: twoThreads)
  }

  /// The ids of each story's articles, sorted; without older versions.
  func clusters(scope: String = "") throws -> Set<Set<String>> {
    let folder = try Folder()
    let file = try AtomicFile(folder.path + "/clusters.jsonl")
    try writeClusters(to: file, scope: scope)
    try file.commit()
    struct Line: Decodable {
      var id: String
      var cluster: String
      var superseded: Bool?

      private enum Key: String, CodingKey { case id, cluster, superseded }

      init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        if let number = try? fields.decode(Int.self, forKey: .id) {
          id = "\(number)"
        } else {
          id = try fields.decode(String.self, forKey: .id)
        }
        cluster = try fields.decode(String.self, forKey: .cluster)
        superseded = try fields.decodeIfPresent(Bool.self, forKey: .superseded)
      }
    }
    let lines = try folder.text("clusters.jsonl").split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    return Set(Dictionary(grouping: lines.filter { $0.superseded == nil }, by: \.cluster).values.map { Set($0.map(\.id)) })
  }

  func problems() throws -> [String] { try check(context: twoThreads) }
}

/// Answers of a query, from any thread.
private final class Answers: @unchecked Sendable {
  private let lock = NSLock()
  private var answers: [QueryAnswer] = []
  func add(_ more: [QueryAnswer]) { lock.withLock { answers += more } }
  var all: [QueryAnswer] { lock.withLock { answers } }
}

/// A text that no other seed's has anything in common with.
func text(_ seed: Int, words: Int = 120) -> String { randomText(words: words, vocabulary: 40_000, seed: seed) }

/// The text with every `step`th word replaced.
func edited(_ text: String, every step: Int, seed: Int) -> String {
  var generator = SeededGenerator(seed)
  return text.split(separator: " ").enumerated().map { place, word in
    place % step == step - 1 ? "x\(letters(generator.below(40_000)))" : String(word)
  }.joined(separator: " ")
}

/// Stories with copies, edits and excerpts, and articles that stand alone; shuffled.
func batch(stories: Int, seed: Int) -> [String] {
  var generator = SeededGenerator(seed)
  var lines: [String] = []
  for story in 0..<stories {
    let original = text(seed &* 1000 &+ story)
    for version in 0...generator.below(5) {
      let id = "\(story)-\(version)"
      switch version == 0 ? 0 : generator.below(4) {
      case 0: lines.append(record(id, original, published: "2026-03-0\(1 + generator.below(9))"))
      case 1: lines.append(record(id, edited(original, every: 3 + generator.below(12), seed: version), source: "Post"))
      case 2: lines.append(record(id, original.split(separator: " ").prefix(70).joined(separator: " ")))
      default: lines.append(record(id, text(story + 7) + " " + original))
      }
    }
  }
  lines.shuffle(using: &generator)
  return lines
}

/// The clusters of `newsprint cluster` over the lines.
func clustered(_ lines: [String]) throws -> Set<Set<String>> {
  let job = ClusterJob(roles: .none, context: twoThreads)
  let result = try job.run(inputs: .memory(Array(lines.joined(separator: "\n").utf8), name: "test"))
  let table = result.batch.corpus.table
  return Set(result.stories.map { Set($0.members.map { String(decoding: table.id(Int($0)), as: UTF8.self) }) })
}
