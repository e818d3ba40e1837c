internal import Articles
internal import Attribution
package import Reading
internal import TextAnalysis

/// Reads from the articles of a clustering which agencies they credit.
package struct WireJob: Sendable {
  package var reading: ReadingOptions
  package var threads: Int

  package init(reading: ReadingOptions = ReadingOptions(), threads: Int) {
    self.reading = reading
    self.threads = threads
  }

  /// Articles whose texts are in memory at a time, a thread.
  private static let blockArticles = 256

  /// The names of the credited agencies by article, in the order in which a text credits them; none for skipped articles.
  ///
  /// - Throws: ``ReadingError`` when a text cannot be read again.
  package func run(_ batch: Batch) throws -> [[String]] {
    let active = batch.corpus.active
    let locations = batch.corpus.table.locations
    let pieces = Parallel.pieces(of: active.count, size: Self.blockArticles)
    let reader = WireReader()
    let options = reading
    let store = batch.store
    let found = try Parallel.map(pieces.count, threads: threads, makeState: { RecordParser(options: options) }) {
      piece, parser throws(ReadingError) in
      let articles = try store.read(active[pieces[piece]].map { locations[Int($0)] }, with: &parser)
      return articles.records.map { reader.attribution(of: articles.bytes.span.extracting($0.text.indices)).wires }
    }
    var wires = [[String]](repeating: [], count: batch.corpus.table.count)
    for (article, names) in zip(active, found.joined()) { wires[Int(article)] = names }
    return wires
  }
}
