internal import Tables

/// The distinct values of one article, against which another article's values are counted.
struct CountingTable: Sendable {
  /// Each value with the last comparison that met it.
  private var passes = FlatTable<UInt32, UInt32>(filler: 0)
  private var pass: UInt32 = 0
  private var strangers = FeatureSet()

  var distinct: Int { passes.count }

  mutating func load(_ values: some Sequence<UInt32>, count: Int) {
    passes.removeAll(reserving: count)
    pass = 0
    for value in values { _ = passes.insert(value, 0) }
  }

  /// How many distinct values there are, and how many of them are in the table.
  mutating func compare(_ values: some Sequence<UInt32>, count: Int) -> (distinct: Int, common: Int) {
    pass += 1
    strangers.removeAll(reserving: count)
    var common = 0
    var others = 0
    for value in values {
      if let place = passes.find(value) {
        if passes[place] != pass {
          passes[place] = pass
          common += 1
        }
      } else if strangers.insert(value) {
        others += 1
      }
    }
    return (common + others, common)
  }

  /// As ``compare(_:count:)``, of the upper halves of shingles; `marks` says of each, in its order, whether it is in the table.
  mutating func compare(_ shingles: [UInt64], marking marks: inout [Bool]) -> (distinct: Int, common: Int) {
    if marks.count < shingles.count { marks = [Bool](repeating: false, count: shingles.count * 2) }
    pass += 1
    strangers.removeAll(reserving: shingles.count)
    var common = 0
    for index in shingles.indices {
      let value = UInt32(truncatingIfNeeded: shingles[index] >> 32)
      if let place = passes.find(value) {
        marks[index] = true
        if passes[place] != pass {
          passes[place] = pass
          common += 1
        }
      } else {
        marks[index] = false
        _ = strangers.insert(value)
      }
    }
    return (common + strangers.count, common)
  }

  /// Whether the values that were compared last hold `value`, and those that were loaded too.
  func isCommon(_ value: UInt32) -> Bool { passes.find(value).map { passes[$0] == pass } ?? false }
}
