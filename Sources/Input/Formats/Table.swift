internal import Articles
internal import Files
internal import Output

/// Rows of fields with a separator and a heading (RFC 4180): CSV and TSV, as databases and spreadsheets write them.
struct Table: RecordFormat {
  let name: String
  let endings: [String]
  /// Separators that are tried, the usual one first.
  let separators: [UInt8]

  static let commas = Table(name: "CSV", endings: ["csv"], separators: Array(",;|\t".utf8))
  static let tabs = Table(name: "TSV", endings: ["tsv", "tab"], separators: Array("\t".utf8))

  func recognize(_ sample: FileSample) -> Recognition {
    let isNamed = isNamed(sample.name)
    let text = sample.options.fields.text
    guard let found = find(sample), found.layout.headings.contains(text) else { return isNamed ? .name : .no }
    return isNamed || found.layout.headings.count > 1 ? .content : .no
  }

  private func find(_ sample: FileSample) -> TableSniffer.Found? {
    let guess = FieldGuess(sample.options.fields)
    return TableSniffer(sample, separators: separators).find { guess.hasText(FieldGuess.Found.columns($0)) }
  }

  func open(_ sample: FileSample) throws(BrokenStream) -> FormatOpening {
    guard !sample.bytes.isEmpty else { throw BrokenStream(reason: "the file is empty. A table needs a heading.") }
    guard let found = find(sample) else {
      throw BrokenStream(reason: "the heading has no end. A table begins with one line of column names.")
    }
    let fields = FieldGuess(sample.options.fields).resolve(FieldGuess.Found.columns(found.layout.headings))
    guard found.layout.headings.contains(fields.text) else {
      let names = found.layout.headings.prefix(12).joined(separator: ", ").prefix(200)
      throw BrokenStream(
        reason: "no column is called \"\(fields.text)\" (found: \(names)). Name the right one with --text-field.")
    }
    let splitter = TableSplitter(found.layout.dialect, width: found.layout.headings.count)
    return FormatOpening(
      splitter: splitter, prologue: found.end, table: found.layout, fields: fields,
      headings: found.layout.headings)
  }

  func locate(_ part: ChunkPart, _ bytes: Span<UInt8>) -> [Range<Int>] {
    var start = 0
    // Without their row ends; empty rows are left out.
    return part.ends.compactMap { end in
      let row = start..<start + bytes.extracting(start..<end).lengthWithoutLineBreak
      start = end
      return row.isEmpty ? nil : row
    }
  }

  func parse(
    _ ranges: [ByteRange], of bytes: Span<UInt8>, at locations: [RecordLocation], in file: InputFile,
    with parser: RecordParser, into batch: inout ArticleBatch, arena: inout OutputSpan<UInt8>
  ) {
    guard let table = file.table else { return }
    let columns = file.fields.names.map { table.headings.firstIndex(of: $0) }
    file.seen.add(columns.indices.reduce(0) { columns[$1] == nil ? $0 : $0 | 1 << UInt8($1) })
    for (range, location) in zip(ranges, locations) {
      let row = bytes.extracting(range.indices)
      do throws(BrokenRecord) {
        try add(row, at: location, table, columns, in: file, with: parser, to: &batch, arena: &arena)
      } catch {
        batch.skipped.append(SkippedRecord(file: file.name, line: Int(location.line), reason: error.reason))
      }
    }
  }

  private func add(
    _ row: Span<UInt8>, at location: RecordLocation, _ table: TableLayout, _ columns: [Int?], in file: InputFile,
    with parser: RecordParser, to batch: inout ArticleBatch, arena: inout OutputSpan<UInt8>
  ) throws(BrokenRecord) {
    let options = parser.options
    guard row.count <= options.maxRecordBytes else { throw BrokenRecord(reason: RecordProblem.tooLong(options.maxRecordBytes)) }
    guard row.isValidUTF8 else {
      throw BrokenRecord(reason: RecordProblem.invalidUTF8(at: JSONDiagnosis.firstInvalidUTF8(row) ?? 0))
    }
    let cells = TableRow(row, dialect: table.dialect)
    guard cells.fields.count == table.headings.count else {
      throw BrokenRecord(reason: RecordProblem.columns(cells.fields.count, expected: table.headings.count))
    }
    func copy(_ field: ArticleField) -> ByteRange {
      guard let column = columns[field.rawValue] else { return .empty }
      return TableRow.appendValue(of: row.extracting(cells.fields[column]), table.dialect, to: &arena)
    }
    var article = ArticleRecord(location: location)
    article.text = copy(.text)
    guard !arena.span.extracting(article.text.indices).trimmed.isEmpty else {
      throw BrokenRecord(reason: RecordProblem.blank(file.fields.text))
    }
    article.id = copy(.id)
    article.title = copy(.title)
    article.url = copy(.url)
    article.source = copy(.source)
    article.language = copy(.language)
    let published = copy(.published)
    parser.addDate(published, called: file.fields.published, to: &article, in: file, batch: &batch, arena: arena.span)
    batch.records.append(article)
  }

  /// An object of all columns, in their order, each a string.
  func appendJSON(_ record: Span<UInt8>, in file: InputFile, to output: inout [UInt8]) {
    guard let table = file.table else { return }
    let cells = TableRow(record, dialect: table.dialect)
    output.append(UInt8(ascii: "{"))
    for (column, (heading, field)) in zip(table.headings, cells.fields).enumerated() {
      if column > 0 { output.append(contentsOf: [UInt8(ascii: ","), UInt8(ascii: " ")]) }
      JSONText.append(Array(heading.utf8).span, to: &output)
      output.append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: " ")])
      JSONText.append(TableRow.value(of: record.extracting(field), table.dialect).span, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }
}

/// A record that cannot be used, while it is parsed.
struct BrokenRecord: Error {
  var reason: String
}
