internal import Articles
internal import Files
internal import Output

/// One article a file.
///
/// Its id is the file's name without the ending.
///
/// The first line is the title when a blank line and then a real paragraph follow it and it reads like one: short, and not
/// ending like a sentence or a dateline. The text is then what follows; otherwise it is the whole file, so that a banner or a
/// first sentence is not lost to the title. White space at both ends is left out.
struct PlainText: RecordFormat {
  var name: String { "text" }
  var endings: [String] { ["txt"] }

  /// In bytes.
  static let longestTitle = 160
  /// Of the line after the title, in bytes: shorter ones are captions, share buttons and the like.
  static let shortestParagraph = 80

  func recognize(_ sample: FileSample) -> Recognition {
    isNamed(sample.name) || sample.name == "-" ? .name : .no
  }

  func open(_ sample: FileSample) throws(BrokenStream) -> FormatOpening {
    if sample.isWhole && sample.bytes.span.trimmed.isEmpty { throw BrokenStream(reason: Self.noText) }
    return FormatOpening(splitter: WholeFileSplitter(), fields: sample.options.fields)
  }

  private static let noText = "the file has no text. Leave it out."

  func locate(_ part: ChunkPart, _ bytes: Span<UInt8>) -> [Range<Int>] { [0..<bytes.count] }

  func parse(
    _ ranges: [ByteRange], of bytes: Span<UInt8>, at locations: [RecordLocation], in file: InputFile,
    with parser: RecordParser, into batch: inout ArticleBatch, arena: inout OutputSpan<UInt8>
  ) {
    for (range, location) in zip(ranges, locations) {
      let content = bytes.extracting(range.indices)
      if let reason = problem(content, parser.options) {
        batch.skipped.append(SkippedRecord(file: file.name, line: nil, reason: reason))
        continue
      }
      let (title, text) = Self.split(content)
      var article = ArticleRecord(location: location)
      article.id = copy(Array(file.articleID.utf8).span, to: &arena)
      article.title = copy(content.extracting(title), to: &arena)
      article.text = copy(content.extracting(text), to: &arena)
      batch.records.append(article)
    }
  }

  private func problem(_ content: Span<UInt8>, _ options: ReadingOptions) -> String? {
    if content.count > options.maxRecordBytes { return RecordProblem.tooLong(options.maxRecordBytes) }
    if !content.isValidUTF8 { return RecordProblem.invalidUTF8(at: JSONDiagnosis.firstInvalidUTF8(content) ?? 0) }
    return content.trimmed.isEmpty ? Self.noText : nil
  }

  /// The arena has room for the file's name besides its content.
  private func copy(_ bytes: Span<UInt8>, to arena: inout OutputSpan<UInt8>) -> ByteRange {
    let start = arena.count
    arena.append(copying: bytes)
    return ByteRange(start, arena.count)
  }

  /// The title, empty when there is none, and the text.
  static func split(_ content: Span<UInt8>) -> (title: Range<Int>, text: Range<Int>) {
    let whole = content.trimmed
    let none = whole.lowerBound..<whole.lowerBound
    guard let lineEnd = whole.first(where: { content[$0] == .newline }) else { return (none, whole) }
    let title = whole.lowerBound..<lineEnd - (content[lineEnd - 1] == .carriageReturn ? 1 : 0)
    let next = (lineEnd + 1..<whole.upperBound).first { content[$0] == .newline || !content[$0].isBlank }
    guard let next, content[next] == .newline, title.count <= longestTitle, !title.isEmpty else { return (none, whole) }
    let sentenceEnds = Array(".,;:-)\"".utf8)
    if sentenceEnds.contains(content[title.upperBound - 1]) { return (none, whole) }
    let rest = content.extracting(next..<whole.upperBound).trimmed
    let text = rest.lowerBound + next..<rest.upperBound + next
    let paragraph = text.prefix { content[$0] != .newline }
    return paragraph.count < max(shortestParagraph, title.count) ? (none, whole) : (title, text)
  }

  func appendJSON(_ record: Span<UInt8>, in file: InputFile, to output: inout [UInt8]) {
    let (title, text) = Self.split(record)
    output.append(contentsOf: "{\"id\": ".utf8)
    JSONText.append(Array(file.articleID.utf8).span, to: &output)
    if !title.isEmpty {
      output.append(contentsOf: ", \"title\": ".utf8)
      JSONText.append(record.extracting(title), to: &output)
    }
    output.append(contentsOf: ", \"text\": ".utf8)
    JSONText.append(record.extracting(text), to: &output)
    output.append(UInt8(ascii: "}"))
  }
}

/// A file that is one record.
struct WholeFileSplitter: RecordSplitter {
  var recovery: Recovery { .nextRecord }

  mutating func scan(_ bytes: Span<UInt8>, from: Int, first: Bool, atEnd: Bool) -> Int { atEnd ? bytes.count : 0 }

  mutating func reset() {}

  func unfinished(left: Int) -> String? { nil }
}

/// What a file holds where one text was expected.
package enum RecordsInText {
  /// Such as `JSON lines`; nil when the bytes do not begin as records do.
  ///
  /// By the content alone: a name says little of what somebody saved under it.
  package static func format(_ bytes: [UInt8]) -> String? {
    let beginning = Array(bytes.prefix(longestBeginning))
    let sample = FileSample(name: "", bytes: beginning, isWhole: beginning.count == bytes.count, options: ReadingOptions())
    guard let format = RecordFormats.all.first(where: { $0.recognize(sample) == .content }),
      // An article may begin with a brace: records have fields.
      let opening = try? format.open(sample), opening.table != nil || !opening.headings.isEmpty
    else { return nil }
    return format.name
  }

  /// Records show in their first lines.
  private static let longestBeginning = 64 << 10
}
