internal import Files
internal import Text

/// The stems of more articles than fit into memory, in a temporary file; 12 bytes an article stay in memory.
struct SpilledStems: Sendable {
  private let file: ScratchFile
  /// Where each article's stems lie in the file, in stems.
  private var starts: [UInt64] = []
  private var counts: [UInt32] = []

  /// Articles that lie at most so many stems apart are read together, and so many stems at a time.
  private static let near: UInt64 = 4 << 10
  private static let most: UInt64 = 1 << 20

  /// - Throws: ``ReadingError`` when the file cannot be made.
  init(folder: String?) throws(ReadingError) { file = try ScratchFile(in: folder) }

  var count: Int { counts.count }

  func words(of article: UInt32) -> Int { Int(counts[Int(article)]) }

  /// Adds articles behind the last one.
  mutating func append(_ sequences: StemSequences) throws(ReadingError) {
    let first = try write(sequences)
    for article in 0..<sequences.count {
      starts.append(first + UInt64(sequences.starts[article]))
      counts.append(UInt32(sequences.range(article).count))
    }
  }

  /// Gives `articles` these stems, in their order, instead of those that they had.
  mutating func replace(_ articles: [UInt32], with sequences: StemSequences) throws(ReadingError) {
    let first = try write(sequences)
    for (place, article) in articles.enumerated() {
      starts[Int(article)] = first + UInt64(sequences.starts[place])
      counts[Int(article)] = UInt32(sequences.range(place).count)
    }
  }

  private func write(_ sequences: StemSequences) throws(ReadingError) -> UInt64 {
    try file.append(sequences.codes) / UInt64(MemoryLayout<UInt32>.size)
  }

  /// The stems of `articles`, in their order.
  ///
  /// Few reads where the articles lie in the file as they are asked for, as those of the input's order do.
  func read(_ articles: ArraySlice<UInt32>) throws(ReadingError) -> StemSequences {
    var ends = [0]
    ends.reserveCapacity(articles.count + 1)
    var total = 0
    for article in articles {
      total += words(of: article)
      ends.append(total)
    }
    var codes = [UInt32](repeating: 0, count: total)
    let base = articles.startIndex
    // What was replaced lies behind all others.
    let order = articles.indices.sorted { starts[Int(articles[$0])] < starts[Int(articles[$1])] }
    var next = 0
    while next < order.count {
      let start = starts[Int(articles[order[next]])]
      var end = start
      var last = next
      while last < order.count {
        let article = articles[order[last]]
        let from = starts[Int(article)], to = from + UInt64(counts[Int(article)])
        guard last == next || (from <= end + Self.near && to - start <= Self.most) else { break }
        end = to
        last += 1
      }
      let run = try file.read(UInt32.self, at: start * 4, count: Int(end - start))
      for place in order[next..<last] {
        let from = Int(starts[Int(articles[place])] - start)
        codes.replaceSubrange(
          ends[place - base]..<ends[place - base + 1], with: run[from..<from + words(of: articles[place])])
      }
      next = last
    }
    return StemSequences(codes: codes, starts: ends)
  }
}
