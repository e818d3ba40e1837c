internal import Files
internal import Articles

/// One JSON array of objects.
struct JSONArray: RecordFormat {
  var name: String { "JSON array" }

  func recognize(_ sample: FileSample) -> Recognition {
    let content = sample.bytes.lazy.filter { !$0.isBlank }.prefix(2)
    let isArray = content.first == UInt8(ascii: "[")
    if isArray, [UInt8(ascii: "{"), UInt8(ascii: "]")].contains(content.dropFirst().first) { return .content }
    return sample.name.hasSuffix(".json") ? .name : .no
  }

  func open(_ sample: FileSample) throws(BrokenStream) -> FormatOpening {
    guard let start = sample.bytes.firstIndex(where: { !$0.isBlank }) else {
      throw BrokenStream(reason: "the file is empty.")
    }
    guard sample.bytes[start] == UInt8(ascii: "[") else {
      throw BrokenStream(
        reason: "the file is neither a JSON array nor JSON lines. Write it as [{\"id\": ..., \"text\": ...}, ...].")
    }
    return FormatOpening(splitter: JSONElementSplitter(isArray: true), prologue: start + 1)
  }

  func locate(_ part: ChunkPart, _ bytes: Span<UInt8>) -> [Range<Int>] { JSONElementSplitter.elements(of: bytes) }

  func parse(
    _ ranges: [ByteRange], of bytes: Span<UInt8>, at locations: [RecordLocation], in file: InputFile,
    with parser: RecordParser, into batch: inout ArticleBatch, arena: inout OutputSpan<UInt8>
  ) {
    parser.addJSON(ranges, of: bytes, at: locations, in: file, to: &batch, arena: &arena)
  }

  /// An element that spans lines loses the white space outside its strings; any other stays as it is.
  func appendJSON(_ record: Span<UInt8>, in file: InputFile, to output: inout [UInt8]) {
    if record.count(of: .newline) > 0 {
      output.append(minifying: record)
    } else {
      output.append(copying: record)
    }
  }
}
