package import Articles
package import Files
internal import Output

/// The records of the inputs, to be read again by their locations after the first pass.
///
/// Plain files are read where they lie; standard input and compressed files from their decompressed copies. Safe from
/// several threads at once. A file that became shorter, was written anew or was replaced under its name in between is an error;
/// one that has grown is not.
package final class ArticleStore: Sendable {
  package let names: InputNames
  /// By index; nil for inputs that could not be opened.
  package let files: [InputFile?]

  init(names: InputNames, files: [InputFile?]) {
    self.names = names
    self.files = files
  }

  /// Records that lie at most this far apart are read together.
  ///
  /// In bytes.
  static let nearBytes: UInt64 = 32 << 10
  /// As much is read together at most, longer records aside.
  ///
  /// In bytes.
  static let runBytes: UInt64 = 4 << 20

  /// Parses the records at `locations` again, in that order; as many records as locations.
  ///
  /// - Complexity: O(n log n) for n locations, linear when they are in input order; one system call for records near each other.
  /// - Throws: ``ReadingError`` when a file is gone or was changed, or the records together are 4 GiB or more.
  package func read(_ locations: some RandomAccessCollection<RecordLocation>, with parser: inout RecordParser)
    throws(ReadingError) -> ArticleBatch
  {
    let plan = ReadingPlan(Array(locations))
    var batch = ArticleBatch()
    let parser = parser
    let room = plan.totalBytes + namesBytes(plan) + ArticleBatch.padding
    guard room < Int(UInt32.max) else {
      throw ReadingError(.tooLarge, "these records are too many to be read at once: \(room) bytes", advice: "Lower --max-record.")
    }
    batch.bytes = try [UInt8](capacity: room) { arena throws(ReadingError) in
      for run in plan.runs {
        let file = try file(run.file)
        let bytes = try load(run, of: file)
        let members = run.members.map { plan.locations[$0] }
        let ranges = members.map { run.range(of: $0) }
        file.format.parse(ranges, of: bytes.span, at: members, in: file, with: parser, into: &batch, arena: &arena)
      }
      arena.append(repeating: 0, count: ArticleBatch.padding)
    }
    if let changed = batch.skipped.first {
      throw ReadingError(.changed, "the file was changed while it was read", at: .init(changed.file), advice: "Start again.")
    }
    batch.records = plan.restore(batch.records)
    return batch
  }

  /// The record's own bytes, without its line break.
  package func rawBytes(at location: RecordLocation) throws(ReadingError) -> [UInt8] {
    let plan = ReadingPlan([location])
    return try load(plan.runs[0], of: file(location.file))
  }

  /// Calls `body` with each record's own bytes, in the order of `locations`; fast when that is the input order.
  package func forEachRecord(
    at locations: some Collection<RecordLocation>, _ body: (Span<UInt8>, InputFile) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    let plan = ReadingPlan(Array(locations), sorting: false)
    for run in plan.runs {
      let file = try file(run.file)
      let bytes = try load(run, of: file)
      for member in run.members {
        let range = run.range(of: plan.locations[member])
        try body(bytes.span.extracting(range.indices), file)
      }
    }
  }

  private func file(_ index: UInt32) throws(ReadingError) -> InputFile {
    guard Int(index) < files.count, let file = files[Int(index)] else {
      throw ReadingError(.unreadable, "a record of an input that was never opened was asked for")
    }
    return file
  }

  private func load(_ run: ReadingPlan.Run, of file: InputFile) throws(ReadingError) -> [UInt8] {
    if file.spool == nil, let content = file.content { return Array(content[Int(run.start)..<Int(run.end)]) }
    let descriptor = try file.descriptor()
    do throws(SystemError) {
      let length = Int(run.end - run.start)
      let bytes = try [UInt8](capacity: length) { output throws(SystemError) in
        try descriptor.read(at: run.start, length: length, into: &output)
      }
      if bytes.count == length { return bytes }
    } catch {
      throw ReadingError(
        .unreadable, "the file cannot be read again: \(error.reason)", at: .init(file.name), cause: error)
    }
    throw ReadingError(
      .changed, "the file became shorter while it was read", at: .init(file.name), advice: "Start again.")
  }

  /// Room for the ids that come from files' names.
  private func namesBytes(_ plan: ReadingPlan) -> Int {
    plan.locations.reduce(0) { $0 + (files[Int($1.file)]?.articleID.utf8.count ?? 0) }
  }
}

