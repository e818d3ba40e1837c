import Files
import Foundation
import TestSupport
import Testing

@testable import Input

/// Records are read a second time by their places, which is safe only while the file is what it was.
struct ChangedFileTests {
  /// What happens to a file between its two readings.
  enum Change: CaseIterable {
    case cut, removed
    case replaced, replacedByItsReverse
    case rewritten, rewrittenLonger
    case grown, untouched

    var isHarmless: Bool { self == .grown || self == .untouched }

    /// Changes the file at `path`, which holds `lines`.
    func happen(to path: String, _ lines: [UInt8]) throws {
      let url = URL(filePath: path)
      switch self {
      case .cut: try Data(lines.prefix(lines.count / 2)).write(to: url)
      case .removed: try FileManager.default.removeItem(at: url)
      // Atomic is another file that takes the name; without it the same file is written anew.
      case .replaced: try Data(lines).write(to: url, options: .atomic)
      case .replacedByItsReverse: try Data(lines.reversed()).write(to: url, options: .atomic)
      case .rewritten: try Data(lines.reversed()).write(to: url)
      case .rewrittenLonger: try Data(lines.reversed() + lines).write(to: url)
      case .grown: try Data(lines + lines).write(to: url)
      case .untouched: break
      }
    }
  }

  @Test(arguments: Change.allCases, [10, 500])
  func `a file that is another when its records are read again is an error`(_ change: Change, count: Int) throws {
    let folder = try Folder()
    let lines = Array(randomArticles(count, seed: 1).map { jsonLine($0) + "\n" }.joined().utf8)
    let path = try folder.file("a.jsonl", lines)
    // Long ago: the clock of file systems is too coarse to part two writings of one test.
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: path)
    var reading = try Reading([path])
    try change.happen(to: path, lines)
    var copied: [[UInt8]] = []
    func copy() throws {
      try reading.store.forEachRecord(at: reading.locations) { record, _ in
        copied.append([UInt8](capacity: record.count) { $0.append(copying: record) })
      }
    }
    if change.isHarmless {
      #expect(try reading.store.read(reading.locations, with: &reading.parser).articles == reading.articles)
      try copy()
      #expect(copied.count == count)
    } else {
      #expect(throws: ReadingError.self) { try reading.store.read(reading.locations, with: &reading.parser) }
      #expect(throws: ReadingError.self) { try copy() }
      #expect(copied.isEmpty)
    }
  }
}
