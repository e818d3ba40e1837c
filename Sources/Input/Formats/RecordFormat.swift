internal import Articles
internal import Files

/// A file format: how it is recognised, where its records end, and how they become articles.
///
/// A new format is a new file in this folder and a line in ``RecordFormats/all``. A format whose records are no ranges of the
/// file's bytes gives a ``FormatOpening/conversion`` into lines of JSON instead of a splitter, and is done.
protocol RecordFormat: Sendable {
  /// What a person calls it: `JSON lines`.
  var name: String { get }

  /// The endings of its files' names, lower case, without the point; folders are searched for them.
  var endings: [String] { get }

  /// How sure it is that `sample` begins a file of this format.
  func recognize(_ sample: FileSample) -> Recognition

  /// What must be known of a file's beginning before its records can be read.
  func open(_ sample: FileSample) throws(BrokenStream) -> FormatOpening

  /// Where the records of a part stand in its bytes; the part was cut by this format's splitter.
  func locate(_ part: ChunkPart, _ bytes: Span<UInt8>) -> [Range<Int>]

  /// Adds the articles in `ranges` to `batch`, one of `locations` each: fields to `arena`, which has room for as many bytes.
  func parse(
    _ ranges: [ByteRange], of bytes: Span<UInt8>, at locations: [RecordLocation], in file: InputFile,
    with parser: RecordParser, into batch: inout ArticleBatch, arena: inout OutputSpan<UInt8>)

  /// Adds the articles of a part; the default locates its records and parses those.
  func parse(
    _ part: ChunkPart, of bytes: Span<UInt8>, with parser: RecordParser, into batch: inout ArticleBatch,
    arena: inout OutputSpan<UInt8>)

  /// Appends the record as one line of JSON, without the line break.
  func appendJSON(_ record: Span<UInt8>, in file: InputFile, to output: inout [UInt8])
}

extension RecordFormat {
  func isNamed(_ name: String) -> Bool { endings.contains { name.hasSuffix("." + $0) } }

  func parse(
    _ part: ChunkPart, of bytes: Span<UInt8>, with parser: RecordParser, into batch: inout ArticleBatch,
    arena: inout OutputSpan<UInt8>
  ) {
    let ranges = locate(part, bytes)
    var locations: [RecordLocation] = []
    locations.reserveCapacity(ranges.count)
    var line = part.line
    var counted = 0
    for range in ranges {
      line += bytes.extracting(counted..<range.lowerBound).count(of: .newline)
      counted = range.lowerBound
      locations.append(
        RecordLocation(
          file: part.file.index, line: UInt32(clamping: line), offset: part.offset + UInt64(range.lowerBound),
          length: UInt32(range.count)))
    }
    parse(
      ranges.map { ByteRange($0.lowerBound, $0.upperBound) }, of: bytes, at: locations, in: part.file, with: parser,
      into: &batch, arena: &arena)
  }

  func appendJSON(_ record: Span<UInt8>, in file: InputFile, to output: inout [UInt8]) { output.append(copying: record) }
}

enum Recognition: Int, Comparable {
  case no, name, content

  static func < (left: Recognition, right: Recognition) -> Bool { left.rawValue < right.rawValue }
}

/// The beginning of a file, by which its format is told.
struct FileSample {
  /// The name without `.gz` and `.zst`, lower case.
  var name: String
  /// The first bytes after decompression and after a byte order mark; the whole file when it is short.
  var bytes: [UInt8]
  /// Whether `bytes` are the whole file.
  var isWhole: Bool
  var options: ReadingOptions
}

/// A file whose format is known and whose beginning was read.
struct FormatOpening {
  var splitter: any RecordSplitter
  /// Bytes before the first record: a heading.
  var prologue = 0
  var table: TableLayout?
  /// The names under which the file's fields are read.
  var fields: FieldNames
  /// The fields that the file's beginning has.
  var headings: [String] = []
  /// Makes lines of JSON of the whole file, for a format whose records are no ranges of its bytes; nil for any other.
  ///
  /// The lines then stand for the records: they are kept, named by their number, and written.
  var conversion: Conversion?

  /// Makes lines of JSON out of a file's bytes.
  typealias Conversion = @Sendable ([UInt8]) throws(BrokenStream) -> [UInt8]
}

/// The formats, in the order in which equally good recognitions are settled.
enum RecordFormats {
  static let all: [any RecordFormat] = [
    JSONArray(), JSONColumns(), JSONObjects(), JSONLines(), Table.commas, Table.tabs, PlainText(),
  ]

  /// Endings of files that a folder is searched for, before `.gz` and `.zst`.
  static let endings: [String] = all.reduce(into: []) { endings, format in
    endings += format.endings.filter { !endings.contains($0) }
  }

  /// By content first, then by name; nil when nothing is recognised.
  static func format(of sample: FileSample) -> (any RecordFormat)? {
    // Nothing at all on standard input is no record: a pipe that found no articles.
    if sample.isWhole, sample.bytes.isEmpty, sample.name == "-" { return JSONLines() }
    var best: (format: (any RecordFormat)?, recognition: Recognition) = (nil, .no)
    // Nothing is surer than the content, and of equals the first counts.
    for format in all where best.recognition < .content {
      let recognition = format.recognize(sample)
      if recognition > best.recognition { best = (format, recognition) }
    }
    return best.format
  }
}

/// Finds where records end while a file streams by.
///
/// Keeps its state between calls; the bytes before `from` were seen before.
protocol RecordSplitter {
  /// What a record that never ends costs.
  var recovery: Recovery { get }

  /// The end of the last whole record in `bytes`, or of the first one when `first`; 0 when none has ended.
  ///
  /// After a result above 0 the next call's bytes begin there, with `from` 0. Inside a record that is passed over, too, the bytes
  /// begin where the last call's ended.
  mutating func scan(_ bytes: Span<UInt8>, from: Int, first: Bool, atEnd: Bool) -> Int

  /// Where the records end that the last call of ``scan(_:from:first:atEnd:)`` has cut off, the last one at its result.
  ///
  /// For formats in which the records of a part cannot be found in its bytes alone; empty for any other.
  var ends: [Int] { get }

  /// Back to the state between two records.
  mutating func reset()

  /// What is wrong with a file that ends here, with `left` bytes after its last whole record; nil when nothing is.
  func unfinished(left: Int) -> String?
}

extension RecordSplitter {
  var ends: [Int] { [] }
}

enum Recovery {
  /// Only the record's first line is lost.
  case nextLine
  /// Everything up to the end of the record is lost.
  case nextRecord
}

/// Records that end at a line break.
struct LineSplitter: RecordSplitter {
  var recovery: Recovery { .nextLine }

  mutating func scan(_ bytes: Span<UInt8>, from: Int, first: Bool, atEnd: Bool) -> Int {
    if first {
      for index in from..<bytes.count where bytes[index] == .newline { return index + 1 }
    } else {
      var index = bytes.count
      while !atEnd && index > from {
        index -= 1
        if bytes[index] == .newline { return index + 1 }
      }
    }
    return atEnd ? bytes.count : 0
  }

  mutating func reset() {}

  func unfinished(left: Int) -> String? { nil }
}

extension UInt8 {
  package static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// White space of JSON.
  var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
