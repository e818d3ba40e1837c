import Input
import Output
import Reports
import Stories
import TestSupport
import Testing

@testable import Pipeline

/// The chain of stages over parts gives what the jobs give, byte for byte.
@Suite struct StageTests {
  private let fixture = Fixture.folder + "/batch.jsonl"
  private let context = RunContext(threads: 2)

  private func dropped(_ input: String, _ options: BatchOptions = BatchOptions()) throws -> [String] {
    var job = DedupeJob(options: options, context: context)
    job.changes = .auto
    let result = try job.run(inputs: .paths([input]))
    let report = DroppedReport(result)
    return result.dropped.map { String(decoding: report.line($0), as: UTF8.self) }
  }

  private func clustered(_ input: String, _ roles: RoleEffort, flags: Bool = false) throws -> [String] {
    var job = ClusterJob(roles: roles, context: context)
    job.wantsFlags = flags
    let result = try job.run(inputs: .paths([input]))
    let report = ClusterReport(result)
    return result.batch.corpus.active.map { String(decoding: report.line($0), as: UTF8.self) }
  }

  @Test func `a chain of stages drops what dedupe drops`() throws {
    let copies = try dropped(fixture)
    for (seed, parts) in [(1, 1), (4, 5)] {
      var chain = try StageChain(fixture, parts: parts, seed: seed)
      #expect(try chain.dropped() == copies)
    }
  }

  @Test(arguments: [(RoleEffort.none, false, 1), (.full, true, 3)])
  func `a chain of stages clusters as cluster does`(roles: RoleEffort, flags: Bool, parts: Int) throws {
    var chain = try StageChain(fixture, parts: parts, seed: parts)
    #expect(try chain.clustered(roles, flags: flags) == clustered(fixture, roles, flags: flags))
  }

  @Test(arguments: [(1, 2), (2, 5)]) func `generated batches come out alike whatever the parts`(seed: Int, parts: Int) throws {
    let folder = try Folder()
    let input = try Fixture.invented(folder, seed: seed, stories: 6)
    var chain = try StageChain(input, parts: parts, seed: seed)
    let found = try chain.dropped()
    #expect(!found.isEmpty)
    #expect(try found == dropped(input))
    #expect(try chain.clustered(.none) == clustered(input, .none))
  }

  /// More articles with one passage than a bucket pairs with each other, and copies of some of them.
  @Test func `a passage of many articles and their copies is found by a chain too`() throws {
    let folder = try Folder()
    let passage = randomText(words: 45, vocabulary: 4000, seed: 77)
    var lines: [String] = []
    for article in 0..<32 {
      let text = "\(randomText(words: 60, vocabulary: 900, seed: article)) \(passage)"
      lines.append(record("a\(article)", text))
      if article % 3 == 0 { lines.append(record("c\(article)", "\(text) Seen by the keeper of the weir on his way home.")) }
    }
    let input = try folder.file("passage.jsonl", lines)
    let (clusters, copies) = (try clustered(input, .none), try dropped(input))
    for parts in [1, 3] {
      var chain = try StageChain(input, parts: parts, seed: parts)
      #expect(try chain.clustered(.none) == clusters)
      #expect(try chain.dropped() == copies)
    }
  }

  @Test func `a window parts equal texts in a chain too`() throws {
    var options = BatchOptions()
    options.keep.window = 3 * 86_400
    let folder = try Folder()
    let input = try Fixture.invented(folder, seed: 4, stories: 9)
    var chain = try StageChain(input, parts: 3, seed: 4, options: options)
    #expect(try chain.dropped() == dropped(input, options))
  }

  @Test func `statistics merge in any grouping`() throws {
    let folder = try Folder()
    let lines = try Fixture.lines("batch.jsonl")
    let steps = StageSteps(options: BatchOptions(), context: context)
    let parts = try (0..<4).map { part in
      let rows = lines.enumerated().filter { $0.offset % 4 == part }.map {
        $0.element.replacing("{", with: "{\"stage\":\"article\",\"v\":1,\"n\":\($0.offset),", maxReplacements: 1)
      }
      return try steps.collect(StageRows([folder.file("part-\(part).jsonl", rows)]))
    }
    func file(_ parts: [CorpusStatistics], _ name: String) throws -> String {
      var writer = JSONWriter()
      for part in parts { part.append(to: &writer) }
      return try folder.file(name, String(decoding: writer.bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }
    func text(_ statistics: CorpusStatistics) -> String {
      var writer = JSONWriter()
      statistics.append(to: &writer)
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    let pairs = try [file([parts[0], parts[3]], "a"), file([parts[2], parts[1]], "b")].map { try StageRows([$0]).statistics }
    let atOnce = try StageRows([file(parts, "c")]).statistics
    let inTwo = try StageRows([file(pairs, "d")]).statistics
    #expect(text(atOnce) == text(inTwo))
    #expect(atOnce.articles == lines.count)
  }

  @Test(arguments: [
    "no json", "{\"stage\":\"pair\",\"a\":1,\"b\":2}", "{\"stage\":\"pair\",\"a\":1,\"b\":2,\"v\":2}",
    "{\"stage\":\"other\",\"v\":1}", "{\"stage\":\"pair\",\"a\":\"x\",\"b\":2,\"v\":1}",
    "{\"stage\":\"keys\",\"n\":1,\"v\":1}",
    "{\"stage\":\"frequency\",\"of\":\"stems\",\"bits\":60,\"from\":0,\"counts\":\"\",\"v\":1}",
  ]) func `a line that is no row of this version is refused with its place`(line: String) throws {
    let folder = try Folder()
    let path = try folder.file("rows.jsonl", ["{\"stage\":\"pair\",\"a\":1,\"b\":2,\"v\":1}", line])
    do {
      _ = try StageRows([path])
      Issue.record("the line was read")
    } catch {
      #expect("\(error)".contains("rows.jsonl:2"))
    }
  }

  @Test func `ids that come twice are refused when the statistics are finished`() throws {
    let folder = try Folder()
    let steps = StageSteps(options: BatchOptions(), context: context)
    let rows = ["a", "b"].enumerated().map { number, text in
      "{\"stage\":\"article\",\"v\":1,\"n\":\(number),\"id\":\"same\",\"text\":\"Text \(text).\"}"
    }
    var parts = try rows.map { try steps.collect(StageRows([folder.file("part.jsonl", [$0])])) }
    parts[0].ids += parts[1].ids
    #expect(throws: (any Error).self) { try parts[0].finish(copies: []) }
  }

  @Test func `measures go through rows unchanged`() throws {
    var generator = SeededGenerator(3)
    let folder = try Folder()
    for _ in 0..<50 {
      let value = Float(bitPattern: UInt32(generator.below(0x3F80_0000)))
      var writer = JSONWriter()
      EdgeRow(StoryEdge(first: 0, second: 1, similarity: value, verdict: .followUp, vote: -value), a: 3, b: 5).append(to: &writer)
      let path = try folder.file("edge.jsonl", [String(decoding: writer.bytes.dropLast(), as: UTF8.self)])
      let row = try StageRows([path]).edges[0]
      #expect(row.similarity == value)
      #expect(row.vote == -value)
      #expect(row.verdict == .followUp)
    }
  }
}
