import Output
import Articles
import CZlib
import CZstd
import FoundationEssentials
import TestSupport

@testable import Input

/// Not that of `Files`.
typealias Folder = TestSupport.Folder

func contents(of path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

/// An article as plain values.
struct Article: Equatable, CustomStringConvertible {
  var id = ""
  var text = ""
  var title = ""
  var url = ""
  var source = ""
  var language = ""
  var published: Int64?
  var idIsString = true

  var description: String { "\(id): \(text.prefix(60))" }
}

extension ArticleBatch {
  var articles: [Article] {
    records.map {
      Article(
        id: string($0.id), text: text(of: $0), title: string($0.title), url: string($0.url), source: string($0.source),
        language: string($0.language), published: $0.published, idIsString: $0.idIsString)
    }
  }
}

/// Everything that reading inputs gives.
struct Reading {
  var articles: [Article] = []
  var locations: [RecordLocation] = []
  var skipped: [SkippedRecord] = []
  var warnings = Warnings()
  /// By index in `articles`.
  var renamed: [Int: String] = [:]
  var chunks = 0
  var store: ArticleStore
  var parser: RecordParser

  init(
    _ inputs: [String], chunkBytes: Int = 1 << 20, maxRecordBytes: Int = 64 << 20, fields: FieldNames = FieldNames(),
    order: DateOrder? = nil
  ) throws {
    var options = ReadingOptions()
    options.chunkBytes = chunkBytes
    options.maxRecordBytes = maxRecordBytes
    options.fields = fields
    options.dateOrder = order
    let source = try ArticleSource(inputs: .paths(inputs), options: options)
    parser = source.makeParser()
    var duplicates = DuplicateIDs()
    while let chunk = try source.nextChunk() {
      var batch = chunk.parse(with: &parser)
      let names = duplicates.settle(&batch, names: source.names) { record, batch in
        UInt64(batch.string(record.source).utf8.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) })
      }
      for (index, name) in names { renamed[articles.count + index] = String(decoding: name, as: UTF8.self) }
      articles += batch.articles
      locations += batch.records.map(\.location)
      skipped += batch.skipped
      warnings += batch.warnings
      chunks += 1
    }
    warnings += source.closingWarnings()
    store = source.store()
  }
}

func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var stream = unsafe z_stream()
  var bytes = bytes
  var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 1000)
  let capacity = output.count
  unsafe deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  let length = unsafe bytes.withUnsafeMutableBufferPointer { input in
    unsafe output.withUnsafeMutableBufferPointer { output in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = uInt(input.count)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = uInt(capacity)
      unsafe deflate(&stream, Z_FINISH)
      return unsafe capacity - Int(stream.avail_out)
    }
  }
  unsafe deflateEnd(&stream)
  return Array(output[..<length])
}

func zstd(_ bytes: [UInt8]) -> [UInt8] {
  var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
  let length = unsafe ZSTD_compress(&output, output.count, bytes, bytes.count, 3)
  return Array(output[..<length])
}

/// JSON with the escapes that JSON needs, and some that it only allows.
func json(_ text: String) -> String {
  var output: [UInt8] = []
  JSONText.append(Array(text.utf8).span, to: &output)
  return String(decoding: output, as: UTF8.self)
}

func jsonLine(_ article: Article) -> String {
  var fields = ["\"id\": \(article.idIsString ? json(article.id) : article.id)", "\"text\": \(json(article.text))"]
  if !article.title.isEmpty { fields.append("\"title\": \(json(article.title))") }
  if !article.url.isEmpty { fields.append("\"url\": \(json(article.url))") }
  if !article.source.isEmpty { fields.append("\"source\": \(json(article.source))") }
  if !article.language.isEmpty { fields.append("\"language\": \(json(article.language))") }
  if article.published == 1_734_085_230 { fields.append("\"published\": \"2024-12-13T10:20:30Z\"") }
  return "{" + fields.joined(separator: ", ") + "}"
}

/// Articles with everything in their texts that formats stumble over.
func randomArticles(_ count: Int, seed: Int, longest: Int = 40) -> [Article] {
  var generator = SeededGenerator(seed)
  let words = [
    "storm", "\"Never\"", "harbour,", "a\tb", "line\nbreak", "crlf\r\nbreak", "back\\slash", "é", "新聞", "🗞️", "{", "}", "[", "]",
    ";", "'", "\"", "\"\"", "null", ",", ":", "\u{1}", "end.",
  ]
  return (0..<count).map { number in
    let text = (0...Int.random(in: 0...longest, using: &generator)).map { _ in words.randomElement(using: &generator) ?? "" }
    return Article(
      id: "a\(number)", text: "T" + text.joined(separator: " ") + ".",
      title: number % 3 == 0 ? "" : "Title \(number), \"quoted\"", url: "https://example.org/\(number)",
      source: number % 2 == 0 ? "Ledger" : "", language: "en", published: number % 4 == 0 ? 1_734_085_230 : nil)
  }
}
