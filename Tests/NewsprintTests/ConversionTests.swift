import Drift
import Files
import Pipeline
import Relations
import TestSupport
import Testing

@testable import Newsprint

/// The library's words for what the modules below say: each of theirs has one, and its name is the same.
@Suite struct ConversionTests {
  private func name(_ value: Any) -> String { "\(value)".lowercased() }

  @Test func `relations, roles, categories and severities have their own names`() {
    for relation in Relations.Relation.allCases { #expect(name(Newsprint.Relation(relation)) == name(relation)) }
    #expect(Set(Relations.Relation.allCases.map { Newsprint.Relation($0) }) == Set(Newsprint.Relation.allCases))
    for role in Pipeline.Role.allCases { #expect(name(Newsprint.Role(role)) == name(role)) }
    #expect(Set(Pipeline.Role.allCases.map { Newsprint.Role($0) }) == Set(Newsprint.Role.allCases))
    for category in Drift.DriftCategory.allCases {
      #expect(name(Newsprint.DriftCategory(category)) == name(category))
      #expect(Newsprint.DriftCategory(category).drift == category)
    }
    #expect(Newsprint.DriftCategory.allCases.count == Drift.DriftCategory.allCases.count)
    for severity in Newsprint.Severity.allCases { #expect(name(severity.drift) == name(severity)) }
  }

  @Test func `every kind of failure has a code, and outputs are told from inputs`() {
    let codes: [(ReadingError.Code, NewsprintError.Code)] = [
      (.usage, .options), (.unreadable, .input), (.noArticles, .input), (.changed, .input), (.unwritable, .output),
      (.temporary, .temporary), (.wouldOverwrite, .output), (.tooLarge, .input), (.content, .input),
    ]
    for (code, expected) in codes {
      let error = NewsprintError(ReadingError(code, "a reason", at: .init("a.jsonl", line: 3), advice: "Do that."))
      #expect(error.code == expected && error.reason == "a reason." && error.advice == "Do that.")
      #expect(error.location == .init(file: "a.jsonl", line: 3) && error.cause is ReadingError)
      #expect(error.description == "a.jsonl:3: a reason. Do that.")
    }
  }

  @Test func `an error without place or advice has neither in its text, and an own one stays`() {
    #expect(NewsprintError(ReadingError(.usage, "a reason.")).description == "a reason.")
    #expect(NewsprintError(ReadingError(.content, "a reason", at: .init("a"))).description == "a: a reason.")
    let own = NewsprintError(.mismatch, "It is so.", advice: "Do that.")
    let wrapped = NewsprintError(own)
    #expect(wrapped.code == .mismatch && wrapped.description == "It is so. Do that." && wrapped.cause == nil)
    struct Strange: Error {}
    #expect(NewsprintError(Strange()).code == .other && NewsprintError(Strange()).cause is Strange)
    #expect(NewsprintError(RunCancelled()).code == .cancelled)
  }

  @Test func `a result throws the library's error, whatever was thrown`() {
    let error = #expect(throws: NewsprintError.self) {
      try NewsprintError.wrapping { throw ReadingError(.temporary, "no room") }
    }
    #expect(error?.code == .temporary)
    #expect(throws: Never.self) { try NewsprintError.wrapping { 1 } }
  }
}

/// Lists of results, which make each value when it is asked for.
@Suite struct ListTests {
  @Test(arguments: 0..<20) func `a list is the array of its values`(count: Int) {
    let list = List(count: count) { $0 * $0 }
    let array = (0..<count).map { $0 * $0 }
    #expect(Array(list) == array && list.count == count && list.isEmpty == array.isEmpty)
    #expect(list.first == array.first && list.last == array.last)
    #expect(Array(list.reversed()) == array.reversed())
    #expect(Array(list.dropFirst(3)) == Array(array.dropFirst(3)) && Array(list.suffix(2)) == Array(array.suffix(2)))
    for (place, value) in zip(list.indices, list) { #expect(list[place] == value && array[place] == value) }
    #expect(list.index(list.startIndex, offsetBy: count) == list.endIndex)
  }
}
