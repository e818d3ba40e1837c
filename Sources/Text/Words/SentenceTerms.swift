internal import Tables

/// The sentences of one article as sets of numbered terms, ready to be held against another article's.
///
/// Made once an article. A term is spoken of by its *slot*, its place among the article's different terms in ascending order, so
/// that two articles are compared by a merge of their terms and no look-up.
package struct SentenceTerms: Sendable {
  package typealias Slot = Int32

  /// The different terms, ascending.
  package let terms: [UInt64]
  /// Where each term stands first among those of all sentences.
  package let firstPlaces: [Int]
  /// The slots of all sentences one after the other, ascending in each, repeated ones repeated.
  private let slots: [Slot]
  /// Where each sentence begins in ``slots``; one more entry than sentences.
  private let starts: [Int]
  /// The sentences that hold a term, ascending, one term after the other.
  private let holders: [Int32]
  private let holderStarts: [Int]

  /// How many sentences there are.
  package var count: Int { starts.count - 1 }

  /// The terms of all sentences one after the other; `starts` begins with 0 and ends with their count.
  ///
  /// One sort, after which everything falls into its place: a term's sentences and a sentence's slots come in ascending order.
  ///
  /// Complexity: O(n log n).
  package init(_ found: [UInt64], starts: [Int]) {
    var sentences = [Int32](repeating: 0, count: found.count)
    for sentence in starts.indices.dropLast() {
      for place in starts[sentence]..<starts[sentence + 1] { sentences[place] = Int32(sentence) }
    }
    var terms: [UInt64] = []
    var firstPlaces: [Int] = []
    var slots = [Slot](repeating: 0, count: found.count)
    var next = starts
    var holders: [Int32] = []
    var holderStarts: [Int] = []
    for (term, place) in Self.sorted(found) {
      let sentence = sentences[Int(place)]
      let isNew = terms.isEmpty || terms[terms.count - 1] != term
      if isNew {
        terms.append(term)
        firstPlaces.append(Int(place))
        holderStarts.append(holders.count)
      }
      slots[next[Int(sentence)]] = Slot(terms.count - 1)
      next[Int(sentence)] += 1
      if isNew || holders[holders.count - 1] != sentence { holders.append(sentence) }
    }
    holderStarts.append(holders.count)
    self.terms = terms
    self.firstPlaces = firstPlaces
    self.slots = slots
    self.starts = starts
    self.holders = holders
    self.holderStarts = holderStarts
  }

  /// The terms with their places, by term and then by place.
  private static func sorted(_ found: [UInt64]) -> [(term: UInt64, place: Int32)] {
    if found.allSatisfy({ $0 >> 32 == 0 }) { return sortedSmall(found) }
    var places = found.enumerated().map { (term: $1, place: Int32($0)) }
    places.sort { $0.term != $1.term ? $0.term < $1.term : $0.place < $1.place }
    return places
  }

  /// The same of terms of 32 bits, which are sorted as numbers with their places behind them.
  private static func sortedSmall(_ found: [UInt64]) -> [(term: UInt64, place: Int32)] {
    var places = found.enumerated().map { $1 << 32 | UInt64($0) }
    RadixSort.sort(&places, bits: 32..<64)
    return places.map { (term: $0 >> 32, place: Int32(truncatingIfNeeded: $0)) }
  }

  package func slots(_ sentence: Int) -> ArraySlice<Slot> { slots[starts[sentence]..<starts[sentence + 1]] }

  /// The slots of neighbouring sentences, ascending.
  package func slots(_ sentences: Range<Int>) -> ArraySlice<Slot> {
    let all = slots[starts[sentences.lowerBound]..<starts[sentences.upperBound]]
    return sentences.count == 1 ? all : all.sorted()[...]
  }

  /// The sentences that hold a term.
  package func holders(_ slot: Int) -> ArraySlice<Int32> { holders[holderStarts[slot]..<holderStarts[slot + 1]] }

  /// How many sentences hold a term.
  package func holderCount(_ slot: Int) -> Int { holderStarts[slot + 1] - holderStarts[slot] }

  /// The slot that each term has in `other`, -1 for none; ascending but for those.
  ///
  /// Complexity: O(n + m).
  package func counterparts(in other: SentenceTerms) -> [Slot] {
    var next = 0
    return terms.map { term in
      while next < other.terms.count, other.terms[next] < term { next += 1 }
      return next < other.terms.count && other.terms[next] == term ? Slot(next) : -1
    }
  }
}
