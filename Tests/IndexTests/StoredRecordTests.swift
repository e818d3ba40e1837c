import Files
import Foundation
import TestSupport
import Testing

@testable import Index

/// Records as the index keeps them: what comes out is what went in, and what was cut is told.
@Suite struct `Stored records` {
  private static let pieces = ["\"", "\\n", "é", "新聞", "harbour ", "{", "}", ":", ",", "0", " ", "\u{0}", "👩‍👩‍👧"]

  private static func bytes(_ random: inout SeededGenerator, longest: Int) -> [UInt8] {
    (0..<random.below(longest)).flatMap { _ in Array(random.pick(pieces).utf8) }
  }

  @Test(arguments: 0..<40) func `come out as they went in, whichever was packed before`(seed: Int) throws {
    var random = SeededGenerator(seed)
    var packer = RecordPacker()
    let records = (0..<1 + random.below(4)).map { _ in
      // An article's line has no break; the record may have any.
      (Self.bytes(&random, longest: 400), Self.bytes(&random, longest: 40) + (random.below(2) == 0 ? [0x0A, 0x7D] : []))
    }
    let packed = records.map { packer.pack($0.0, $0.1) }
    for (record, packed) in zip(records, packed).shuffled(using: &random) {
      let stored = try packer.unpack(packed)
      #expect(stored.article == record.0 && stored.record == record.1)
    }
  }

  @Test(arguments: ["{}", "{\"text\":\"Boats.\"}", "{\"text\":\"\",\"url\":\"x\"}"])
  func `the article's line is JSON under any id`(article: String) throws {
    var packer = RecordPacker()
    let packed = packer.pack(Array(article.utf8), Array("{\"body\":1}".utf8))
    var line: [UInt8] = []
    try packer.appendLine(packed, idAsJSON: "17".utf8, to: &line)
    #expect(line.last == 0x0A && line.count { $0 == 0x0A } == 1)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    let before = try #require(try JSONSerialization.jsonObject(with: Data(article.utf8)) as? [String: Any])
    #expect(object["id"] as? Int == 17 && object.count == before.count + 1)
    // The other way to the same line.
    var other: [UInt8] = []
    try packer.unpack(packed).appendLine(id: "k17", to: &other)
    #expect(String(decoding: other, as: UTF8.self) == String(decoding: line, as: UTF8.self).replacing(":17", with: ":\"k17\""))
  }

  @Test(arguments: 0..<10) func `that were cut are said to be damaged`(seed: Int) {
    var random = SeededGenerator(seed)
    var packer = RecordPacker()
    let packed = packer.pack(Self.bytes(&random, longest: 200), Self.bytes(&random, longest: 200))
    for length in 0..<packed.count {
      #expect(throws: ReadingError.self, "\(length) of \(packed.count)") { try packer.unpack(packed.prefix(length)) }
    }
    #expect(throws: ReadingError.self) { try packer.unpack(Data("no frame".utf8)) }
  }
}
