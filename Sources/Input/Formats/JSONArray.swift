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

/// Finds where the elements of a JSON array end, or objects that simply follow each other.
///
/// It looks only at brackets and strings; whether an element is valid is the parser's to say. A string of JSON holds no
/// line break, so a line break inside one means that a quote is missing: the element is then taken to end before the next
/// line that begins, no deeper than the element did, with `{` or `]`. One broken element does not take the rest with it.
struct JSONElementScanner {
  private enum State { case between, scalar, container, string, escape, lost, tail, tailString, tailEscape, afterEnd }

  private var state = State.between
  private var depth = 0
  /// Brackets around the array, which close behind it.
  private var wrapping: Int
  /// Bytes since the last line break; unknown counts as far right.
  private var column = Self.unknownColumn
  private var elementColumn = 0
  private var lineIsBlank = false
  private var strayBytes = false
  private static let unknownColumn = 1 << 20

  /// `wrapping` brackets stand open around the array.
  init(wrapping: Int = 0) { self.wrapping = wrapping }

  /// Whether the array was closed, or no element is open.
  var hasEnded: Bool { [.tail, .tailString, .tailEscape, .afterEnd].contains(state) }
  var isBetween: Bool { state == .between }
  /// Whether something other than white space follows the end of the array.
  var hasStrayBytes: Bool { strayBytes }
  /// Where the element that ended last began, in the bytes of the call that saw its beginning.
  private(set) var elementStart = 0

  /// The end of the next element, or nil when it is not in `bytes`.
  mutating func next(_ bytes: Span<UInt8>, from: Int) -> Int? {
    var index = from
    while index < bytes.count {
      let byte = bytes[index]
      switch state {
      case .string: index = scanString(bytes, index)
      case .container:
        index += 1
        if scanContainer(byte) { return finish(at: index) }
      case .scalar:
        if byte.isBlank || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") { return finish(at: index) }
        index += 1
      case .escape:
        state = .string
        index += 1
      case .lost:
        if resumes(at: byte) { return finish(at: index) }
        index += 1
      case .between:
        begin(byte, at: index)
        index += 1
      case .tail, .tailString, .tailEscape:
        passTail(byte)
        index += 1
      case .afterEnd:
        if !byte.isBlank { strayBytes = true }
        index += 1
      }
    }
    return nil
  }

  private mutating func finish(at index: Int) -> Int {
    state = .between
    column = Self.unknownColumn
    return index
  }

  private mutating func countColumn(_ byte: UInt8) { column = byte == .newline ? 0 : column + 1 }

  private mutating func begin(_ byte: UInt8, at index: Int) {
    defer { countColumn(byte) }
    if byte.isBlank || byte == UInt8(ascii: ",") { return }
    if byte == UInt8(ascii: "]") {
      state = wrapping > 0 ? .tail : .afterEnd
      return
    }
    elementStart = index
    elementColumn = column
    depth = 0
    state = .scalar
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { _ = scanContainer(byte) }
    if byte == UInt8(ascii: "\"") { state = .string }
  }

  /// Takes a byte of what stands between the array and the end of the objects around it.
  private mutating func passTail(_ byte: UInt8) {
    switch (state, byte) {
    case (.tailEscape, _): state = .tailString
    case (.tailString, UInt8(ascii: "\\")): state = .tailEscape
    case (.tailString, UInt8(ascii: "\"")): state = .tail
    case (.tail, UInt8(ascii: "\"")): state = .tailString
    case (.tail, UInt8(ascii: "{")), (.tail, UInt8(ascii: "[")): wrapping += 1
    case (.tail, UInt8(ascii: "}")), (.tail, UInt8(ascii: "]")):
      wrapping -= 1
      if wrapping == 0 { state = .afterEnd }
    default: break
    }
  }

  /// Takes a byte outside strings; true when it closes the element.
  private mutating func scanContainer(_ byte: UInt8) -> Bool {
    state = .container
    switch byte {
    case UInt8(ascii: "\""): state = .string
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      return depth <= 0
    default: break
    }
    return false
  }

  private mutating func scanString(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let index = bytes.firstIndex(of: UInt8(ascii: "\""), UInt8(ascii: "\\"), .newline, from: start)
    guard index < bytes.count else { return index }
    switch bytes[index] {
    case UInt8(ascii: "\""): state = depth == 0 ? .scalar : .container
    case UInt8(ascii: "\\"): state = .escape
    default:
      state = .lost
      column = 0
      lineIsBlank = true
    }
    return index + 1
  }

  /// Whether a lost element ends before this byte.
  private mutating func resumes(at byte: UInt8) -> Bool {
    defer {
      countColumn(byte)
      lineIsBlank = byte == .newline || (lineIsBlank && (byte.isBlank || byte == UInt8(ascii: ",")))
    }
    guard lineIsBlank, column <= elementColumn else { return false }
    return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "]")
  }
}

/// Cuts a file between the elements that ``JSONElementScanner`` finds.
struct JSONElementSplitter: RecordSplitter {
  private var scanner: JSONElementScanner
  /// Whether the elements stand in an array, which has an end of its own.
  let isArray: Bool
  private let wrapping: Int

  /// `wrapping` brackets stand open around the array.
  init(isArray: Bool, wrapping: Int = 0) {
    self.isArray = isArray
    self.wrapping = wrapping
    scanner = JSONElementScanner(wrapping: wrapping)
  }

  var recovery: Recovery { .nextRecord }

  mutating func scan(_ bytes: Span<UInt8>, from: Int, first: Bool, atEnd: Bool) -> Int {
    var cut = 0
    var position = from
    var clean = scanner
    while let end = scanner.next(bytes, from: position) {
      cut = end
      position = end
      clean = scanner
      if first { return cut }
    }
    // The beginning of an element behind the cut is seen again with the next bytes.
    if cut > 0 { scanner = clean }
    return cut
  }

  mutating func reset() { scanner = JSONElementScanner(wrapping: wrapping) }

  func unfinished(left: Int) -> String? {
    if scanner.hasStrayBytes { return "something follows the end of the JSON array. Put all articles into one array." }
    if isArray && !scanner.hasEnded {
      return "the JSON array is not closed: the file was cut off, or a quote is missing from here on. Fetch or mend the file."
    }
    if !isArray && !scanner.isBetween {
      return "the JSON object is not closed: the file was cut off, or a quote is missing. Fetch or mend the file."
    }
    return nil
  }

  /// The elements of a part that was cut by this splitter.
  static func elements(of bytes: Span<UInt8>) -> [Range<Int>] {
    var scanner = JSONElementScanner()
    var ranges: [Range<Int>] = []
    var position = 0
    while let end = scanner.next(bytes, from: position) {
      ranges.append(scanner.elementStart..<end)
      position = end
    }
    // An element whose end shows only in the byte behind it: the cut was made there.
    if !scanner.isBetween && !scanner.hasEnded { ranges.append(scanner.elementStart..<bytes.count) }
    return ranges
  }
}
