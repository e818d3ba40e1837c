import Files
import Foundation
import TestSupport
import Testing

@testable import Input

struct LineSourceTests {
  /// The lines of a file as text, nil for one that is too long, with their numbers.
  private func lines(_ path: String, longest: Int = 1 << 20) throws -> [(number: Int, text: String?)] {
    let source = try LineSource(path, longest: longest)
    var result: [(number: Int, text: String?)] = []
    var blocks = 0
    while let block = try source.next() {
      #expect(block.index == blocks)
      blocks += 1
      result += block.lines.map { line in
        (line.number, block.read(line) { bytes in String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self) })
      }
    }
    return result
  }

  @Test(arguments: 0..<30)
  func `lines come in order with their numbers, blank and long ones aside`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let longest = [5, 40, 1 << 20][seed % 3]
    let texts = (0..<200).map { _ in String(repeating: "ab ", count: random.below(random.below(10) == 0 ? 900 : 12)) }
    let file = texts.joined(separator: "\n") + (seed % 2 == 0 ? "\n" : "")
    let folder = try Folder()
    let bytes = Array(file.utf8)
    let path = try folder.file("a", seed % 4 == 0 ? gzip(bytes) : bytes)
    let wanted = file.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { line in
      line.element.utf8.count > longest || line.element.contains { !$0.isWhitespace }
    }
    let found = try lines(path, longest: longest)
    #expect(found.map(\.number) == wanted.map { $0.offset + 1 })
    #expect(found.map(\.text) == wanted.map { $0.element.utf8.count > longest ? nil : String($0.element) })
  }

  @Test func `a line that is longer than any buffer is passed over`() throws {
    let folder = try Folder()
    let path = try folder.file("a", "one\n" + String(repeating: "x", count: 5 << 20) + "\nthree")
    let found = try lines(path, longest: 1000)
    #expect(found.map(\.number) == [1, 2, 3])
    #expect(found.map(\.text) == ["one", nil, "three"])
  }

  @Test func `a file that breaks off is an error`() throws {
    let folder = try Folder()
    let whole = gzip(Array(String(repeating: "a line of text\n", count: 50_000).utf8))
    let path = try folder.file("a.gz", Array(whole.dropLast(40)))
    #expect(throws: ReadingError.self) { try lines(path) }
  }

  @Test func `an empty file has no lines`() throws {
    let folder = try Folder()
    #expect(try lines(folder.file("a", "")).isEmpty)
    #expect(try lines(folder.file("b", "\n \n\t\n")).isEmpty)
  }
}