/// Which records are read together.
struct ReadingPlan {
  struct Run {
    var file: UInt32
    /// Offsets in the file.
    var start: UInt64
    var end: UInt64
    /// Indices of the locations, in reading order.
    var members: [Int]

    func range(of location: RecordLocation) -> ByteRange {
      let offset = Int(location.offset - start)
      return ByteRange(offset, offset + Int(location.length))
    }
  }

  let locations: [RecordLocation]
  private(set) var runs: [Run] = []

  /// Plans the reading of `locations`; when `sorting`, in the order in which they lie, for ``restore(_:)`` to put right.
  init(_ locations: [RecordLocation], sorting: Bool = true) {
    self.locations = locations
    var order = Array(locations.indices)
    if sorting { order.sort { (locations[$0].file, locations[$0].offset, $0) < (locations[$1].file, locations[$1].offset, $1) } }
    for index in order { add(index) }
  }

  private mutating func add(_ index: Int) {
    let location = locations[index]
    let end = location.offset + UInt64(location.length)
    if var run = runs.popLast() {
      // A record that is asked for twice gets a run of its own: the arena has room for each byte of a run once.
      let follows = run.file == location.file && location.offset >= run.end
      if follows && location.offset - run.end <= ArticleStore.nearBytes && end - run.start <= ArticleStore.runBytes {
        run.end = end
        run.members.append(index)
        runs.append(run)
        return
      }
      runs.append(run)
    }
    runs.append(Run(file: location.file, start: location.offset, end: end, members: [index]))
  }

  /// Upper bound of the fields' bytes: everything that is read.
  var totalBytes: Int { runs.reduce(0) { $0 + Int($1.end - $1.start) } }

  /// Records that were read run by run, in the order in which they were asked for.
  func restore(_ records: [ArticleRecord]) -> [ArticleRecord] {
    let order = runs.flatMap(\.members)
    var restored = records
    for (position, index) in order.enumerated() where position != index { restored[index] = records[position] }
    return restored
  }
}

extension ArticleStore {
  /// Appends the record at `location` as one line of JSON, with its line break.
  package func copyRecord(at location: RecordLocation, to output: inout [UInt8]) throws(ReadingError) {
    let record = try rawBytes(at: location)
    guard let file = files[Int(location.file)] else { return }
    file.appendJSON(record.span, to: &output)
    output.append(.newline)
  }
}

/// Writes records as they came in: lines of JSON byte for byte, array elements on one line, rows as objects or, when every
/// input is a table of the same shape and the output is one, as they stand.
package final class RecordWriter {
  private let output: AtomicFile
  private let store: ArticleStore
  private let asRows: Bool

  /// - Throws: ``ReadingError`` when the output cannot be made, or is named as a table that the inputs do not fit.
  package init(_ path: String?, store: ArticleStore) throws(ReadingError) {
    self.store = store
    let table = try Self.table(path, store)
    output = try AtomicFile(path)
    asRows = table != nil
    if let table {
      try output.write(table.headingBytes.span)
      try output.write("\n")
    }
  }

  /// The table that the output is, nil for lines of JSON.
  private static func table(_ path: String?, _ store: ArticleStore) throws(ReadingError) -> TableLayout? {
    guard let path, path.lowercased().hasSuffix(".csv") || path.lowercased().hasSuffix(".tsv") else { return nil }
    let separator = path.lowercased().hasSuffix(".csv") ? Array(",;|".utf8) : Array("\t".utf8)
    let tables = store.files.compactMap(\.self).map(\.table)
    guard let first = tables.first, let table = first, separator.contains(table.dialect.separator),
      tables.allSatisfy({ $0?.dialect == table.dialect && $0?.headings == table.headings })
    else {
      throw ReadingError(
        .unwritable, "rows are written only when every input is such a table with the same heading", at: .init(path),
        advice: "Name it .jsonl.")
    }
    return table
  }

  /// Writes the records at `locations`, in that order.
  package func write(_ locations: some Collection<RecordLocation>) throws(ReadingError) {
    try store.forEachRecord(at: locations) { record, file throws(ReadingError) in
      try output.write { buffer throws(ReadingError) in
        if asRows {
          buffer.append(copying: record)
        } else {
          file.appendJSON(record, to: &buffer)
        }
        buffer.append(.newline)
      }
    }
  }

  /// Puts the output in its place, see ``AtomicFile/commit(durably:)``.
  package func commit(durably: Bool = false) throws(ReadingError) { try output.commit(durably: durably) }
}
