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

  /// Whether the values that were compared last hold `value`, and those that were loaded too.
  func isCommon(_ value: UInt32) -> Bool { passes.find(value).map { passes[$0] == pass } ?? false }
}
