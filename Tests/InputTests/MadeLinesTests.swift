import Articles
import Files
import Input
import Synchronization
import TestSupport
import Testing

/// Lines that are made while they are read, against the same lines in memory.
struct MadeLinesTests {
  /// Hands out the parts one after the other; where `failing`, throws behind the last.
  private static func maker(_ parts: [[UInt8]], failing: Bool = false) -> LineMaker {
    let next = Mutex(0)
    return LineMaker(expectedBytes: 0) { () throws(ReadingError) in
      let place = next.withLock { next in
        next += 1
        return next - 1
      }
      if place == parts.count, failing { throw ReadingError(.unreadable, "the lines cannot be made") }
      return place < parts.count ? parts[place] : nil
    }
  }

  private static func source(_ maker: LineMaker) throws -> ArticleSource {
    var options = ReadingOptions()
    options.chunkBytes = 10_000
    return try ArticleSource(inputs: .made(maker, name: "made"), options: options)
  }

  @Test(arguments: [1, 7, 400])
  func `they are read once and can still be read again`(together: Int) throws {
    let articles = randomArticles(400, seed: 5)
    let lines = articles.map { Array((jsonLine($0) + "\n").utf8) }
    let parts = stride(from: 0, to: lines.count, by: together).map { Array(lines[$0..<min(lines.count, $0 + together)].joined()) }
    let source = try Self.source(Self.maker(parts))
    var parser = source.makeParser()
    var read: [Article] = []
    var locations: [RecordLocation] = []
    while let chunk = try source.nextChunk() {
      let batch = chunk.parse(with: &parser)
      read += batch.articles
      locations += batch.records.map(\.location)
    }
    #expect(read == articles)
    #expect(try source.store().read(locations, with: &parser).articles == articles)
  }

  @Test(arguments: [0, 1, 300]) func `an error of their maker ends the job`(count: Int) throws {
    let lines = randomArticles(count, seed: 6).map { Array((jsonLine($0) + "\n").utf8) }
    let source = try Self.source(Self.maker(lines, failing: true))
    #expect(throws: ReadingError.self) { while try source.nextChunk() != nil {} }
    #expect(try source.nextChunk() == nil)
  }

  @Test func `there may be none`() throws {
    let source = try Self.source(Self.maker([]))
    var parser = source.makeParser()
    while let chunk = try source.nextChunk() { #expect(chunk.parse(with: &parser).records.isEmpty) }
  }
}
