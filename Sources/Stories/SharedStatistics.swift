internal import Synchronization
internal import Tables
package import Text

/// Frequencies that several threads count into one pair of tables.
///
/// Each thread first sorts its counters by the part of the table that they lie in, and adds a part's when there are many of it:
/// so a table stands in memory once, however many threads there are, and a part of it is small enough to stay near the processor
/// while it is added to. Addition that stops at a bound gives the same in any order.
package struct SharedStatistics: Sendable {
  fileprivate let stems: SharedCounters
  fileprivate let pairs: SharedCounters

  /// Counts the features of `articles`, each once an article.
  ///
  /// Linear in their words.
  package func count(_ sequences: StemSequences, articles: Range<Int>) {
    let codes = sequences.codes.span
    var seen = FeatureSet()
    var stems = SortedCounters(stems), pairs = SortedCounters(pairs)
    for article in articles {
      let words = sequences.range(article)
      seen.removeAll(reserving: words.count * 2)
      var previous: UInt32?
      for index in words {
        let stem = codes[index].stem
        if seen.insert(stem) { stems.add(stem) }
        if let previous {
          let pair = Features.pair(previous, stem)
          if seen.insert(pair) { pairs.add(pair) }
        }
        previous = stem
      }
    }
    stems.finish()
    pairs.finish()
  }
}

extension BatchStatistics {
  /// Lets `body` count `articles` articles from several threads; what it is given is of no use afterwards.
  package mutating func count(articles: Int, together body: (SharedStatistics) throws -> Void) rethrows {
    try stems.withShared { stems in
      try pairs.withShared { pairs in try body(SharedStatistics(stems: stems, pairs: pairs)) }
    }
    self.articles += articles
  }
}

/// The counters of a table in ``parts`` parts, each with a lock of its own.
struct SharedCounters: Sendable {
  static let parts = 64

  final class Lock: Sendable { let mutex = Mutex(()) }

  // SAFETY: a part is only touched by who holds its lock, and nothing else touches the counters while they are shared.
  nonisolated(unsafe) private let counters: UnsafeMutableBufferPointer<UInt16>
  private let locks = (0..<parts).map { _ in Lock() }
  /// Bits that a feature's product is shifted by, for its counter and for the counter's part.
  let shift: UInt32
  static let partShift = UInt32(32 - (parts - 1).nonzeroBitCount)

  init(_ counters: UnsafeMutableBufferPointer<UInt16>, shift: UInt32) {
    unsafe self.counters = unsafe counters
    self.shift = shift
  }

  /// Adds one to each of these counters, all of part `part`.
  func increment(_ places: [UInt32], part: Int) {
    locks[part].mutex.withLock { _ in
      for place in places {
        // SAFETY: a place is a product of 32 bits shifted by as much as the table is smaller than that.
        let (sum, overflow) = unsafe counters[Int(place)].addingReportingOverflow(1)
        unsafe counters[Int(place)] = overflow ? .max : sum
      }
    }
  }
}

/// One thread's counters by parts, before they are added.
private struct SortedCounters {
  private let shared: SharedCounters
  private var places = [[UInt32]](repeating: [], count: SharedCounters.parts)
  /// As many are added at a time: the buffers of all parts stay near the processor too.
  private static let most = 1 << 10

  init(_ shared: SharedCounters) { self.shared = shared }

  @inline(__always)
  mutating func add(_ feature: UInt32) {
    let product = feature &* CountTable.spread
    let part = Int(product >> SharedCounters.partShift)
    places[part].append(product >> shared.shift)
    if places[part].count == Self.most { flush(part) }
  }

  private mutating func flush(_ part: Int) {
    shared.increment(places[part], part: part)
    places[part].removeAll(keepingCapacity: true)
  }

  mutating func finish() {
    for part in places.indices where !places[part].isEmpty { flush(part) }
  }
}
