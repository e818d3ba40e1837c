import Articles
import Drift
import Files
import Foundation
import Input
import Newsprint
import Output
import Pipeline
import Quality
import Reports

/// A promise that an input has broken.
struct BrokenPromise: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// Something that is given inputs without end, and what it promises of each.
struct Target: Sendable {
  let name: String
  /// Endings of the files in the corpus that it begins with.
  let endings: [String]
  /// - Throws: ``BrokenPromise`` when the input was not treated as promised.
  let run: @Sendable ([UInt8]) throws -> Void

  static let all: [Target] =
    [("lines", "jsonl"), ("json", "json"), ("csv", "csv"), ("tsv", "tsv"), ("text", "txt"), ("unknown", "")].map { name, ending in
      Target(name: "read-\(name)", endings: ending.isEmpty ? ["jsonl", "json", "csv", "txt"] : [ending]) { bytes in
        try read(bytes, as: ending.isEmpty ? "input" : "input.\(ending)")
      }
    } + [
      Target(name: "labels", endings: ["jsonl"], run: labels),
      Target(name: "compare", endings: ["txt"], run: compare),
      Target(name: "flags", endings: ["jsonl", "txt"], run: flags),
      Target(name: "batch", endings: ["jsonl"], run: batch),
    ]

  // MARK: Readers

  /// Every record is an article or is named; articles are the same however the input is cut, and can be written and read again.
  private static func read(_ bytes: [UInt8], as name: String) throws {
    let whole = try Reading(bytes, name: name, chunkBytes: 1 << 20)
    let pieces = try Reading(bytes, name: name, chunkBytes: 61)
    guard whole.texts == pieces.texts else {
      throw BrokenPromise("\(whole.texts.count) articles in one piece, \(pieces.texts.count) in many, or other ones")
    }
    guard whole.skipped == pieces.skipped else {
      throw BrokenPromise("\(whole.skipped) records skipped in one piece, \(pieces.skipped) in many")
    }
    for line in whole.lines { try check(line: line) }
    let again = try Reading(Array(whole.lines.joined(separator: [0x0A])), name: "again.jsonl", chunkBytes: 1 << 20)
    guard again.texts.count == whole.texts.count else {
      throw BrokenPromise("\(whole.texts.count) articles were written, \(again.texts.count) come back")
    }
  }

  /// What reading an input gives.
  private struct Reading {
    var texts: [String] = []
    var lines: [[UInt8]] = []
    var skipped = 0

    init(_ bytes: [UInt8], name: String, chunkBytes: Int) throws {
      var options = ReadingOptions()
      options.chunkBytes = chunkBytes
      let source = try ArticleSource(inputs: .memory(bytes, name: name), options: options)
      var parser = source.makeParser()
      var locations: [RecordLocation] = []
      while let chunk = try source.nextChunk() {
        let batch = chunk.parse(with: &parser)
        for record in batch.records {
          let text = batch.bytes[record.text.indices]
          guard text.span.isValidUTF8 else { throw BrokenPromise("a text is not UTF-8") }
          texts.append(String(decoding: text, as: UTF8.self))
          locations.append(record.location)
        }
        skipped += batch.skipped.count
      }
      let store = source.store()
      let again = try store.read(locations, with: &parser)
      guard again.records.map({ again.text(of: $0) }) == texts else {
        throw BrokenPromise("records read otherwise when read again")
      }
      for location in locations {
        var line: [UInt8] = []
        try store.copyRecord(at: location, to: &line)
        lines.append(Array(line.dropLast()))
      }
    }
  }

  private static func labels(_ bytes: [UInt8]) throws {
    let reader = JSONFieldReader(["id", "cluster"])
    for line in bytes.split(separator: 0x0A) { _ = try? reader.read(Array(line).span) }
  }

  // MARK: Texts

  /// Two halves as two articles: the line is JSON, and every place in it begins and ends between characters.
  private static func compare(_ bytes: [UInt8]) throws {
    let text = Array(String(decoding: bytes.prefix(6000), as: UTF8.self).utf8)
    let cut = text.span.wholeCharacters(0..<text.count / 2).upperBound
    let a = Array(text[..<cut]), b = Array(text[cut...])
    let comparer = PairComparer(options: DriftOptions())
    let pair = comparer.compare(a, b)
    try check(line: ComparisonJSON.line(pair, a: a, b: b).dropLast().map(\.self))
    for finding in pair.drift.findings {
      for (span, text) in [(finding.a, a), (finding.b, b)] {
        guard let span else { continue }
        guard text.span.wholeCharacters(span.range) == span.range else { throw BrokenPromise("\(finding.rule) cuts a character") }
      }
    }
  }

  private static let detector = Result { try Detector() }

  private static func flags(_ bytes: [UInt8]) throws {
    let detector = try detector.get()
    let text = String(decoding: bytes.prefix(6000), as: UTF8.self)
    guard !text.allSatisfy(\.isWhitespace) else { return }
    let report = detector.flags(Newsprint.Article(id: "1", text: text))
    let utf8 = Array(text.utf8)
    for flag in report.flags {
      let range = flag.range
      guard utf8.span.wholeCharacters(range) == range else { throw BrokenPromise("the flag \(flag.name) cuts a character") }
    }
  }

  // MARK: Batches

  /// Every article is kept, dropped or named, with whatever level, and has one line of `cluster`.
  private static func batch(_ bytes: [UInt8]) throws {
    var options = BatchOptions()
    options.reading.chunkBytes = 1000
    let job = ClusterJob(options: options, roles: .fast, context: RunContext(threads: 1))
    let clusters = try job.run(inputs: .memory(bytes, name: "batch.jsonl"))
    let corpus = clusters.batch.corpus
    guard corpus.active.count + corpus.repeatedIDs.count == corpus.table.count else {
      throw BrokenPromise("articles are missing")
    }
    let path =
      FileManager.default.temporaryDirectory.path() + "/newsprint-fuzz-\(ProcessInfo.processInfo.processIdentifier).jsonl"
    let file = try AtomicFile(path)
    try ClusterReport(clusters).write(to: file)
    try file.commit()
    let lines = try WholeFile.read(path).split(separator: 0x0A)
    guard lines.count == corpus.active.count else { throw BrokenPromise("\(corpus.active.count) articles, \(lines.count) lines") }
    for line in lines { try check(line: Array(line)) }
    let deduplication = try DedupeJob(options: options, context: RunContext(threads: 1)).run(
      inputs: .memory(bytes, name: "batch.jsonl"))
    guard deduplication.kept.count + deduplication.dropped.count == corpus.active.count else {
      throw BrokenPromise(
        "\(corpus.active.count) articles, \(deduplication.kept.count) kept, \(deduplication.dropped.count) dropped")
    }
  }

  /// A line that is written is one line of UTF-8 and an object of JSON.
  private static func check(line: [UInt8]) throws {
    guard line.span.isValidUTF8 else { throw BrokenPromise("a line is not UTF-8") }
    guard !line.contains(0x0A) else { throw BrokenPromise("a line has a line break in it") }
    do { _ = try JSONFieldReader([]).read(line.span) } catch { throw BrokenPromise("a line is not JSON: \(error)") }
  }
}
