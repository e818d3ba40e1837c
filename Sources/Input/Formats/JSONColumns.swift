internal import Articles
internal import Files

/// An object that is a whole table, as data frames are written, or articles by their ids.
///
/// `{"id": {"0": ..., "1": ...}, "text": {"0": ...}}` and `{"id": [...], "text": [...]}` (pandas' `columns` and lists),
/// `{"columns": [...], "data": [[...], ...]}` (`split`), and `{"a1": {"text": ...}, "a2": ...}` (`index`), where the key is the
/// id of an article that has none. The file is read into memory and becomes lines of JSON.
struct JSONColumns: RecordFormat {
  var name: String { "JSON columns" }
  var endings: [String] { [] }

  func recognize(_ sample: FileSample) -> Recognition {
    if case .columns = JSONShape(sample) { return .content }
    return .no
  }

  func open(_ sample: FileSample) throws(BrokenStream) -> FormatOpening {
    let guess = FieldGuess(sample.options.fields)
    let layout = Layout(sample.bytes.span, at: 0)
    let found = FieldGuess.Found.columns(layout.fields(guess))
    return FormatOpening(LineSplitter(), found, of: sample) { bytes throws(BrokenStream) in
      try Self.lines(bytes, fields: guess.fields)
    }
  }

  func locate(_ part: ChunkPart, _ bytes: Span<UInt8>) -> [Range<Int>] { [] }

  /// Never called: the records are the lines that the file becomes.
  func parse(
    _ ranges: [ByteRange], of bytes: Span<UInt8>, at locations: [RecordLocation], in file: InputFile,
    with parser: RecordParser, into batch: inout ArticleBatch, arena: inout OutputSpan<UInt8>
  ) {}

  /// Whether the object at `start`, which may be cut off, is such a table.
  static func fits(_ bytes: Span<UInt8>, at start: Int, _ guess: FieldGuess) -> Bool {
    let layout = Layout(bytes, at: start)
    return guess.hasText(FieldGuess.Found.columns(layout.fields(guess)))
  }

  // MARK: Layout

  /// The members of the object, as far as they go.
  private struct Layout {
    /// Key and place of the value; the last value may be cut off.
    var members: [(key: String, value: Int)] = []
    /// The fields of the first member that is an object.
    var inner: [String] = []
    /// The names in `columns` of a split table; nil when it is none.
    var columns: [String]?
    /// The kinds of all values.
    var kinds: Set<UInt8> = []

    init(_ bytes: Span<UInt8>, at start: Int) {
      var cursor = JSONCursor(start)
      var members: [(key: String, value: Int)] = []
      _ = cursor.forEachMember(bytes) { key, value in
        members.append((bytes.string(key), value))
        return true
      }
      self.members = members
      kinds = Set(members.map { bytes[$0.value] })
      if let first = members.first(where: { bytes[$0.value] == UInt8(ascii: "{") }) {
        var outline = JSONOutline()
        _ = outline.add(bytes, at: first.value)
        inner = outline.fields.map(\.name)
      }
      if let list = members.first(where: { $0.key == "columns" }), members.contains(where: { $0.key == "data" }) {
        columns = Self.strings(bytes, at: list.value)
      }
    }

    private static func strings(_ bytes: Span<UInt8>, at start: Int) -> [String]? {
      var cursor = JSONCursor(start)
      var strings: [String] = []
      guard cursor.take("[", bytes) else { return nil }
      repeat {
        guard let string = cursor.string(bytes) else { return nil }
        strings.append(bytes.string(string))
      } while cursor.take(",", bytes)
      return strings
    }

    /// Whether the members are columns, each an object or a list.
    func areColumns(_ guess: FieldGuess) -> Bool {
      let isOfOneKind = kinds == [UInt8(ascii: "{")] || (kinds == [UInt8(ascii: "[")] && members.count > 1)
      return isOfOneKind && guess.hasText(FieldGuess.Found.columns(members.map(\.key)))
    }

    /// The fields that the articles have.
    func fields(_ guess: FieldGuess) -> [String] {
      if let columns { return columns }
      if areColumns(guess) { return members.map(\.key) }
      return kinds == [UInt8(ascii: "{")] ? inner : []
    }
  }

  // MARK: Lines

