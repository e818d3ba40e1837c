import Files
import Testing

@testable import Output

struct ValidOutputTests {
  @Test(arguments: 0..<200)
  func `whatever goes into a string, JSON in UTF-8 comes out`(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let bytes: [UInt8] = (0..<40).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let byte = UInt8(state >> 56)
      return state >> 40 & 1 == 0 ? byte : byte & 0x7F
    }
    var output: [UInt8] = []
    JSONText.append(bytes.span, to: &output)
    #expect(String(validating: output, as: UTF8.self) != nil)
    #expect(output.allSatisfy { $0 >= 0x20 })
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("text")
      writer.string(bytes.span)
    }
    #expect(String(validating: writer.bytes, as: UTF8.self) != nil)
  }

  @Test
  func `a place is widened to whole characters and never narrowed`() {
    let text = Array("aé新🗞️b".utf8)
    var starts = Set([text.count])
    for (index, byte) in text.enumerated() where byte & 0xC0 != 0x80 { starts.insert(index) }
    for start in 0...text.count {
      for end in start...text.count {
        let range = text.span.wholeCharacters(start..<end)
        #expect(starts.contains(range.lowerBound) && starts.contains(range.upperBound))
        #expect(range.lowerBound <= start)
        #expect(start == end ? range.isEmpty : range.upperBound >= end && range.upperBound < end + 4)
      }
    }
    #expect(text.span.wholeCharacters(90..<99) == text.count..<text.count)
  }

  @Test(arguments: ["plain.jsonl", "naïve.jsonl", "新聞", "\u{10FF41}x", ""])
  func `names of files come back as they were`(name: String) {
    #expect(PathText.bytes(PathText.string(Array(name.utf8))) == Array(name.utf8))
  }

  @Test(arguments: 0..<256)
  func `bytes that are no characters come back too, and are shown`(byte: Int) {
    let bytes: [UInt8] = [0x61, UInt8(byte), 0xC3, 0x62, 0xF4, 0x8F, 0xBF, 0xBF]
    let name = PathText.string(bytes)
    #expect(PathText.bytes(name) == bytes)
    #expect(Visible.text(name).contains("\\xC3b\\xF4\\x8F\\xBF\\xBF"))
    #expect(Visible.text(Visible.text(name)) == Visible.text(name))
  }
}
