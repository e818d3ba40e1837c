import Newsprint
import Articles
import Synchronization
import Testing

@testable import Commands

@Suite struct ProgressTests {
  @Test func `says how far, how fast and how long`() {
    let line = ProgressLine.reading(bytes: 50_000_000, of: 200_000_000, after: .seconds(2))
    #expect(line == "reading 25 %  50.0 MB of 200.0 MB  25.0 MB/s  6 s left")
  }

  @Test func `does not guess what it cannot know`() {
    #expect(ProgressLine.reading(bytes: 3_000_000, of: 0, after: .seconds(1)) == "reading  3.0 MB  3.0 MB/s")
    #expect(ProgressLine.reading(bytes: 0, of: 100, after: .zero) == "reading 0 %  0 bytes of 100 bytes")
    #expect(ProgressLine.reading(bytes: 100, of: 100, after: .seconds(1)) == "reading 100 %  100 bytes of 100 bytes  100 bytes/s")
  }

  @Test func `is redrawn ten times a second at most`() {
    let start = ContinuousClock.now
    var line = ProgressLine(isVisible: true, start: start)
    #expect(line.text(for: .reading(bytes: 1, of: 9), now: start) != nil)
    #expect(line.text(for: .reading(bytes: 2, of: 9), now: start + .milliseconds(50)) == nil)
    #expect(line.text(for: .reading(bytes: 3, of: 9), now: start + .milliseconds(150)) != nil)
  }

  @Test func `is not drawn when there is no terminal, and is removed before other text`() {
    var hidden = ProgressLine(isVisible: false)
    #expect(hidden.text(for: .stage(.copies), now: .now) == nil)
    #expect(hidden.clearing() == nil)

    let written = Mutex("")
    let console = Console(level: .normal, showsProgress: true) { text in written.withLock { $0 += text } }
    console.show(.stage(.writing))
    console.note("done")
    #expect(written.withLock { $0 } == "\r\u{1B}[Kwriting\r\u{1B}[Kdone\n")
  }

  @Test func `a quiet console says nothing`() {
    let written = Mutex("")
    let console = Console(level: .quiet, showsProgress: true) { text in written.withLock { $0 += text } }
    console.show(.stage(.writing))
    console.note("done")
    console.report(skipped: [SkippedRecord(file: "a", line: 1, reason: "bad.")])
    #expect(written.withLock { $0 }.isEmpty)
  }
}
