import Articles
import TestSupport
import Testing

@testable import Input

/// What articles are called whose ids come again: no two by one name, and none is lost but a second one of its site and file.
struct ArticleNameTests {
  private struct Record {
    var id: String
    var file: UInt32
    var line: UInt32
    var site: UInt64
  }

  /// Few ids and lines in a few files, as arrays on one line have them; some ids look like names that are given in another file.
  private static func records(_ seed: Int) -> [Record] {
    var generator = SeededGenerator(seed)
    let ids = ["1", "2", "7", "a.json:7", "b.json:1", "b.json:b.json:1", "x"]
    var records: [Record] = []
    for file in UInt32(0)..<3 {
      var line: UInt32 = 1
      for _ in 0..<generator.below(14) {
        if generator.below(2) == 0 { line += 1 }
        let own = ids.filter { !$0.hasPrefix(names.name(of: file)) }
        records.append(Record(id: generator.pick(own), file: file, line: line, site: UInt64(generator.below(3))))
      }
    }
    return records
  }

  private static let names = InputNames(names: ["a.json", "b.json", "c.json"])

  @Test(arguments: 0..<120) func `every article that stays has a name of its own`(seed: Int) {
    var duplicates = DuplicateIDs()
    var taken: Set<String> = []
    var seen: [Record] = []
    for record in Self.records(seed) {
      let location = RecordLocation(file: record.file, line: record.line, offset: 0, length: 0)
      let id = Array(record.id.utf8)
      let standing = duplicates.settle(id.span, at: location, site: record.site, names: Self.names)
      switch standing {
      case .new:
        #expect(taken.insert(record.id).inserted, "\(record.id) is new, and was there")
      case .renamed(let name, let warning):
        let name = String(decoding: name, as: UTF8.self)
        #expect(taken.contains(record.id) && taken.insert(name).inserted, "\(name)")
        #expect(name.hasPrefix(Self.names.name(of: record.file) + ":"))
        #expect(warning.line == Int(record.line) && warning.reason.contains(name))
      case .numbered: Issue.record("it has an id")
      case .repeated(let file, let line):
        // Left out for an article of the same file, site and id, and of no other.
        #expect(file == record.file)
        #expect(seen.contains { $0.file == file && $0.line == line && $0.site == record.site && $0.id == record.id })
      }
      seen.append(record)
    }
  }

  @Test(arguments: 0..<40) func `from memory a second id is always left out, whoever printed it`(seed: Int) {
    var duplicates = DuplicateIDs()
    let memory = InputNames(names: ["memory"], areInMemory: true)
    var seen: Set<String> = []
    for record in Self.records(seed) {
      let location = RecordLocation(file: 0, line: record.line, offset: 0, length: 0)
      let id = Array(record.id.utf8)
      let standing = duplicates.settle(id.span, at: location, site: record.site, names: memory)
      if case .new = standing {
        #expect(seen.insert(record.id).inserted)
      } else if case .repeated = standing {
        #expect(seen.contains(record.id))
      } else {
        Issue.record("\(record.id) is \(standing)")
      }
    }
    #expect(duplicates.count == seen.count)
  }

  @Test(arguments: 1...6) func `articles without an id on one line are numbered`(count: Int) {
    var duplicates = DuplicateIDs()
    var names: [String] = []
    let none: [UInt8] = []
    for line in UInt32(1)...2 {
      for _ in 0..<count {
        let location = RecordLocation(file: 1, line: line, offset: 0, length: 0)
        switch duplicates.settle(none.span, at: location, site: 0, names: Self.names) {
        case .new: names.append(Self.names.place(of: location))
        case .numbered(let name): names.append(String(decoding: name, as: UTF8.self))
        default: Issue.record("neither new nor numbered")
        }
      }
    }
    #expect(names == (1...2).flatMap { line in (1...count).map { "b.json:\(line)" + ($0 > 1 ? "#\($0)" : "") } })
  }
}
