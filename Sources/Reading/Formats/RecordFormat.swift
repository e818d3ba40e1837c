internal import Articles

/// A file format: how it is recognised, where its records end, and how they become articles.
///
/// A new format is a new file in this folder and a line in ``RecordFormats/all``.
protocol RecordFormat: Sendable {
  /// What a person calls it: `JSON lines`.
  var name: String { get }

  /// How sure it is that `sample` begins a file of this format.
  func recognize(_ sample: FileSample) -> Recognition

  /// What must be known of a file's beginning before its records can be read.
  func open(_ sample: FileSample) throws(BrokenStream) -> FormatOpening

  /// Adds the articles of a part to `batch`: fields to `arena`, which has room for as many bytes as the part.
  func parse(
    _ part: ChunkPart, of bytes: Span<UInt8>, with parser: RecordParser, into batch: inout ArticleBatch,
    arena: inout OutputSpan<UInt8>)

  /// The same for single records, one of `locations` for each of `ranges`.
  func parse(
    _ ranges: [ByteRange], of bytes: Span<UInt8>, at locations: [RecordLocation], in file: InputFile,
    with parser: RecordParser, into batch: inout ArticleBatch, arena: inout OutputSpan<UInt8>)
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
}

/// The formats, in the order in which equally good recognitions are settled.
enum RecordFormats {
  static let all: [any RecordFormat] = [JSONLines()]

  /// By content first, then by name; lines of JSON when nothing is recognised.
  static func format(of sample: FileSample) -> any RecordFormat {
    var best: (format: any RecordFormat, recognition: Recognition) = (JSONLines(), .no)
    for format in all {
      let recognition = format.recognize(sample)
      if recognition > best.recognition { best = (format, recognition) }
    }
    return best.format
  }
}

/// Finds where records end while a file streams by. Keeps its state between calls; the bytes before `from` were seen before.
protocol RecordSplitter {
  /// What a record that grows past the limit, or that never ends, costs.
  var recovery: Recovery { get }

  /// The end of the last whole record in `bytes`, or of the first one when `first`; 0 when none has ended.
  ///
  /// After a result above 0 the next call's bytes begin there, with `from` 0.
  mutating func scan(_ bytes: Span<UInt8>, from: Int, first: Bool, atEnd: Bool) -> Int

  /// Back to the state between two records.
  mutating func reset()

  /// What is wrong with a file that ends here, with `left` bytes after its last whole record; nil when nothing is.
  func unfinished(left: Int) -> String?
}

enum Recovery {
  /// Only the record's first line is lost.
  case nextLine
  /// Everything up to the end of the record is lost.
  case nextRecord
}
