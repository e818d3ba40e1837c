import Foundation
import Input
import Pipeline
import TestSupport
import Testing

@testable import Index

/// An index that one process keeps open to read while another changes it: what the reader remembers is never out of date.
@Suite struct OpenReaderTests {
  /// What an answer says of an article, without the names that each opening could give it.
  private func told(_ answers: [QueryAnswer]) -> [[String]] {
    answers.map {
      [$0.story ?? "-", $0.event ?? "-", $0.role.rawValue, $0.parent ?? "-", $0.original ?? "-", "\($0.similarity)"]
    }
  }

  @Test(arguments: [1]) func `a reader that stays open answers as one that was opened now`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let place = try Place()
    let writer = try place.open()
    try writer.add([record("first", text(1))])
    let reader = try place.open(.reading)
    let texts = (0..<10).flatMap { story in (0..<3).map { edited(text(seed * 100 + story), every: 9, seed: $0) } }
    let questions = texts.enumerated().map { record("q\($0.offset)", $0.element) }
    for step in 0..<12 {
      switch generator.below(6) {
      case 0..<3:
        try writer.add((0...generator.below(5)).map { _ in record("a\(generator.below(18))", generator.pick(texts)) })
      case 3: _ = try writer.removeAll(["a\(generator.below(18))", "a\(generator.below(18))"])
      case 4: try writer.compact()
      default: _ = try writer.refresh(roles: .none, context: twoThreads)
      }
      // So many questions that the directories of every segment are read.
      let open = told(try reader.ask(questions))
      let fresh = told(try place.open(.reading).ask(questions))
      #expect(open == fresh, "step \(step)")
      #expect(told(try reader.ask([generator.pick(questions)])).count == 1)
    }
  }

  @Test func `what was added is found by a reader that had asked in vain, what was taken out no more`() throws {
    let place = try Place()
    let writer = try place.open()
    try writer.add([record("first", text(1))])
    let reader = try place.open(.reading)
    let question = record("q", text(2))
    for round in 0..<2 {
      #expect(try reader.ask([question]).first?.story == nil, "round \(round)")
      try writer.add([record("second", text(2))])
      #expect(try reader.ask([question]).first?.parent == "second", "round \(round)")
      _ = try writer.removeAll(["second"])
      if round % 2 == 1 { try writer.compact() }
    }
  }
}
