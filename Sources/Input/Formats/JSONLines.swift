internal import Articles
internal import CSIMDJSON
internal import Files

/// One JSON object a line.
struct JSONLines: RecordFormat {
  var name: String { "JSON lines" }
  var endings: [String] { ["jsonl", "jl", "ndjson", "jsonlines"] }

  func recognize(_ sample: FileSample) -> Recognition {
    if sample.bytes.first(where: { !$0.isBlank }) == UInt8(ascii: "{") { return .content }
    return isNamed(sample.name) ? .name : .no
  }

  func open(_ sample: FileSample) throws(BrokenStream) -> FormatOpening {
    var outline = JSONOutline()
    var start = 0
    // Line by line, so that a broken one does not hide the others.
    for _ in 0..<JSONOutline.recordLimit where start < sample.bytes.count {
      let bytes = sample.bytes.span
      let end = bytes.firstIndex(of: .newline, .newline, .newline, from: start)
      _ = outline.add(bytes.extracting(..<end), at: start)
      start = end + 1
    }
    return FormatOpening(LineSplitter(), outline.fields, of: sample)
  }

  func locate(_ part: ChunkPart, _ bytes: Span<UInt8>) -> [Range<Int>] { [] }

  /// The whole part in one call, lines and all.
  func parse(
    _ part: ChunkPart, of bytes: Span<UInt8>, with parser: RecordParser, into batch: inout ArticleBatch,
    arena: inout OutputSpan<UInt8>
  ) {
    parser.json.look(for: parser.options.fields)
    let count = parser.json.parseLines(bytes, limit: parser.options.maxRecordBytes, into: &arena)
    for index in 0..<count {
      let found = parser.json[index]
      let location = RecordLocation(
        file: part.file.index, line: UInt32(clamping: part.line + Int(found.line)), offset: part.offset + UInt64(found.offset),
        length: found.length)
      parser.add(found, at: location, of: bytes, in: part.file, to: &batch, arena: arena.span)
    }
  }

  func parse(
    _ ranges: [ByteRange], of bytes: Span<UInt8>, at locations: [RecordLocation], in file: InputFile,
    with parser: RecordParser, into batch: inout ArticleBatch, arena: inout OutputSpan<UInt8>
  ) {
    parser.addJSON(ranges, of: bytes, at: locations, in: file, to: &batch, arena: &arena)
  }
}
