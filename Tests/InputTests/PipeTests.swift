import Input
import Articles
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Output

struct PipeTests {
  @Test
  func `a pipe is read once and its records can still be read again`() throws {
    let folder = try Folder()
    let pipe = folder.path + "/pipe"
    let status = unsafe mkfifo(pipe, 0o600)
    #expect(status == 0)
    let articles = randomArticles(3000, seed: 9)
    // A thread of its own: both ends of a pipe wait for each other.
    Thread.detachNewThread {
      guard let output = try? AtomicFile(pipe) else { return }
      for article in articles { try? output.write(jsonLine(article) + "\n") }
      try? output.commit()
    }
    var reading = try Reading([pipe], chunkBytes: 10_000)
    #expect(reading.articles == articles)
    #expect(reading.chunks > 10)
    #expect(try reading.store.read(reading.locations, with: &reading.parser).articles == articles)
    let line = try reading.store.rawBytes(at: reading.locations[2500])
    #expect(String(decoding: line, as: UTF8.self) == jsonLine(articles[2500]))
  }
}
