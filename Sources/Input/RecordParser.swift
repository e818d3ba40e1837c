package import Articles
internal import CSIMDJSON
internal import Files

/// Bytes that were read together, cut between records: the work of one call of one parser.
package struct RecordChunk: Sendable {
  /// Place in the input order, from 0.
  package let index: Int
  var bytes: [UInt8] = []
  var parts: [ChunkPart] = []
  /// What was lost on the way, before any parsing.
  var skipped: [SkippedRecord] = []

  init(index: Int) { self.index = index }

  /// Size of the records in bytes.
  package var byteCount: Int { bytes.count }

  /// The articles of the chunk, in input order, and what was wrong with the others.
  ///
  /// Pure: the same for any thread.
  ///
  /// - Complexity: linear in ``byteCount``.
  package func parse(with parser: inout RecordParser) -> ArticleBatch {
    var batch = ArticleBatch()
    batch.skipped = skipped
    let parser = parser
    // Fields are never longer than their records; the names are for formats that take the id from there.
    let names = parts.reduce(0) { $0 + $1.file.articleID.utf8.count }
    batch.bytes = [UInt8](capacity: bytes.count + names + ArticleBatch.padding) { arena in
      for part in parts {
        let first = batch.records.count
        part.file.format.parse(part, of: bytes.span.extracting(part.range), with: parser, into: &batch, arena: &arena)
        warn(of: part.file, from: first, in: &batch)
      }
      arena.append(repeating: 0, count: ArticleBatch.padding)
    }
    return batch
  }

  /// Appends the record at `location`, one of this chunk's, as it came: JSON on one line, without the line break.
  package func appendJSON(at location: RecordLocation, to output: inout [UInt8]) {
    for part in parts where part.file.index == location.file && location.offset >= part.offset {
      let start = part.range.lowerBound + Int(location.offset - part.offset)
      let end = start + Int(location.length)
      guard end <= part.range.upperBound else { continue }
      return part.file.appendJSON(bytes.span.extracting(start..<end), to: &output)
    }
  }

  /// Names the texts that will not be read to their ends.
  private func warn(of file: InputFile, from first: Int, in batch: inout ArticleBatch) {
    for record in batch.records[first...] where record.text.count > ArticleBatch.longestReading {
      let reason = RecordProblem.longText(file.fields.text, record.text.count)
      batch.warnings.add(.longText, SkippedRecord(file: file.name, line: Int(record.location.line), reason: reason))
    }
  }
}

/// The records of one file in a chunk.
struct ChunkPart: Sendable {
  var file: InputFile
  /// In the chunk's bytes.
  var range: Range<Int>
  /// Line of the first byte, from 1.
  var line: Int
  /// Offset of the first byte in the file, after decompression.
  var offset: UInt64
  /// Where its records end, see ``RecordSplitter/ends``.
  var ends: [Int] = []
}

