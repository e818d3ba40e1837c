package import Articles

/// Bytes that were read together, cut between records: the work of one call of one parser.
package struct RecordChunk: Sendable {
  /// Place in the input order, from 0.
  package let index: Int
  var bytes: [UInt8] = []
  var parts: [ChunkPart] = []
  /// What was lost on the way, before any parsing.
  var skipped: [SkippedRecord] = []

  init(index: Int) { self.index = index }

  /// Size of the records in bytes.
  package var byteCount: Int { bytes.count }

  /// The articles of the chunk, in input order, and what was wrong with the others.
  ///
  /// Pure: the same for any thread.
  ///
  /// - Complexity: linear in ``byteCount``.
  package func parse(with parser: inout RecordParser) -> ArticleBatch {
    var batch = ArticleBatch()
    batch.skipped = skipped
    let parser = parser
    // Fields are never longer than their records; the names are for formats that take the id from there.
    let names = parts.reduce(0) { $0 + $1.file.articleID.utf8.count }
    batch.bytes = [UInt8](capacity: bytes.count + names + ArticleBatch.padding) { arena in
      for part in parts {
        let first = batch.records.count
        part.file.format.parse(part, of: bytes.span.extracting(part.range), with: parser, into: &batch, arena: &arena)
        warn(of: part.file, from: first, in: &batch)
      }
      arena.append(repeating: 0, count: ArticleBatch.padding)
    }
    return batch
  }

  /// Appends the record at `location`, one of this chunk's, as it came: JSON on one line, without the line break.
  package func appendJSON(at location: RecordLocation, to output: inout [UInt8]) {
    for part in parts where part.file.index == location.file && location.offset >= part.offset {
      let start = part.range.lowerBound + Int(location.offset - part.offset)
      let end = start + Int(location.length)
      guard end <= part.range.upperBound else { continue }
      return part.file.appendJSON(bytes.span.extracting(start..<end), to: &output)
    }
  }

  /// Names the texts that will not be read to their ends.
  private func warn(of file: InputFile, from first: Int, in batch: inout ArticleBatch) {
    for record in batch.records[first...] where record.text.count > ArticleBatch.longestReading {
      let reason = RecordProblem.longText(file.fields.text, record.text.count)
      batch.warnings.add(.longText, SkippedRecord(file: file.name, line: Int(record.location.line), reason: reason))
    }
  }
}

/// The records of one file in a chunk.
struct ChunkPart: Sendable {
  var file: InputFile
  /// In the chunk's bytes.
  var range: Range<Int>
  /// Line of the first byte, from 1.
  var line: Int
  /// Offset of the first byte in the file, after decompression.
  var offset: UInt64
  /// Where its records end, see ``RecordSplitter/ends``.
  var ends: [Int] = []
}
