import ArgumentParser
import Articles
import Commands
import Files
import Foundation
import Input
import Reports
import Stories

/// Readers of files, labels and options.
enum ReadingTargets {
  /// Every record is an article or is named; articles are the same however the input is cut, and can be written and read again.
  static func read(_ bytes: [UInt8], as name: String) throws {
    let whole = try Reading(bytes, name: name, chunkBytes: 1 << 16)
    let pieces = try Reading(bytes, name: name, chunkBytes: 61)
    guard whole.texts == pieces.texts else {
      throw BrokenPromise("\(whole.texts.count) articles in one piece, \(pieces.texts.count) in many, or other ones")
    }
    guard whole.skipped == pieces.skipped else {
      throw BrokenPromise("\(whole.skipped) records skipped in one piece, \(pieces.skipped) in many")
    }
    for line in whole.lines { try Promises.check(line: line) }
    let again = try Reading(Array(whole.lines.joined(separator: [0x0A])), name: "again.jsonl", chunkBytes: 1 << 16)
    guard again.texts.count == whole.texts.count else {
      throw BrokenPromise("\(whole.texts.count) articles were written, \(again.texts.count) come back")
    }
  }

  /// What reading an input gives.
  private struct Reading {
    var texts: [[UInt8]] = []
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
          texts.append(Array(text))
          locations.append(record.location)
        }
        skipped += batch.skipped.count
      }
      let store = source.store()
      let again = try store.read(locations, with: &parser)
      guard again.records.map({ Array(again.bytes[$0.text.indices]) }) == texts else {
        throw BrokenPromise("records read otherwise when read again")
      }
      for location in locations {
        var line: [UInt8] = []
        try store.copyRecord(at: location, to: &line)
        lines.append(Array(line.dropLast()))
      }
    }
  }

  /// Fields of single objects: what is a string is UTF-8.
  static func fields(_ bytes: [UInt8]) throws {
    let reader = JSONFieldReader(["id", "a", "text", "article.body"])
    for line in bytes.split(separator: 0x0A) {
      for value in (try? reader.read(Array(line).span)) ?? [] {
        guard case .string(let text) = value else { continue }
        guard text.span.isValidUTF8 else { throw BrokenPromise("a field is not UTF-8") }
      }
    }
  }

  /// Two halves as a truth and a prediction: scores, or an error that names the line.
  static func labels(_ bytes: [UInt8]) throws {
    let half = bytes.count / 2
    let truth = try Scratch.write(bytes[..<half], "truth"), predicted = try Scratch.write(bytes[half...], "predicted")
    do {
      let scores = try ClusterEvaluation(predicted: predicted, field: "cluster").score([truth]).scores
      let shares =
        [scores.pairs, scores.bCubed].flatMap { [$0.precision, $0.recall, $0.f1] } + [max(0, scores.adjustedRandIndex)]
      for share in shares where !(0...1).contains(share) { throw BrokenPromise("a score of \(share)") }
    } catch let error as ReadingError {
      guard !"\(error)".isEmpty else { throw BrokenPromise("an error says nothing") }
    }
  }

  /// Lines as arguments: a command or an error, never an end of the process.
  static func options(_ bytes: [UInt8]) throws {
    let arguments = String(decoding: bytes.prefix(2000), as: UTF8.self).split(separator: "\n").map(String.init)
    _ = try? NewsprintCommand.parseAsRoot(arguments)
  }
}

/// Files for targets that read by name; each process has its own.
enum Scratch {
  static func path(_ name: String) -> String {
    let folder = FileManager.default.temporaryDirectory.path()
    return "\(folder)/newsprint-fuzz-\(ProcessInfo.processInfo.processIdentifier)-\(name)"
  }

  static func write(_ bytes: some Collection<UInt8>, _ name: String) throws -> String {
    let path = path(name)
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  static func removeAll() {
    for name in ["truth", "predicted", "batch.jsonl", "out.html"] { try? FileManager.default.removeItem(atPath: path(name)) }
  }
}
