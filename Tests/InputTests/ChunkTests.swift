import Files
import Articles
import TestSupport
import Testing

@testable import Input

struct ChunkTests {
  private static let names = ["a.jsonl", "a.json", "a.csv", "a.jsonl.gz", "a.jsonl.zst", "a.txt"]

  private func content(_ name: String, _ articles: [Article]) -> [UInt8] {
    let lines = Array((articles.map(jsonLine).joined(separator: "\n") + "\n").utf8)
    switch name {
    case "a.json": return Array("[\n  \(articles.map(jsonLine).joined(separator: ",\n  "))\n]".utf8)
    case "a.csv": return Array(csv(articles).utf8)
    case "a.jsonl.gz": return gzip(lines)
    case "a.jsonl.zst": return zstd(lines)
    case "a.txt": return Array((articles.map(\.text).joined(separator: "\n")).utf8)
    default: return lines
    }
  }

  @Test(arguments: names)
  func `records do not depend on the size of chunks`(name: String) throws {
    let folder = try Folder()
    let path = try folder.file(name, content(name, randomArticles(40, seed: 7, longest: 12)))
    let whole = try Reading([path])
    #expect(whole.articles.count == (name == "a.txt" ? 1 : 40))
    for size in Array(1...24) + [37, 70, 100, 257, 1000, 4093] {
      let reading = try Reading([path], chunkBytes: size)
      #expect(reading.articles == whole.articles, "\(size)")
      #expect(reading.locations == whole.locations, "\(size)")
      #expect(reading.skipped == whole.skipped, "\(size)")
    }
  }

  @Test(arguments: 0..<40)
  func `rows with broken quotes do not depend on the size of chunks`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let pieces = ["\"", "\"\"", ";", "\n", "\r\n", "\\\"", "x", "word", "\"a\";\"b\"\n", "c;d\n"]
    var table = seed % 2 == 0 ? "sep=;\nid;text\n" : "id;text\n"
    for _ in 0..<120 { table += pieces[random.below(pieces.count)] }
    let folder = try Folder()
    let path = try folder.file("a.csv", table)
    let whole = try Reading([path])
    for size in [1, 2, 3, 7, 19, 61, 200] {
      let reading = try Reading([path], chunkBytes: size)
      #expect(reading.locations == whole.locations, "\(size): \(table)")
      #expect(Set(reading.skipped) == Set(whole.skipped), "\(size): \(table)")
    }
  }

  @Test(arguments: names)
  func `records that are read again are the same, in any order`(name: String) throws {
    let folder = try Folder()
    let path = try folder.file(name, content(name, randomArticles(300, seed: 3)))
    var reading = try Reading([path], chunkBytes: 2000)
    let again = try reading.store.read(reading.locations, with: &reading.parser)
    #expect(again.articles == reading.articles)
    #expect(again.records.map(\.location) == reading.locations)
    var generator = SeededGenerator(5)
    let order = (Array(reading.locations.indices) + Array(reading.locations.indices)).shuffled(using: &generator)
    let shuffled = try reading.store.read(order.map { reading.locations[$0] }, with: &reading.parser)
    #expect(shuffled.articles == order.map { reading.articles[$0] })
  }

  @Test(arguments: [1000, 64 << 10, 1 << 20])
  func `a compressed file may end exactly where a buffer does`(length: Int) throws {
    let folder = try Folder()
    let frame = "{\"text\": \"\"}\n"
    let line = "{\"text\": \"" + String(repeating: "x", count: length - frame.utf8.count) + "\"}\n"
    for (name, bytes) in [("a.gz", gzip(Array(line.utf8))), ("a.zst", zstd(Array(line.utf8)))] {
      let reading = try Reading([folder.file(name, bytes)], chunkBytes: length)
      #expect(reading.articles.map(\.text.utf8.count) == [length - frame.utf8.count])
      #expect(reading.skipped.isEmpty)
    }
  }

  @Test
  func `many small files share a chunk`() throws {
    let folder = try Folder()
    for number in 100..<400 { _ = try folder.file("in/\(number).txt", "Text number \(number).") }
    var reading = try Reading(["\(folder.path)/in"])
    #expect(reading.chunks == 1)
    #expect(reading.articles.map(\.id) == (100..<400).map(String.init))
    #expect(try reading.store.read(reading.locations, with: &reading.parser).articles == reading.articles)
  }

  @Test
  func `several threads share a source and number its chunks in input order`() async throws {
    let folder = try Folder()
    let articles = randomArticles(600, seed: 1)
    let path = try folder.file("a.jsonl", content("a.jsonl", articles))
    var options = ReadingOptions()
    options.chunkBytes = 2000
    let source = try ArticleSource(inputs: [path], options: options)
    let parts = try await withThrowingTaskGroup(of: [(Int, [Article])].self) { group in
      for _ in 0..<4 {
        group.addTask {
          var parser = source.makeParser()
          var found: [(Int, [Article])] = []
          while let chunk = try source.nextChunk() { found.append((chunk.index, chunk.parse(with: &parser).articles)) }
          return found
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }
    }
    #expect(parts.map(\.0) == Array(0..<parts.count))
    #expect(parts.flatMap(\.1) == articles)
  }
}
