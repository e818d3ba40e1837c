/// One key of an article: two articles that share it, or some of its kind, may be copies.
package struct CopyKey: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A band of the MinHash signature, by its number.
    case band(Int)
    /// A sampled shingle, and one of the least of head or tail.
    case sample, head, tail
  }

  package var kind: Kind
  package var value: UInt32

  package init(_ kind: Kind, _ value: UInt32) {
    self.kind = kind
    self.value = value
  }
}

/// What articles have values in common of, and how many of them are enough for a candidate.
package enum SharedValues: Sendable, Hashable {
  case sample, head
  /// Bands that the fillings of a form share too.
  case bands
  /// For passages that may be the page's.
  case passageSample, passageHead, passageTail

  /// Whether so many common values are enough; `leastSample` is the size of the smaller sample.
  package func areEnough(_ common: Int, leastSample: Int = 0) -> Bool {
    let tuning = CopyTuning.standard
    switch self {
    case .sample: return common >= 2 && Double(common) >= tuning.sampleShare * Double(leastSample)
    case .head: return common >= tuning.leastHeads
    case .bands: return common >= tuning.leastBands
    case .passageSample: return common >= 2
    case .passageHead, .passageTail: return common >= tuning.leastEdges
    }
  }
}
