internal import Articles

/// JSON objects that follow each other without an array around them: over several lines, or several on one.
struct JSONObjects: RecordFormat {
  var name: String { "JSON objects" }
  var endings: [String] { [] }

  func recognize(_ sample: FileSample) -> Recognition {
    if case .objects = JSONShape(sample) { return .content }
    return .no
  }

  func open(_ sample: FileSample) throws(BrokenStream) -> FormatOpening {
    guard case .objects(let found) = JSONShape(sample) else { throw BrokenStream(reason: "the file is no JSON.") }
    return FormatOpening(JSONElementSplitter(isArray: false), found, of: sample)
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