/// Turns records into articles; holds the buffers for that, so every thread has its own.
package struct RecordParser {
  let options: ReadingOptions
  let json = JSONParser()

  package init(options: ReadingOptions = ReadingOptions()) { self.options = options.clamped }

  /// Adds the JSON records in `ranges`, one of `locations` each.
  func addJSON(
    _ ranges: [ByteRange], of bytes: Span<UInt8>, at locations: [RecordLocation], in file: InputFile,
    to batch: inout ArticleBatch, arena: inout OutputSpan<UInt8>
  ) {
    json.look(for: options.fields)
    let count = json.parse(ranges, of: bytes, limit: options.maxRecordBytes, into: &arena)
    for index in 0..<count {
      let found = json[index]
      add(found, at: locations[Int(found.line)], of: bytes, in: file, to: &batch, arena: arena.span)
    }
  }

  /// Adds one record that the JSON parser has found: an article, or what is wrong with it.
  func add(
    _ found: newsprint_json_record, at location: RecordLocation, of bytes: Span<UInt8>, in file: InputFile,
    to batch: inout ArticleBatch, arena: Span<UInt8>
  ) {
    let line = Int(location.line)
    file.seen.add(found.present)
    guard found.problem == UInt8(NEWSPRINT_JSON_FINE.rawValue) else {
      let record = bytes.extracting(Int(found.offset)..<Int(found.offset) + Int(found.length))
      let reason = RecordProblem.reason(problem(found, in: file), of: record, fields: file.fields, limit: options.maxRecordBytes)
      batch.skipped.append(SkippedRecord(file: file.name, line: line, reason: reason))
      return
    }
    var article = ArticleRecord(location: location)
    article.id = ByteRange(found.fields.0)
    article.text = ByteRange(found.fields.1)
    article.title = ByteRange(found.fields.2)
    article.url = ByteRange(found.fields.3)
    article.source = ByteRange(found.fields.4)
    article.language = ByteRange(found.fields.6)
    article.idIsString = found.id_is_string != 0
    let names = NamesFound(found, options.fields)
    addDate(ByteRange(found.fields.5), called: names[.published], to: &article, in: file, batch: &batch, arena: arena)
    if found.ignored | found.repaired != 0 { warn(of: found, names, line: line, in: file, batch: &batch) }
    if names.hasOthers { names.note(in: file.seen) }
    batch.records.append(article)
  }

  /// The problem of a record without a usable text; a guessed name that the file's first records don't have is none of its own.
  private func problem(_ found: newsprint_json_record, in file: InputFile) -> UInt8 {
    let isForeign = found.named.1 != 0 && !NamesFound(found, options.fields).isOf(file, .text)
    let isUnusable = [NEWSPRINT_JSON_TEXT_NULL.rawValue, NEWSPRINT_JSON_TEXT_WRONG_TYPE.rawValue].contains(UInt32(found.problem))
    return isForeign && isUnusable ? UInt8(NEWSPRINT_JSON_TEXT_MISSING.rawValue) : found.problem
  }

  private func warn(
    of found: newsprint_json_record, _ names: NamesFound, line: Int, in file: InputFile, batch: inout ArticleBatch
  ) {
    for field in ArticleField.allCases {
      let bit = UInt8(1) << UInt8(field.rawValue)
      if found.ignored & bit != 0, names.isOf(file, field) {
        let reason = field == .id ? RecordProblem.ignoredID(names[.id]) : RecordProblem.ignored(names[field])
        batch.warnings.add(.ignored(field.rawValue), SkippedRecord(file: file.name, line: line, reason: reason))
      }
      if found.repaired & bit != 0 {
        let reason = RecordProblem.replaced(names[field])
        batch.warnings.add(.replaced(field.rawValue), SkippedRecord(file: file.name, line: line, reason: reason))
      }
    }
  }

  /// Reads the publication time; what is not a date is a warning, not a reason to lose the article.
  func addDate(
    _ range: ByteRange, called name: String, to article: inout ArticleRecord, in file: InputFile, batch: inout ArticleBatch,
    arena: Span<UInt8>
  ) {
    guard !range.isEmpty else { return }
    let bytes = arena.extracting(range.indices)
    let line = Int(article.location.line)
    switch PublicationDate(bytes, order: options.dateOrder) {
    case .time(let seconds) where PublicationDate.ofPrint.contains(seconds): article.published = seconds
    case .time:
      batch.warnings.add(.notADate, SkippedRecord(file: file.name, line: line, reason: RecordProblem.notOfPrint(name, bytes)))
    case .ambiguous(let date):
      article.openDate = date
      batch.warnings.add(
        .ambiguousDate, SkippedRecord(file: file.name, line: line, reason: RecordProblem.ambiguousDate(name, bytes)))
    case .none:
      batch.warnings.add(.notADate, SkippedRecord(file: file.name, line: line, reason: RecordProblem.notADate(name, bytes)))
    }
  }
}

/// The names by which the fields of one record of JSON were found.
private struct NamesFound {
  private let places: [7 of UInt8]
  private let fields: FieldNames

  init(_ found: newsprint_json_record, _ fields: FieldNames) {
    let named = found.named
    places = [named.0, named.1, named.2, named.3, named.4, named.5, named.6]
    self.fields = fields
  }

  var hasOthers: Bool { places.span.indices.contains { places[$0] != 0 } }

  subscript(field: ArticleField) -> String {
    let place = Int(places[field.rawValue])
    return place == 0 ? fields[field] : FieldGuess.usual(field)[place - 1]
  }

  /// Whether the name is the field's own or the one that the file's first records have.
  func isOf(_ file: InputFile, _ field: ArticleField) -> Bool {
    places[field.rawValue] == 0 || file.fields.reads(self[field], as: field)
  }

  func note(in seen: FieldsSeen) {
    for field in ArticleField.allCases where places[field.rawValue] != 0 { seen.add(field, place: places[field.rawValue]) }
  }
}

extension ByteRange {
  init(_ range: newsprint_range) {
    self = .empty
    start = range.start
    end = range.end
  }
}
