import Newsprint
import Synchronization
import Testing

struct ErrorTests {
  @Test func `a missing input says what, where and what to do`() throws {
    let error = #expect(throws: NewsprintError.self) { try Detector().stories(in: ["/nowhere/batch.jsonl"]) }
    #expect(error?.code == .input)
    #expect(error?.location == .init(file: "/nowhere/batch.jsonl"))
    #expect(error?.advice == "Check the path.")
    #expect(error?.cause != nil)
    #expect("\(error as Any)".contains("/nowhere/batch.jsonl"))
  }

  @Test(
    arguments: [
      { $0.threads = 0 }, { $0.longestRecord = 0 }, { $0.fields.text = "" }, { $0.fingerprint.permutations = 100 },
      { $0.fingerprint.sampling = 3 }, { $0.window = -1 },
    ] as [@Sendable (inout Options) -> Void])
  func `an option out of range is refused`(change: @Sendable (inout Options) -> Void) throws {
    var options = Options()
    change(&options)
    let error = #expect(throws: NewsprintError.self) { try Detector(options) }
    #expect(error?.code == .options)
  }

  @Test func `an id that repeats is an error in memory`() throws {
    let twins = [Article(id: "a", text: "One text of some words."), Article(id: "a", text: "Another text of some words.")]
    let error = #expect(throws: NewsprintError.self) { try Detector().duplicates(twins) }
    #expect(error?.code == .repeatedID)
    #expect(error?.location?.line == 2)
  }

  @Test func `an article without an id is called by its place, one without text is skipped`() throws {
    let result = try Detector().duplicates([Article(text: ""), Article(text: "A text of some words.")])
    #expect(Array(result.kept) == ["articles:2"])
    #expect(result.skipped.map(\.line) == [1])
  }

  @Test func `a run that is cancelled ends with that error`() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let error = #expect(throws: NewsprintError.self) {
      try Detector().stories(in: [Fixture.batch], cancellation: cancellation)
    }
    #expect(error?.code == .cancelled)
  }

  @Test func `cancelled while it reads, a run begins no other part`() throws {
    let cancellation = Cancellation()
    let stages = Mutex<[Progress.Stage]>([])
    let error = #expect(throws: NewsprintError.self) {
      try Detector().stories(
        Fixture.articles(),
        progress: { event in
          switch event {
          case .reading: cancellation.cancel()
          case .stage(let stage): stages.withLock { $0.append(stage) }
          }
        }, cancellation: cancellation)
    }
    #expect(error?.code == .cancelled)
    #expect(stages.withLock { !$0.contains(.roles) })
  }

  @Test func `progress tells the parts in their order`() throws {
    let events = Mutex<[Progress]>([])
    _ = try Detector().stories(Fixture.articles(), progress: { event in events.withLock { $0.append(event) } })
    let stages = events.withLock { $0 }.compactMap { if case .stage(let stage) = $0 { stage } else { nil } }
    #expect(stages == [.copies, .stories, .roles])
  }
}
