internal import Output
internal import Files
internal import Articles

/// Rows of fields with a separator and a heading (RFC 4180): CSV and TSV.
struct Table: RecordFormat {
  let name: String
  let ending: String
  /// Separators that are tried, the usual one first.
  let separators: [UInt8]

  static let commas = Table(name: "CSV", ending: ".csv", separators: [UInt8(ascii: ","), UInt8(ascii: ";")])
  static let tabs = Table(name: "TSV", ending: ".tsv", separators: [UInt8(ascii: "\t")])

  func recognize(_ sample: FileSample) -> Recognition {
    let isNamed = sample.name.hasSuffix(ending)
    guard let layout = layout(of: sample)?.layout else { return isNamed ? .name : .no }
    let hasText = layout.columns[ArticleField.text.rawValue] != nil
    return hasText && (isNamed || layout.headings.count > 1) ? .content : isNamed ? .name : .no
  }

  /// The heading of the sample, with the separator that finds the text column, and where the heading ends.
  private func layout(of sample: FileSample) -> (layout: TableLayout, end: Int)? {
    var usual: (TableLayout, Int)?
    for separator in separators {
      var splitter = TableSplitter(separator: separator)
      let end = splitter.scan(sample.bytes.span, from: 0, first: true, atEnd: sample.isWhole)
      guard end > 0 else { continue }
      let length = sample.bytes.span.extracting(..<end).lengthWithoutLineBreak
      let layout = TableLayout(separator: separator, row: Array(sample.bytes[..<length]), fields: sample.options.fields)
      if layout.columns[ArticleField.text.rawValue] != nil { return (layout, end) }
      if usual == nil { usual = (layout, end) }
    }
    return usual
  }

  func open(_ sample: FileSample) throws(BrokenStream) -> FormatOpening {
    guard !sample.bytes.isEmpty else { throw BrokenStream(reason: "the file is empty. A table needs a heading.") }
    guard let (layout, end) = layout(of: sample) else {
      throw BrokenStream(reason: "the heading has no end. A table begins with one line of column names.")
    }
    guard layout.columns[ArticleField.text.rawValue] != nil else {
      let found = layout.headings.prefix(12).joined(separator: ", ").prefix(200)
      throw BrokenStream(
        reason: "no column is called \"\(sample.options.fields.text)\" (found: \(found)). Name the right one with --text-field.")
    }
    return FormatOpening(splitter: TableSplitter(separator: layout.separator), prologue: end, table: layout)
  }

  func locate(_ part: ChunkPart, _ bytes: Span<UInt8>) -> [Range<Int>] {
    guard let table = part.file.table else { return [] }
    var scanner = TableScanner(separator: table.separator)
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while let end = scanner.nextEnd(bytes, from: index) {
      index = end + 1
      guard bytes[end] == .newline else { continue }
      ranges.append(start..<end)
      start = index
    }
    ranges.append(start..<bytes.count)
    // Without the line break, and without rows that are nothing else.
    return ranges.map { $0.lowerBound..<$0.lowerBound + bytes.extracting($0).lengthWithoutLineBreak }.filter { !$0.isEmpty }
  }

  func parse(
    _ ranges: [ByteRange], of bytes: Span<UInt8>, at locations: [RecordLocation], in file: InputFile,
    with parser: RecordParser, into batch: inout ArticleBatch, arena: inout OutputSpan<UInt8>
  ) {
    guard let table = file.table else { return }
    for (range, location) in zip(ranges, locations) {
      let row = bytes.extracting(range.indices)
      do throws(BrokenRecord) {
        try add(row, at: location, table, in: file, with: parser, to: &batch, arena: &arena)
      } catch {
        batch.skipped.append(SkippedRecord(file: file.name, line: Int(location.line), reason: error.reason))
      }
    }
  }

  private func add(
    _ row: Span<UInt8>, at location: RecordLocation, _ table: TableLayout, in file: InputFile, with parser: RecordParser,
    to batch: inout ArticleBatch, arena: inout OutputSpan<UInt8>
  ) throws(BrokenRecord) {
    let options = parser.options
    guard row.count <= options.maxRecordBytes else { throw BrokenRecord(reason: RecordProblem.tooLong(options.maxRecordBytes)) }
    guard row.isValidUTF8 else {
      throw BrokenRecord(reason: RecordProblem.invalidUTF8(at: JSONDiagnosis.firstInvalidUTF8(row) ?? 0))
    }
    let cells = TableRow(row, separator: table.separator)
    guard cells.fields.count == table.headings.count else {
      throw BrokenRecord(reason: RecordProblem.columns(cells.fields.count, expected: table.headings.count))
    }
    func copy(_ field: ArticleField) -> ByteRange {
      guard let column = table.columns[field.rawValue] else { return .empty }
      return TableRow.appendValue(of: row.extracting(cells.fields[column]), to: &arena)
    }
    var article = ArticleRecord(location: location)
    article.text = copy(.text)
    guard !arena.span.extracting(article.text.indices).trimmed.isEmpty else {
      throw BrokenRecord(reason: RecordProblem.blank(options.fields.text))
    }
    article.id = copy(.id)
    article.title = copy(.title)
    article.url = copy(.url)
    article.source = copy(.source)
    article.language = copy(.language)
    let published = copy(.published)
    parser.addDate(published, to: &article, in: file, batch: &batch, arena: arena.span)
    batch.records.append(article)
  }

  /// An object of all columns, in their order, each a string.
  func appendJSON(_ record: Span<UInt8>, in file: InputFile, to output: inout [UInt8]) {
    guard let table = file.table else { return }
    let cells = TableRow(record, separator: table.separator)
    output.append(UInt8(ascii: "{"))
    for (column, (heading, field)) in zip(table.headings, cells.fields).enumerated() {
      if column > 0 { output.append(contentsOf: [UInt8(ascii: ","), UInt8(ascii: " ")]) }
      JSONText.append(Array(heading.utf8).span, to: &output)
      output.append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: " ")])
      JSONText.append(TableRow.value(of: record.extracting(field)).span, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }
}

/// A record that cannot be used, while it is parsed.
struct BrokenRecord: Error {
  var reason: String
}

extension Span<UInt8> {
  /// The length without `\n` or `\r\n` at the end, or a `\r` that was left of one.
  var lengthWithoutLineBreak: Int {
    var end = count
    if end > 0 && self[end - 1] == .newline { end -= 1 }
    if end > 0 && self[end - 1] == .carriageReturn { end -= 1 }
    return end
  }
}
