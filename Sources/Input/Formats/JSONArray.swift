internal import Articles
internal import Files

/// One JSON array of objects, alone or inside other objects: `{"status": "ok", "articles": [...]}`.
struct JSONArray: RecordFormat {
  var name: String { "JSON array" }
  var endings: [String] { ["json"] }

  func recognize(_ sample: FileSample) -> Recognition {
    if case .array = JSONShape(sample) { return .content }
    return isNamed(sample.name) ? .name : .no
  }

  func open(_ sample: FileSample) throws(BrokenStream) -> FormatOpening {
    guard !sample.bytes.span.trimmed.isEmpty else { throw BrokenStream(reason: "the file is empty.") }
    guard case .array(let start, let wrapping, let found) = JSONShape(sample) else {
      throw BrokenStream(
        reason: "the file is neither a JSON array nor JSON lines. Write it as [{\"id\": ..., \"text\": ...}, ...].")
    }
    return FormatOpening(
      JSONElementSplitter(isArray: true, wrapping: wrapping), found, of: sample, prologue: start)
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
    if record.count(of: .newline) + record.count(of: .carriageReturn) > 0 {
      output.append(minifying: record)
    } else {
      output.append(copying: record)
    }
  }
}

extension FormatOpening {
  /// The opening of a JSON file whose first records have the fields `found`.
  init(
    _ splitter: any RecordSplitter, _ found: [FieldGuess.Found], of sample: FileSample, prologue: Int = 0,
    conversion: Conversion? = nil
  ) {
    self.init(
      splitter: splitter, prologue: prologue, fields: FieldGuess(sample.options.fields).resolve(found),
      headings: found.map(\.name), conversion: conversion)
  }
}
