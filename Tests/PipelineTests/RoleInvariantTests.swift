import Input
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

/// What must hold of the roles of any batch, whatever its articles say.
@Suite struct RoleInvariantTests {
  /// Versions of invented stories: the same text, an edit, a part, the sentences in another order, an update; dates and outlets
  /// for some, and articles that stand alone.
  private static func batch(_ seed: Int) -> [String] {
    var generator = SeededGenerator(seed)
    func sentence(_ number: Int) -> String { randomText(words: 18, vocabulary: 2_500, seed: seed * 10_000 + number) + "." }
    var lines: [String] = []
    for story in 0..<10 {
      let text = (0..<8).map { sentence(story * 100 + $0) }
      for version in 0..<1 + generator.below(6) {
        var own = text
        switch version == 0 ? 0 : generator.below(7) {
        case 1: for _ in 0..<3 { own[generator.below(own.count)] = sentence(story * 100 + 20 + version) }
        case 2: own = Array(own.prefix(3))
        case 3: own.shuffle(using: &generator)
        case 4: own += [sentence(story * 100 + 40 + version), sentence(story * 100 + 50 + version)]
        case 5: own.insert("UPDATE: " + sentence(story * 100 + 60 + version), at: 0)
        case 6: own = own.map { $0.uppercased() }
        default: break
        }
        let date = generator.below(3) == 0 ? nil : "2024-05-1\(generator.below(5))"
        let outlet = generator.below(3) == 0 ? nil : "Outlet \(letters(generator.below(3)))"
        lines.append(record("\(story)-\(version)", own.joined(separator: " "), published: date, source: outlet))
      }
    }
    return lines.shuffled(using: &generator)
  }

  private static func run(_ lines: [String], _ roles: RoleEffort) throws -> ClusterJob.Result {
    let folder = try Folder()
    return try ClusterJob(roles: roles, context: RunContext(threads: 2)).run(
      inputs: .paths([folder.file("in.jsonl", lines)]))
  }

  /// Batches that were run before, as several tests ask the same of them.
  private static let known = Mutex<[String: ClusterJob.Result]>([:])

  private static func result(_ seed: Int, _ roles: RoleEffort) throws -> ClusterJob.Result {
    let key = "\(seed) \(roles)"
    if let result = known.withLock({ $0[key] }) { return result }
    let result = try run(batch(seed), roles)
    known.withLock { $0[key] = result }
    return result
  }

  @Test(arguments: 0..<4, [RoleEffort.none, .full])
  func `every story has one original, and every version comes from it through versions of the story`(
    seed: Int, effort: RoleEffort
  ) throws {
    let result = try Self.result(seed, effort)
    var placed = 0
    for (number, story) in result.stories.enumerated() {
      let members = Set(story.members)
      placed += members.count
      let places = story.members.map { result.members[Int($0)] }
      #expect(places.allSatisfy { $0.story == UInt32(number) })
      #expect(Set(places.map(\.original)).count == 1 && Set(places.map(\.event)).count == 1)
      let original = places[0].original
      #expect(members.contains(original))
      #expect(result.members[Int(original)].parent == original)
      guard members.count > 1 else {
        #expect([Role.single, .composite].contains(places[0].role))
        continue
      }
      #expect(result.members[Int(original)].role == .original && places.count { $0.role == .original } == 1)
      #expect(!places.contains { $0.role == .single })
      for article in story.members {
        // Parent after parent, each met once.
        var seen: Set<UInt32> = []
        var version = article
        while version != original, seen.insert(version).inserted { version = result.members[Int(version)].parent }
        #expect(version == original, "\(result.batch.corpus.name(article)) hangs in a ring")
        #expect(seen.isSubset(of: members))
      }
    }
    #expect(placed == result.batch.corpus.active.count)
  }

  @Test(arguments: 0..<4) func `no version comes from a later one, but that all may come from the original`(seed: Int) throws {
    let result = try Self.result(seed, .full)
    let published = result.batch.corpus.table.published
    for article in result.batch.corpus.active {
      let member = result.members[Int(article)]
      guard member.parent != member.original, member.parent != article else { continue }
      #expect(published[Int(member.parent)] <= published[Int(article)], "\(result.batch.corpus.name(article))")
    }
  }

  @Test(arguments: 0..<4) func `measures are shares, and equal texts are reprints of one another`(seed: Int) throws {
    let result = try Self.result(seed, .full)
    let contents = result.batch.corpus.table.contents
    for (number, story) in result.stories.enumerated() {
      #expect((0...1).contains(story.originalConfidence) && (0...1.0001).contains(story.weakestPair), "\(number)")
    }
    for article in result.batch.corpus.active {
      let member = result.members[Int(article)]
      #expect((0...1.0001).contains(member.similarity) && (0...1).contains(member.roleConfidence))
      if member.role != .original, member.role != .single { #expect(!member.evidence.isEmpty) }
      if article != member.original, contents[Int(article)] == contents[Int(member.original)] {
        #expect(member.role == .reprint && member.similarity == 1)
      }
    }
    for sources in result.eventSources { #expect(sources.count >= max(1, sources.names.count)) }
    for (event, sources) in result.eventSources.enumerated() {
      #expect(sources.count <= result.batch.corpus.active.count { result.members[Int($0)].event == UInt32(event) })
    }
    for (part, whole) in result.wholes { #expect(result.members[Int(part)].story == result.members[Int(whole)].story) }
  }

  /// The very text once more: a reprint, and nothing else moves.
  @Test(arguments: 0..<2) func `a text that comes once more changes no story`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let lines = Self.batch(seed)
    let twin = generator.pick(lines).replacing("\"id\": \"", with: "\"id\": \"twin-", maxReplacements: 1)
    func stories(_ lines: [String]) throws -> Set<Set<String>> {
      let result = try Self.run(lines, .full)
      return Set(result.stories.map { Set($0.members.map { result.batch.corpus.name($0) }.filter { !$0.hasPrefix("twin-") }) })
    }
    #expect(try stories(lines) == stories(lines + [twin]))
  }
}
