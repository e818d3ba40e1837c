internal import Files
internal import FoundationEssentials
internal import Input
internal import Output
internal import Stories

/// Puts the counters of ``BatchStatistics`` together from rows, and takes them apart.
struct FrequencyReader {
  private var counters: [String: [UInt16]] = [:]
  private static let rowCounters = 16_384
  private static let kinds = ["stems", "pairs"]

  mutating func take(_ row: JSONRow) throws(ReadingError) {
    let kind = try row.string("of")
    let bits: Int = try row.integer("bits"), from: Int = try row.integer("from")
    let counts = PackedNumbers.numbers(try row.data("counts"), UInt16.self)
    guard Self.kinds.contains(kind), (10...28).contains(bits), from >= 0, from + counts.count <= 1 << bits else {
      throw row.error("the counters do not fit into 2^\(bits)")
    }
    var all = counters[kind] ?? [UInt16](repeating: 0, count: 1 << bits)
    guard all.count == 1 << bits else {
      throw row.error("frequencies of different sizes cannot be merged: count them by one total")
    }
    counters[kind] = nil
    for (index, count) in counts.enumerated() {
      let (sum, overflow) = all[from + index].addingReportingOverflow(count)
      all[from + index] = overflow ? .max : sum
    }
    counters[kind] = all
  }

  /// The frequencies over `articles`; nil when there was no row of them.
  func statistics(articles: Int) -> BatchStatistics? {
    guard let stems = counters["stems"], let pairs = counters["pairs"] else { return nil }
    return BatchStatistics(stems: CountTable(counters: stems), pairs: CountTable(counters: pairs), articles: articles)
  }

  static func append(_ statistics: BatchStatistics, to writer: inout JSONWriter) {
    for (kind, table) in zip(kinds, [statistics.stems, statistics.pairs]) {
      let counters = table.contents
      for start in stride(from: 0, to: counters.count, by: rowCounters) {
        let part = counters[start..<min(start + rowCounters, counters.count)]
        // The first row is there in any case: it says how large the table is.
        guard start == 0 || part.contains(where: { $0 > 0 }) else { continue }
        writer.row(
          .frequency,
          [
            "bits": { $0.integer(counters.count.trailingZeroBitCount) }, "counts": { $0.string(PackedNumbers.text(part)) },
            "from": { $0.integer(start) }, "of": { $0.string(kind) },
          ])
      }
    }
  }
}

/// Numbers as the base64 of their bytes, little-endian.
enum PackedNumbers {
  static func text<Number: FixedWidthInteger>(_ numbers: some Sequence<Number>) -> String {
    let numbers = numbers.map(\.littleEndian)
    return unsafe numbers.withUnsafeBytes { unsafe Data($0) }.base64EncodedString()
  }

  /// The whole numbers in `bytes`.
  static func numbers<Number: FixedWidthInteger>(_ bytes: [UInt8], _: Number.Type) -> [Number] {
    let size = Number.bitWidth / 8
    return unsafe bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / size).map {
        unsafe Number(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * size, as: Number.self))
      }
    }
  }
}
