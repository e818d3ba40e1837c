internal import Articles
package import Files
package import Input
package import Output
internal import Synchronization

/// The rows that stages hand to each other: JSON lines, one kind of row a type.
///
/// The format is described in the article *Stages*; its version is in every row, and another version is refused.
package enum StageFormat {
  package static let version = 1
}

/// What a row says, by its member `stage`.
package enum StageRowKind: String, Sendable, CaseIterable {
  case article
  // Statistics.
  case run, ids, site, line, recurring, passage, member, suspect, total, frequency
  case keys
  case identical, pair, shared, verified, condition, copy, edge
  case memberLine = "member-line"
  case droppedLine = "dropped-line"
}

/// One kind of row.
package protocol StageRow: Sendable {
  static var kind: StageRowKind { get }
  init(_ row: JSONRow) throws(ReadingError)
  /// The members but for `stage` and `v`, by their names, which ascend.
  var members: RowMembers { get }
}

/// Members of a row, as what writes their values.
package typealias RowMembers = KeyValuePairs<String, (inout JSONWriter) -> Void>

extension StageRow {
  /// Appends the row as a line.
  package func append(to writer: inout JSONWriter) { writer.row(Self.kind, members) }
}

extension JSONWriter {
  /// Writes a row as a line, `stage` and `v` among its members, which ascend by their names.
  mutating func row(_ kind: StageRowKind, _ members: RowMembers) { row(kind, sorted: Array(members)) }

  mutating func row(_ kind: StageRowKind, sorted members: [RowMembers.Element]) {
    let common: RowMembers = ["stage": { $0.string(kind.rawValue) }, "v": { $0.integer(StageFormat.version) }]
    object { writer in
      var rest = common[...]
      for member in members {
        while let next = rest.first, next.key < member.key { writer.member(rest.removeFirst()) }
        writer.member(member)
      }
      for member in rest { writer.member(member) }
    }
    newline()
  }

  private mutating func member(_ member: RowMembers.Element) {
    key(member.key)
    member.value(&self)
  }

  /// A measure that reads back as the same number.
  package mutating func exact(_ value: Float) { verbatim(Array(value.description.utf8).span) }
}

/// The number of an article over all parts of a batch, ascending in the order of the input.
package typealias GlobalNumber = UInt64

/// All rows that a stage was given, by their kinds, whatever order they came in.
package struct StageRows: Sendable {
  /// Articles as lines, by number; of one that comes twice the last.
  var articles: [GlobalNumber: [UInt8]] = [:]
  package var statistics = CorpusStatistics()
  var keys: [KeyRow] = []
  var pairs: [PairRow] = []
  var shared: [SharedRow] = []
  var verified: [VerifiedRow] = []
  var conditions: [ConditionRow] = []
  package var copies: [CopyRow] = []
  var edges: [EdgeRow] = []

  package init() {}

  /// Reads files of rows; `-` is standard input.
  ///
  /// - Throws: ``ReadingError`` that names a file which cannot be read, or a line that is no row of this version.
  package init(_ paths: [String]) throws(ReadingError) {
    var frequencies = FrequencyReader()
    for path in paths {
      let source = try LineSource(path, longest: ReadingOptions.largestRecord)
      while let block = try source.next() {
        for line in block.lines {
          let place = ReadingError.Location(Visible.text(path), line: line.number)
          guard let bytes = block.read(line, { Array(copying: $0) }) else {
            throw ReadingError(.tooLarge, "the line is longer than \(ReadingOptions.largestRecord) bytes", at: place)
          }
          try take(bytes, at: place, &frequencies)
        }
      }
    }
    statistics.frequencies = frequencies.statistics(articles: statistics.distinctArticles)
  }

  private mutating func take(_ line: [UInt8], at place: ReadingError.Location, _ frequencies: inout FrequencyReader)
    throws(ReadingError)
  {
    let row = try JSONRow(line, at: place)
    guard let kind = StageRowKind(rawValue: row.has("stage") ? try row.string("stage") : "") else {
      throw row.error("the row has no known \"stage\"")
    }
    guard row.has("v"), try row.integer("v", as: Int.self) == StageFormat.version else {
      throw row.error("the row is not of version \(StageFormat.version)")
    }
    if try statistics.take(kind, row, &frequencies) { return }
    switch kind {
    case .article: articles[try row.integer("n")] = line
    case .keys: keys.append(try KeyRow(row))
    case .pair: pairs.append(try PairRow(row))
    case .shared: shared.append(try SharedRow(row))
    case .verified: verified.append(try VerifiedRow(row))
    case .condition: conditions.append(try ConditionRow(row))
    case .copy: copies.append(try CopyRow(row))
    case .edge: edges.append(try EdgeRow(row))
    // What only other programs need.
    default: break
    }
  }
}

/// Makes rows of the articles of any inputs: the beginning of the stages where nobody else makes the rows.
package struct ArticleRows: Sendable {
  package var options: BatchOptions
  package var context: RunContext

  package init(options: BatchOptions, context: RunContext) {
    self.options = options
    self.context = context
  }

  /// Calls `deliver` with the rows in input order, numbered from `first` on.
  ///
  /// - Throws: ``ReadingError`` that names a missing input or an article without an id, what `deliver` throws.
  package func run(
    inputs: ArticleInputs, first: GlobalNumber, deliver: @Sendable (JSONWriter) throws -> Void
  ) throws -> ArticleStream.Summary {
    let numbers = RowNumbers(next: first)
    return try ArticleStream(reading: options.reading, context: context).run(
      inputs: inputs, makeWorker: { RowMaker() },
      work: { record, batch, _ in RowMaker.members(record, batch) },
      deliver: { items in
        var writer = JSONWriter()
        for item in items {
          guard item.value.hasID else {
            throw ReadingError(
              .content, "the article \(item.name) has no id", advice: "Give each article an id of its own.")
          }
          let number = numbers.take()
          var members: [RowMembers.Element] = [
            ("id", { $0.verbatim(item.identifier.span) }), ("n", { $0.integer(number) }),
          ]
          for (name, text) in item.value.texts { members.append((name, { $0.string(text.span) })) }
          writer.row(.article, sorted: members.sorted { $0.key < $1.key })
        }
        try deliver(writer)
      })
  }
}

/// Hands out the numbers; deliveries come one at a time.
private final class RowNumbers: Sendable {
  private let next: Mutex<GlobalNumber>

  init(next: GlobalNumber) { self.next = Mutex(next) }

  func take() -> GlobalNumber {
    next.withLock { next in
      next += 1
      return next - 1
    }
  }
}

/// What a row has of a record.
private struct RowMaker: ~Copyable {
  struct Members: Sendable {
    var hasID: Bool
    var texts: [(String, [UInt8])]
  }

  static func members(_ record: ArticleRecord, _ batch: ArticleBatch) -> Members {
    var texts: [(String, [UInt8])] = [("text", Array(batch.bytes[record.text.indices]))]
    for (name, range) in [("source", record.source), ("title", record.title), ("url", record.url)] where !range.isEmpty {
      texts.append((name, Array(batch.bytes[range.indices])))
    }
    if let published = record.publishedText { texts.append(("published", Array(published.utf8))) }
    return Members(hasID: !record.id.isEmpty, texts: texts)
  }
}
