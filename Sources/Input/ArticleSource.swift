package import Files
package import Articles
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
  /// What was found out before anything was read.
  private let firstWarnings: Warnings
  private let progress = ReadingProgress()
  private let state: Mutex<State>

  private struct State {
    var paths: [InputPath]
    /// How many of the paths may be opened: all, or all but the one that is still to be supplied.
    var openable: Int
    var nextPath = 0
    var nextChunk = 0
    var reader: InputReader?
    var files: [InputFile?]
    /// Set by a failure that ends the job.
    var hasFailed = false
  }

  /// `supplement` is what the articles are called that ``supply(_:)`` is going to add; nil when it will not be called.
  ///
  /// - Throws: ``ReadingError`` that names an input which does not exist, or a folder without articles.
  package init(inputs: ArticleInputs, options: ReadingOptions = ReadingOptions(), supplement: String? = nil)
    throws(ReadingError)
  {
    self.options = options.clamped
    let list = try inputs.expand()
    let paths = list.paths + (supplement.map { [InputPath(name: $0, size: 0)] } ?? [])
    firstWarnings = list.warnings
    totalBytes = paths.contains(where: \.isStandardInput) ? 0 : paths.reduce(0) { $0 + $1.size }
    state = Mutex(State(paths: paths, openable: list.paths.count, files: Array(repeating: nil, count: paths.count)))
    names = InputNames(names: paths.map(\.name), areInMemory: paths.contains { $0.content != nil })
  }

  /// Adds articles that were chosen after the others were read, JSON lines with the default names of fields: after the last
  /// chunk, ``nextChunk()`` goes on with them.
  package func supply(_ bytes: [UInt8]) {
    state.withLock { state in
      guard !bytes.isEmpty, state.openable < state.paths.count else { return }
      state.paths[state.openable].content = bytes
      state.openable += 1
    }
  }

  /// Bytes of the inputs (as they lie on disk) that were read so far.
  package var bytesRead: Int { progress.value }

  /// A parser for the chunks of this source; each thread needs its own.
  package func makeParser() -> RecordParser { RecordParser(options: options) }

  /// The next chunk in input order, nil after the last one.
  ///
  /// Safe from several threads.
  ///
  /// - Throws: ``ReadingError`` when records cannot be kept to be read again; there is no chunk after that.
  package func nextChunk() throws(ReadingError) -> RecordChunk? {
    try state.withLock { state throws(ReadingError) in
      guard !state.hasFailed else { return nil }
      do throws(ReadingError) { return try makeChunk(&state) } catch {
        state.hasFailed = true
        throw error
      }
    }
  }

  private func makeChunk(_ state: inout State) throws(ReadingError) -> RecordChunk? {
    var chunk = RecordChunk(index: state.nextChunk)
    chunk.bytes.reserveCapacity(options.chunkBytes)
    while chunk.bytes.count <= options.chunkBytes / 2 {
      guard try openNext(&state, skips: &chunk.skipped) else { break }
      if try state.reader?.fill(&chunk) == false { state.reader = nil }
    }
    if chunk.parts.isEmpty && chunk.skipped.isEmpty && state.reader == nil { return nil }
    state.nextChunk += 1
    return chunk
  }

  /// The records that were read so far, to be read again; for use after the last chunk.
  package func store() -> ArticleStore { ArticleStore(names: names, files: state.withLock(\.files)) }

  /// Makes sure that an input is open; false when there is none left.
  ///
  /// What cannot be opened is named and passed over.
  private func openNext(_ state: inout State, skips: inout [SkippedRecord]) throws(ReadingError) -> Bool {
    while state.reader == nil {
      guard state.nextPath < state.openable else { return false }
      let path = state.paths[state.nextPath]
      let index = UInt32(state.nextPath)
      state.nextPath += 1
      do throws(InputOpening.Failure) {
        let reader = try InputOpening(options: options, progress: progress).open(path, index: index)
        state.files[Int(index)] = reader.file
        state.reader = reader
      } catch {
        switch error {
        case .input(let broken): skips.append(SkippedRecord(file: path.name, line: nil, reason: broken.reason))
        case .fatal(let failure): throw failure
        }
      }
    }
    return true
  }

  // MARK: Names

  /// What is to be said about files and their fields as a whole; for use after the last chunk.
  ///
  /// Files that a folder has beside the articles, fields that were guessed, and names that were asked for and no record had.
  package func closingWarnings() -> Warnings {
    var warnings = firstWarnings
    let files = state.withLock(\.files).compactMap(\.self)
    var guesses: [FieldNames: (first: InputFile, count: Int)] = [:]
    var order: [FieldNames] = []
    for file in files where file.fields != options.fields {
      if guesses[file.fields] == nil { order.append(file.fields) }
      guesses[file.fields, default: (file, 0)].count += 1
    }
    for fields in order {
      guard let (first, count) = guesses[fields] else { continue }
      warnings.add(.file("guess"), RecordProblem.guessed(options.fields, fields, first: first.name, files: count))
    }
    if let (file, names) = namesAmongOthers(files) { warnings.add(.file("guess too"), RecordProblem.guessedToo(names, in: file)) }
    let hasRecords = files.contains { $0.seen.any }
    for field in ArticleField.allCases where hasRecords && options.fields.chosen.contains(field) {
      guard !files.contains(where: { $0.seen.contains(field) }), let first = files.first(where: { !$0.headings.isEmpty })
      else { continue }
      warnings.add(.file("no \(field)"), RecordProblem.notFound(field, options.fields[field], in: first))
    }
    return warnings
  }

  /// The names under which only some records of a file have a field, and the first file with such records.
  private func namesAmongOthers(_ files: [InputFile]) -> (InputFile, [(name: String, field: ArticleField)])? {
    for file in files {
      let names = ArticleField.allCases.flatMap { field in
        file.seen.otherNames(field).filter { !file.fields.reads($0, as: field) }.map { (name: $0, field: field) }
      }
      if !names.isEmpty { return (file, names) }
    }
    return nil
  }
}
