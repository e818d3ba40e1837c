internal import Articles
internal import CSIMDJSON
internal import Files

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
    json.look(for: file.fields.names)
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
      let reason = RecordProblem.reason(found.problem, of: record, fields: file.fields, limit: options.maxRecordBytes)
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
    addDate(ByteRange(found.fields.5), to: &article, in: file, batch: &batch, arena: arena)
    if found.ignored | found.repaired != 0 { warn(of: found, line: line, in: file, batch: &batch) }
    batch.records.append(article)
  }

  private func warn(of found: newsprint_json_record, line: Int, in file: InputFile, batch: inout ArticleBatch) {
    for field in ArticleField.allCases {
      let bit = UInt8(1) << UInt8(field.rawValue)
      if found.ignored & bit != 0 {
        let reason = field == .id ? RecordProblem.ignoredID(file.fields.id) : RecordProblem.ignored(file.fields[field])
        batch.warnings.add(.ignored(field.rawValue), SkippedRecord(file: file.name, line: line, reason: reason))
      }
      if found.repaired & bit != 0 {
        let reason = RecordProblem.replaced(file.fields[field])
        batch.warnings.add(.replaced(field.rawValue), SkippedRecord(file: file.name, line: line, reason: reason))
      }
    }
  }

  /// Reads the publication time; what is not a date is a warning, not a reason to lose the article.
  func addDate(
    _ range: ByteRange, to article: inout ArticleRecord, in file: InputFile, batch: inout ArticleBatch, arena: Span<UInt8>
  ) {
    guard !range.isEmpty else { return }
    let bytes = arena.extracting(range.indices)
    let name = file.fields.published
    let line = Int(article.location.line)
    switch PublicationDate(bytes, order: options.dateOrder) {
    case .time(let seconds): article.published = seconds
    case .ambiguous:
      batch.warnings.add(
        .ambiguousDate, SkippedRecord(file: file.name, line: line, reason: RecordProblem.ambiguousDate(name, bytes)))
    case .none:
      batch.warnings.add(.notADate, SkippedRecord(file: file.name, line: line, reason: RecordProblem.notADate(name, bytes)))
    }
  }
}

extension ByteRange {
  init(_ range: newsprint_range) {
    self = .empty
    start = range.start
    end = range.end
  }
}
