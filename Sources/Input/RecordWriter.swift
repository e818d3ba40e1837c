internal import Output
package import Files
package import Articles

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
