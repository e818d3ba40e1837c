import TestSupport
import Testing

@testable import Lexicon

/// Sorted lines and their fields against reading them all.
@Suite struct SortedLinesOracleTests {
  private func file(_ random: inout SeededGenerator) -> (lines: [String], bytes: [UInt8]) {
    var keys: Set<String> = []
    for _ in 0..<random.below(40) { keys.insert(word(&random)) }
    let lines = keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + " \(random.below(90)) x" }
    let licence = random.below(2) == 0 ? ["  1 a licence", "  2 of two lines"] : []
    return (lines, Array((licence + lines).map { $0 + "\n" }.joined().utf8))
  }

  private func word(_ random: inout SeededGenerator) -> String {
    (0..<1 + random.below(4)).map { _ in random.pick(["a", "b", "z", "_", "-", "é", "'"]) }.joined()
  }

  @Test(arguments: 0..<60) func `the line with the key is found, and no other`(seed: Int) {
    var random = SeededGenerator(seed)
    let (lines, bytes) = file(&random)
    let asked = lines.map { String($0.prefix { $0 != " " }) } + (0..<60).map { _ in word(&random) }
    for key in asked {
      let found = SortedLines.find(Array(key.utf8), in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
      #expect(found == lines.first { $0.hasPrefix(key + " ") }, "\(key)")
    }
    #expect(SortedLines.find([], in: bytes.span) == nil)
  }

  @Test(arguments: 0..<40) func `keys are compared as bytes`(seed: Int) {
    var random = SeededGenerator(seed)
    for _ in 0..<40 {
      let (key, other) = (Array(word(&random).utf8), Array(word(&random).utf8))
      let order = SortedLines.compare(key, with: (other + Array(" 1\n".utf8)).span, at: 0)
      #expect((order < 0) == key.lexicographicallyPrecedes(other) && (order == 0) == (key == other))
    }
  }

  @Test(arguments: 0..<60) func `the fields of a line are what stands between blanks`(seed: Int) {
    var random = SeededGenerator(seed)
    let pieces = ["12", "ff", "0", " ", "  ", "x", "99999999", "123456789", "-1", "7fffffff", "ffffffff", "é"]
    let line = (0..<random.below(14)).map { _ in random.pick(pieces) }.joined(separator: random.pick([" ", "  ", ""]))
    let bytes = Array(line.utf8)
    let fields = line.split(separator: " ").map(String.init)
    var reader = FieldReader(0..<bytes.count)
    for field in fields { #expect(reader.next(in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) } == field) }
    #expect(reader.next(in: bytes.span) == nil)
    for radix in [10, 16] as [UInt32] {
      var numbers = FieldReader(0..<bytes.count)
      for field in fields {
        let isNumber = field.utf8.count <= 8 && field.allSatisfy { $0.isHexDigit && $0.isASCII }
        #expect(numbers.number(in: bytes.span, radix: radix) == (isNumber ? Int(field, radix: Int(radix)) : nil), "\(field)")
      }
      #expect(numbers.number(in: bytes.span, radix: radix) == nil)
    }
    let skipped = random.below(6)
    var skipping = FieldReader(0..<bytes.count)
    skipping.skip(skipped, in: bytes.span)
    #expect(skipping.next(in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) } == fields.dropFirst(skipped).first)
  }

  @Test(arguments: 0..<20) func `a reader of a part never leaves it`(seed: Int) {
    var random = SeededGenerator(seed)
    let bytes = Array("one two  three 4 five".utf8)
    let low = random.below(bytes.count)
    let range = low..<low + random.below(bytes.count - low + 1)
    var reader = FieldReader(range)
    while let field = reader.next(in: bytes.span) { #expect(range.clamped(to: field) == field && !field.isEmpty) }
    #expect(reader.position == range.upperBound)
  }
}
