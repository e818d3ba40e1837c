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

/// How the records of a JSON file are laid out, told by its beginning.
enum JSONShape {
  /// One object a line.
  case lines([FieldGuess.Found])
  /// Objects that follow each other, with line breaks inside them or none between them.
  case objects([FieldGuess.Found])
  /// An array of objects, alone or inside objects; `start` is behind its bracket, `wrapping` the number of brackets around it.
  case array(start: Int, wrapping: Int, [FieldGuess.Found])
  /// An object whose members are columns, or articles by their ids.
  case columns
  /// Nothing of that.
  case other

  init(_ sample: FileSample) {
    let bytes = sample.bytes.span
    var cursor = JSONCursor()
    switch cursor.peek(bytes) {
    case UInt8(ascii: "["): self = Self.array(bytes, at: cursor.position, wrapping: 0)
    case UInt8(ascii: "{"): self = Self.object(sample, at: cursor.position)
    default: self = .other
    }
  }

  private static func array(_ bytes: Span<UInt8>, at start: Int, wrapping: Int) -> JSONShape {
    var cursor = JSONCursor(start + 1)
    guard let first = cursor.peek(bytes), first == UInt8(ascii: "{") || first == UInt8(ascii: "]") else { return .other }
    var outline = JSONOutline()
    outline.addAll(bytes, from: cursor.position)
    return .array(start: start + 1, wrapping: wrapping, outline.fields)
  }

  private static func object(_ sample: FileSample, at start: Int) -> JSONShape {
    let bytes = sample.bytes.span
    var outline = JSONOutline()
    let end = outline.add(bytes, at: start)
    var cursor = JSONCursor(end ?? bytes.count)
    let isAlone = end == nil || cursor.peek(bytes) == nil && sample.isWhole
    if isAlone, !isRecord(outline.fields, sample) {
      if let array = innerArray(sample, at: start) { return array }
      if JSONColumns.fits(bytes, at: start, FieldGuess(sample.options.fields)) { return .columns }
    }
    outline.addAll(bytes, from: end ?? bytes.count)
    return isOnOneLine(bytes, start, end) ? .lines(outline.fields) : .objects(outline.fields)
  }

  /// Whether an object with these fields is an article itself.
  private static func isRecord(_ fields: [FieldGuess.Found], _ sample: FileSample) -> Bool {
    let name = FieldGuess(sample.options.fields).resolve(fields).text
    guard let text = fields.first(where: { $0.name == name }) else { return false }
    // A list of strings is a text of paragraphs beside other values, a column beside other lists.
    return text.kind == .string || text.kind == .strings && fields.contains { $0.kind == .string || $0.kind == .number }
  }

  /// Whether the first object stands on a line of its own, as those of JSON lines do.
  private static func isOnOneLine(_ bytes: Span<UInt8>, _ start: Int, _ end: Int?) -> Bool {
    let lineEnd = bytes.firstIndex(of: .newline, .newline, .newline, from: start)
    guard let end else { return lineEnd == bytes.count || bytes[lineEnd - 1] != UInt8(ascii: "{") && !isPretty(bytes, start) }
    if end > lineEnd { return !isPretty(bytes, start) }
    // What follows on the line is another object, or the fault of a line.
    var cursor = JSONCursor(end)
    return cursor.peek(bytes.extracting(..<lineEnd)) != UInt8(ascii: "{")
  }

  /// Whether a line break follows the bracket, as in objects that are written for people.
  private static func isPretty(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var index = start + 1
    while index < bytes.count, bytes[index].isBlank {
      if bytes[index] == .newline { return true }
      index += 1
    }
    return false
  }

  // MARK: Arrays inside objects

  /// The array of objects inside an object that looks most like articles: one whose elements have a text, else the first.
  private static func innerArray(_ sample: FileSample, at start: Int) -> JSONShape? {
    let bytes = sample.bytes.span
    let guess = FieldGuess(sample.options.fields)
    var first: JSONShape?
    var best: JSONShape?
    var objects = [(start: start, depth: 1)]
    while let object = objects.popLast(), best == nil {
      var inner: [(start: Int, depth: Int)] = []
      var cursor = JSONCursor(object.start)
      _ = cursor.forEachMember(bytes) { _, value in
        if bytes[value] == UInt8(ascii: "["), case .array(_, _, let fields) = array(bytes, at: value, wrapping: object.depth) {
          guard !fields.isEmpty else { return true }
          let found = JSONShape.array(start: value + 1, wrapping: object.depth, fields)
          if guess.hasText(fields) { best = best ?? found }
          first = first ?? found
        } else if bytes[value] == UInt8(ascii: "{"), object.depth < 4 {
          inner.append((value, object.depth + 1))
        }
        return best == nil
      }
      objects += inner.reversed()
    }
    return best ?? first
  }
}
