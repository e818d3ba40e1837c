import Input
import FoundationEssentials
import TestSupport

@testable import Pipeline

enum Fixture {
  static let folder = Project.fixtures.path

  static func lines(_ name: String) throws -> [String] {
    String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }

  struct Label: Decodable {
    var id: String
    var cluster: String
    var event: String
    var of: String?
    var relation: String?
    var note: String?

    private enum Key: String, CodingKey { case id, cluster, event, of, relation, note }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      func text(_ key: Key) throws -> String? {
        if let number = try? container.decode(Int.self, forKey: key) { return "\(number)" }
        return try container.decodeIfPresent(String.self, forKey: key)
      }
      id = try text(.id) ?? ""
      cluster = try text(.cluster) ?? ""
      event = try text(.event) ?? ""
      of = try text(.of)
      relation = try text(.relation)
      note = try text(.note)
    }
  }

  /// Versions of invented texts on a few sites, with lines that recur, passages under other articles, and one form filled often.
  static func invented(_ folder: Folder, seed: Int, stories: Int = 24) throws -> String {
    var generator = SeededGenerator(seed)
    let words = { (count: Int, seed: Int) in randomText(words: count, vocabulary: 3000, seed: seed) }
    let teaser = words(40, 9_000 + seed)
    var lines: [String] = []
    for story in 0..<stories {
      let text = words(120, seed * 100 + story).split(separator: " ")
      for version in 0..<generator.below(5) + 1 {
        var own = text
        for _ in 0..<generator.below(60) { own[generator.below(own.count)] = Substring("w\(letters(generator.below(3000)))") }
        if generator.below(4) == 0 { own = Array(own.prefix(50)) }
        let tail = generator.below(3) == 0 ? "\\n\(teaser)" : ""
        let site = generator.below(4)
        lines.append(
          record(
            "\(story)-\(version)", "Follow page \(letters(site))\\n\(own.joined(separator: " ")).\(tail)",
            published: generator.below(2) == 0
              ? "2024-05-0\(generator.below(8) + 1)" : version == 1 ? "0\(site + 1)/06/2024" : nil, source: "site-\(site)"))
      }
    }
    let form = words(60, 5_000 + seed)
    for filling in 0..<stories { lines.append(record("form-\(filling)", "Town \(letters(filling)) \(filling). \(form)")) }
    return try folder.file("batch-\(seed).jsonl", lines.shuffled(using: &generator))
  }

  static func labels() throws -> [Label] {
    try lines("truth.jsonl").map { try JSONDecoder().decode(Label.self, from: Data($0.utf8)) }
  }
}

extension Corpus {
  func name(_ article: some BinaryInteger) -> String { String(decoding: table.id(Int(article)), as: UTF8.self) }
}

/// What a run of `dedupe` says, by id, so that runs on differently arranged batches compare.
struct Deduplication: Equatable {
  struct Drop: Equatable {
    var of: String
    var reason: String
    var similarity: Float
    var containment: Float?
  }

  var kept: [String]
  var dropped: [String: Drop] = [:]
  var read = 0

  init(_ inputs: [String], level: DedupeLevel = .copy, keep: Keep = .original, threads: Int = 2) throws {
    var options = BatchOptions()
    options.keep.policy = keep
    let result = try DedupeJob(level: level, options: options, context: RunContext(threads: threads)).run(inputs: .paths(inputs))
    kept = result.kept.map { result.corpus.name($0) }
    read = result.corpus.table.count
    for drop in result.dropped {
      dropped[result.corpus.name(drop.article)] = Drop(
        of: result.corpus.name(drop.of), reason: drop.reason.name, similarity: drop.similarity, containment: drop.containment)
    }
  }

  /// The same with nothing of the order.
  var unordered: Deduplication {
    var result = self
    result.kept.sort()
    return result
  }
}

/// What a run of `cluster` says of each article, by id.
struct Clustering: Equatable {
  struct Place: Equatable {
    var story: String
    var event: String
    var size: Int
    var role: Role
    var original: String
    var similarity: Float
    var weakest: Float
    var confidence: Float
  }

  var places: [String: Place] = [:]
  var candidates: Int

  init(_ inputs: [String], roles: RoleEffort = .auto, threads: Int = 2) throws {
    let result = try ClusterJob(roles: roles, context: RunContext(threads: threads)).run(inputs: .paths(inputs))
    let corpus = result.batch.corpus
    candidates = result.candidates
    for article in corpus.active {
      let member = result.members[Int(article)]
      let story = result.stories[Int(member.story)]
      places[corpus.name(article)] = Place(
        story: story.id, event: result.events[Int(member.event)], size: story.members.count, role: member.role,
        original: corpus.name(member.original), similarity: member.similarity, weakest: story.weakestPair,
        confidence: story.originalConfidence)
    }
  }

  /// The ids of the articles by story.
  var stories: [String: [String]] {
    places.keys.sorted().reduce(into: [:]) { $0[places[$1]?.story ?? "", default: []].append($1) }
  }
}
