package import Files
internal import Articles
internal import Synchronization

/// The articles of the inputs, chunk by chunk, in input order.
///
/// Reading, decompression and cutting happen inside ``nextChunk()``, one thread at a time; parsing is the chunk's own and
/// runs on as many threads as there are. Memory is bounded by the chunks that are alive and the longest record.
package final class ArticleSource: Sendable {
  package let options: ReadingOptions
  /// Size of all inputs on disk in bytes; 0 when one of them is a stream without a size.
  package let totalBytes: Int
  package let names: InputNames
  private let paths: [InputPath]
  private let progress = ReadingProgress()
  private let state: Mutex<State>

  private struct State {
    var nextPath = 0
    var nextChunk = 0
    var reader: InputReader?
    var files: [InputFile?]
  }

  /// - Throws: ``ReadingError`` that names an input which does not exist, or a folder without articles.
  package init(inputs: ArticleInputs, options: ReadingOptions = ReadingOptions()) throws(ReadingError) {
    self.options = options.clamped
    paths = try inputs.expand()
    totalBytes = paths.contains(where: \.isStandardInput) ? 0 : paths.reduce(0) { $0 + $1.size }
    state = Mutex(State(files: Array(repeating: nil, count: paths.count)))
    names = InputNames(names: paths.map(\.name))
  }

  /// Bytes of the inputs (as they lie on disk) that were read so far.
  package var bytesRead: Int { progress.value }

  /// A parser for the chunks of this source; each thread needs its own.
  package func makeParser() -> RecordParser { RecordParser(options: options) }

  /// The next chunk in input order, nil after the last one.
  ///
  /// Safe from several threads.
  package func nextChunk() -> RecordChunk? {
    state.withLock { state in
      var chunk = RecordChunk(index: state.nextChunk)
      chunk.bytes.reserveCapacity(options.chunkBytes)
      while chunk.bytes.count <= options.chunkBytes / 2 {
        guard openNext(&state, skips: &chunk.skipped) else { break }
        if state.reader?.fill(&chunk) == false { state.reader = nil }
      }
      if chunk.parts.isEmpty && chunk.skipped.isEmpty { return nil }
      state.nextChunk += 1
      return chunk
    }
  }

  /// The records that were read so far, to be read again; for use after the last chunk.
  package func store() -> ArticleStore { ArticleStore(names: names, files: state.withLock(\.files)) }

  /// Makes sure that an input is open; false when there is none left.
  ///
  /// What cannot be opened is named and passed over.
  private func openNext(_ state: inout State, skips: inout [SkippedRecord]) -> Bool {
    while state.reader == nil {
      guard state.nextPath < paths.count else { return false }
      let path = paths[state.nextPath]
      let index = UInt32(state.nextPath)
      state.nextPath += 1
      do {
        let reader = try InputOpening(options: options, progress: progress).open(path, index: index)
        state.files[Int(index)] = reader.file
        state.reader = reader
      } catch {
        skips.append(SkippedRecord(file: path.name, line: nil, reason: error.reason))
      }
    }
    return true
  }
}