  private static func lines(_ bytes: [UInt8], fields: FieldNames) throws(BrokenStream) -> [UInt8] {
    let span = bytes.span
    var cursor = JSONCursor()
    guard cursor.skipValue(span), cursor.peek(span) == nil else {
      throw BrokenStream(reason: "the JSON object is not closed: the file was cut off, or a quote is missing. Fetch or mend it.")
    }
    let layout = Layout(span, at: 0)
    if let columns = layout.columns { return splitLines(span, layout, columns) }
    if layout.areColumns(FieldGuess(fields)) { return columnLines(span, layout) }
    return indexLines(span, layout, fields)
  }

  /// The values of a list or an object: their places, with the key for those of an object.
  private static func values(_ bytes: Span<UInt8>, at start: Int) -> [(key: Range<Int>?, value: Range<Int>)] {
    var cursor = JSONCursor(start)
    var values: [(key: Range<Int>?, value: Range<Int>)] = []
    let isObject = bytes[start] == UInt8(ascii: "{")
    cursor.position += 1
    if cursor.take(isObject ? "}" : "]", bytes) { return [] }
    repeat {
      var key: Range<Int>?
      if isObject {
        key = cursor.string(bytes)
        guard key != nil, cursor.take(":", bytes) else { return values }
      }
      guard cursor.peek(bytes) != nil else { return values }
      let value = cursor.position
      guard cursor.skipValue(bytes) else { return values }
      values.append((key, value..<cursor.position))
    } while cursor.take(",", bytes)
    return values
  }

  private static func columnLines(_ bytes: Span<UInt8>, _ layout: Layout) -> [UInt8] {
    let columns = layout.members.map { values(bytes, at: $0.value) }
    var rows: [String: Int] = [:]
    var order: [[(column: Int, value: Range<Int>)]] = []
    for (column, cells) in columns.enumerated() {
      for (number, cell) in cells.enumerated() {
        let key = cell.key.map { bytes.string($0) } ?? "\(number)"
        if rows[key] == nil {
          rows[key] = order.count
          order.append([])
        }
        order[rows[key] ?? 0].append((column, cell.value))
      }
    }
    var output: [UInt8] = []
    for row in order { append(row.map { (layout.members[$0.column].key, $0.value) }, bytes, to: &output) }
    return output
  }

  private static func splitLines(_ bytes: Span<UInt8>, _ layout: Layout, _ columns: [String]) -> [UInt8] {
    var output: [UInt8] = []
    guard let data = layout.members.first(where: { $0.key == "data" }) else { return [] }
    for row in values(bytes, at: data.value) where bytes[row.value.lowerBound] == UInt8(ascii: "[") {
      let cells = values(bytes, at: row.value.lowerBound)
      append(zip(columns, cells).map { ($0, $1.value) }, bytes, to: &output)
    }
    return output
  }

  private static func indexLines(_ bytes: Span<UInt8>, _ layout: Layout, _ fields: FieldNames) -> [UInt8] {
    var output: [UInt8] = []
    for (key, value) in values(bytes, at: 0 + leadingBlanks(bytes)) where bytes[value.lowerBound] == UInt8(ascii: "{") {
      var outline = JSONOutline()
      _ = outline.add(bytes, at: value.lowerBound)
      var cells = values(bytes, at: value.lowerBound).compactMap { cell in
        cell.key.map { (bytes.string($0), cell.value) }
      }
      // The key is the article's id where it has none: with its quotes, as it stands.
      if let key, FieldGuess(fields).resolve(outline.fields).id == fields.id, !cells.contains(where: { $0.0 == fields.id }) {
        cells.insert((fields.id, key.lowerBound - 1..<key.upperBound + 1), at: 0)
      }
      append(cells, bytes, to: &output)
    }
    return output
  }

  private static func leadingBlanks(_ bytes: Span<UInt8>) -> Int {
    var cursor = JSONCursor()
    cursor.skipBlanks(bytes)
    return cursor.position
  }

  /// Appends one object; keys are JSON text already, as they stood between their quotes.
  private static func append(_ cells: [(key: String, value: Range<Int>)], _ bytes: Span<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    for (index, cell) in cells.enumerated() {
      output.append(contentsOf: (index > 0 ? ", \"" : "\"").utf8)
      output.append(contentsOf: cell.key.utf8)
      output.append(contentsOf: "\": ".utf8)
      output.append(minifying: bytes.extracting(cell.value))
    }
    output.append(contentsOf: "}\n".utf8)
  }
}
