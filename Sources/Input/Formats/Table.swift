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

/// Finds out how a table is written from its beginning: separator, row end, escapes, heading.
///
/// The dialect under which most rows of the sample have as many columns as the heading wins; among equals the usual one.
struct TableSniffer {
  let sample: FileSample
  /// Separators that are tried, the usual one first.
  let separators: [UInt8]
  /// Bytes before the heading: the line `sep=;` that spreadsheets write.
  private let preamble: Int
  private let rowEnd: UInt8

  /// A heading in its dialect, and where it ends in the sample.
  struct Found {
    var layout: TableLayout
    var end: Int
  }

  /// Rows of the sample that are looked at.
  private static let rowLimit = 200

  init(_ sample: FileSample, separators: [UInt8]) {
    self.sample = sample
    let bytes = sample.bytes
    let lineEnd = bytes.firstIndex { $0 == .newline || $0 == .carriageReturn } ?? bytes.count
    // A carriage return alone; the one before a line feed belongs to it, even when a conversion has doubled it.
    let isReturn = lineEnd < bytes.count && bytes[lineEnd] == .carriageReturn
    rowEnd = isReturn && !bytes[lineEnd...].prefix(3).contains(.newline) ? .carriageReturn : .newline
    if lineEnd == 5, String(decoding: bytes[..<4], as: UTF8.self).lowercased() == "sep=" {
      // The file may end there.
      preamble = min(bytes.count, 5 + (bytes[5...].prefix(2).elementsEqual([.carriageReturn, .newline]) ? 2 : 1))
      self.separators = [bytes[4]]
    } else {
      preamble = 0
      self.separators = separators
    }
  }

  /// The best reading of the sample in which `isWanted` holds for the headings; any reading when there is none such.
  func find(_ isWanted: ([String]) -> Bool) -> Found? {
    var best: (found: Found, wanted: Bool, score: Int)?
    for separator in separators {
      for escapes in hasEscapes ? [false, true] : [false] {
        let dialect = TableDialect(separator: separator, rowEnd: rowEnd, escapes: escapes)
        guard let found = heading(dialect) else { continue }
        let wanted = isWanted(found.layout.headings)
        let score = fit(found)
        if let best, (best.wanted ? 1 : 0, best.score) >= (wanted ? 1 : 0, score) { continue }
        best = (found, wanted, score)
      }
    }
    return best?.found
  }

  private var hasEscapes: Bool {
    sample.bytes.indices.dropFirst().contains {
      sample.bytes[$0] == UInt8(ascii: "\"") && sample.bytes[$0 - 1] == UInt8(ascii: "\\")
    }
  }

  private func heading(_ dialect: TableDialect) -> Found? {
    var splitter = TableSplitter(dialect, width: 0)
    let bytes = sample.bytes.span.extracting(preamble...)
    let end = splitter.scan(bytes, from: 0, first: true, atEnd: sample.isWhole)
    guard end > 0 else { return nil }
    let row = bytes.extracting(..<end)
    let layout = TableLayout(dialect, row: row.prefix(row.lengthWithoutLineBreak))
    return Found(layout: layout, end: preamble + end)
  }

  /// Rows that have the heading's width, less those that have not.
  private func fit(_ found: Found) -> Int {
    let dialect = found.layout.dialect
    var rows = TableRows(dialect, width: found.layout.headings.count)
    var start = found.end
    var score = 0
    for _ in 0..<Self.rowLimit {
      guard let end = rows.next(sample.bytes.span, start: start, from: start) else { break }
      let row = sample.bytes.span.extracting(start..<end)
      let length = row.lengthWithoutLineBreak
      start = end
      guard length > 0 else { continue }
      score += TableRow(row.extracting(..<length), dialect: dialect).fields.count == found.layout.headings.count ? 1 : -1
    }
    return found.layout.headings.count > 1 ? score : min(score, 0)
  }
}
