internal import Articles
internal import Files
internal import Foundation
internal import Input
internal import Output
internal import Pipeline
internal import Synchronization

/// An article on its way into the index, or to be asked about.
struct NewArticle: Sendable {
  /// The id, or FILE:LINE.
  var id: String
  var idIsText: Bool
  var content: ArticleTable.ContentHash
  var published: Int64?
  /// See ``StoredRecord/article``.
  var line: [UInt8]
  /// Line and record as they are stored; empty for an article that is only asked about.
  var packed = Data()
  /// Line of the input, from 1.
  var inputLine: UInt32
  /// Whether it has no id of its own: FILE:LINE is its name.
  var isUnnamed = false

  /// An article that is stored.
  init(id: String, idIsText: Bool, published: Int64?, line: [UInt8]) {
    (self.id, self.idIsText, self.published, self.line) = (id, idIsText, published, line)
    (content, inputLine) = (.init([], 0..<0), 0)
  }

  /// `names` is nil where nobody asks for the id.
  init(_ record: ArticleRecord, of batch: ArticleBatch, names: InputNames?) {
    id = names?.identifier(of: record, in: batch) ?? ""
    idIsText = record.idIsString || record.id.isEmpty
    isUnnamed = record.id.isEmpty
    content = ArticleTable.ContentHash(batch.bytes, record.text.indices)
    published = record.published
    inputLine = record.location.line
    var writer = JSONWriter()
    writer.object { writer in
      func member(_ name: String, _ field: ByteRange) {
        guard !field.isEmpty else { return }
        writer.key(name)
        writer.string(batch.bytes.span.extracting(field.indices))
      }
      member("language", record.language)
      if let published = record.publishedText { writer.member("published", published) }
      member("source", record.source)
      member("text", record.text)
      member("title", record.title)
      member("url", record.url)
    }
    line = writer.bytes
  }
}

/// Reads the inputs of an addition, some articles at a time.
///
/// An id that comes twice is no mistake here: with another text it is a newer version, in one input as in two.
final class NewArticleReader: Sendable {
  private let source: ArticleSource
  private let options: IndexOptions
  private let context: RunContext
  private let summary = Mutex(ArticleStream.Summary())

  /// Articles, and what was read and what was left out up to them.
  struct Part: Sendable {
    var articles: [NewArticle]
    var summary: ArticleStream.Summary
    /// Whether there is nothing behind them, nor anything in them.
    var isEnd = false
  }

  init(_ inputs: ArticleInputs, options: IndexOptions, context: RunContext) throws {
    var reading = options.batch.reading
    // Records are packed while they are read.
    reading.keepsRecords = false
    reading.chunkBytes = min(reading.chunkBytes, max(1, options.batchArticles) * IndexTuning.usualBytes)
    source = try ArticleSource(inputs: inputs, options: reading)
    self.options = options
    self.context = context
  }

  /// About how many articles there are, by the size of the inputs; 0 where that is not known.
  var expected: Int { source.totalBytes / IndexTuning.usualBytes }

  private struct Worker: ~Copyable {
    var parser: RecordParser
    var packer = RecordPacker()
    var record: [UInt8] = []
  }

  private struct Piece: Sendable {
    var index: Int
    var articles: [NewArticle] = []
    var skipped: [SkippedRecord]
    var warnings: Warnings
    var textBytes = 0
  }

  /// The next articles in input order, about as many as one transaction takes.
  func next() throws -> Part {
    let read = Mutex((articles: 0, bytes: 0))
    let source = source, options = options, onProgress = context.onProgress
    let pieces = try Parallel.map(
      context.threads, in: context, makeState: { Worker(parser: source.makeParser()) }
    ) { _, worker in
      var pieces: [Piece] = []
      while read.withLock({ $0.articles < options.batchArticles && $0.bytes < IndexTuning.batchBytes }),
        let chunk = try source.nextChunk()
      {
        let piece = Self.pack(chunk, source.names, &worker)
        read.withLock {
          $0.articles += piece.articles.count
          $0.bytes += chunk.byteCount
        }
        pieces.append(piece)
        onProgress(.reading(bytes: source.bytesRead, of: source.totalBytes))
      }
      return pieces
    }
    return summary.withLock { summary in
      var articles: [NewArticle] = []
      for piece in pieces.joined().sorted(by: { $0.index < $1.index }) {
        articles += piece.articles
        summary.articles += piece.articles.count
        summary.skipped += piece.skipped
        summary.warnings += piece.warnings
        summary.textBytes += piece.textBytes
      }
      let isEnd = pieces.allSatisfy(\.isEmpty)
      if isEnd { summary.warnings += source.closingWarnings() }
      return Part(articles: articles, summary: summary, isEnd: isEnd)
    }
  }

  private static func pack(_ chunk: RecordChunk, _ names: InputNames, _ worker: inout Worker) -> Piece {
    let batch = chunk.parse(with: &worker.parser)
    var piece = Piece(index: chunk.index, skipped: batch.skipped, warnings: batch.warnings)
    piece.articles.reserveCapacity(batch.records.count)
    for record in batch.records {
      var article = NewArticle(record, of: batch, names: names)
      worker.record.removeAll(keepingCapacity: true)
      chunk.appendJSON(at: record.location, to: &worker.record)
      article.packed = worker.packer.pack(article.line, worker.record)
      piece.articles.append(article)
      piece.textBytes += record.text.count
    }
    return piece
  }
}

extension ArticleTable.ContentHash {
  /// As the index keeps it, the high half first.
  var data: Data {
    var bytes = Data(capacity: 16)
    for half in [high, low] { unsafe withUnsafeBytes(of: half.bigEndian) { unsafe bytes.append(contentsOf: $0) } }
    return bytes
  }
}
