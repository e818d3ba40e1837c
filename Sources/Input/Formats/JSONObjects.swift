internal import Files
internal import Articles

/// JSON objects that span lines and follow each other without an array around them.
struct JSONObjects: RecordFormat {
  var name: String { "JSON objects" }

  func recognize(_ sample: FileSample) -> Recognition {
    guard sample.name.hasSuffix(".json") || sample.name == "-" else { return .no }
    let lines = sample.bytes.drop { $0.isBlank }
    guard lines.first == UInt8(ascii: "{") else { return .no }
    let firstLine = lines.prefix { $0 != .newline }
    if firstLine.count == lines.count { return .no }
    return firstLine.last { !$0.isBlank } == UInt8(ascii: "}") ? .no : .content
  }

  func open(_ sample: FileSample) throws(BrokenStream) -> FormatOpening {
    FormatOpening(splitter: JSONElementSplitter(isArray: false))
  }

  func locate(_ part: ChunkPart, _ bytes: Span<UInt8>) -> [Range<Int>] { JSONElementSplitter.elements(of: bytes) }

  func parse(
    _ ranges: [ByteRange], of bytes: Span<UInt8>, at locations: [RecordLocation], in file: InputFile,
    with parser: RecordParser, into batch: inout ArticleBatch, arena: inout OutputSpan<UInt8>
  ) {
    parser.addJSON(ranges, of: bytes, at: locations, in: file, to: &batch, arena: &arena)
  }

  func appendJSON(_ record: Span<UInt8>, in file: InputFile, to output: inout [UInt8]) {
    JSONArray().appendJSON(record, in: file, to: &output)
  }
}
