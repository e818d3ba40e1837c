internal import Tables

/// The sentences of one article as sets of numbered terms, ready to be held against another article's.
///
/// Made once an article. A term is spoken of by its *slot*, its place among the article's different terms in ascending order, so
/// that two articles are compared by a merge of their terms and no look-up.
package struct SentenceTerms: Sendable {
  package typealias Slot = Int32

  /// The different terms, ascending.
  package let terms: [UInt64]
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
  /// Complexity: O(n log n).
  package init(_ found: [UInt64], starts: [Int]) {
    let terms = Self.distinct(found)
    var slots = found.map { Slot(Self.place(of: $0, in: terms)) }
    for sentence in starts.indices.dropLast() { slots[starts[sentence]..<starts[sentence + 1]].sort() }
    (holders, holderStarts) = Self.invert(slots, starts, terms: terms.count)
    self.terms = terms
    self.slots = slots
    self.starts = starts
  }

  package func slots(_ sentence: Int) -> ArraySlice<Slot> { slots[starts[sentence]..<starts[sentence + 1]] }

  /// The slots of neighbouring sentences, ascending.
  package func slots(_ sentences: Range<Int>) -> ArraySlice<Slot> {
    let all = slots[starts[sentences.lowerBound]..<starts[sentences.upperBound]]
    return sentences.count == 1 ? all : all.sorted()[...]
  }

  /// The slot of a term that the article has.
  package func slot(of term: UInt64) -> Int { Self.place(of: term, in: terms) }

  /// The sentences that hold a term.
  package func holders(_ slot: Int) -> ArraySlice<Int32> { holders[holderStarts[slot]..<holderStarts[slot + 1]] }

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

  private static func distinct(_ found: [UInt64]) -> [UInt64] {
    var terms = found.sorted()
    var count = 0
    for term in terms where count == 0 || terms[count - 1] != term {
      terms[count] = term
      count += 1
    }
    terms.removeLast(terms.count - count)
    return terms
  }

  private static func place(of term: UInt64, in terms: [UInt64]) -> Int {
    terms.partitioningIndex { $0 >= term }
  }

  /// Lists the sentences of each term, each once.
  private static func invert(_ slots: [Slot], _ starts: [Int], terms: Int) -> ([Int32], starts: [Int]) {
    var ends = [Int](repeating: 0, count: terms + 1)
    forEachHolder(slots, starts) { slot, _ in ends[slot + 1] += 1 }
    for slot in 0..<terms { ends[slot + 1] += ends[slot] }
    var next = ends
    var holders = [Int32](repeating: 0, count: ends[terms])
    forEachHolder(slots, starts) { slot, sentence in
      holders[next[slot]] = Int32(sentence)
      next[slot] += 1
    }
    return (holders, ends)
  }

  /// Calls `body` once for each different term of each sentence.
  private static func forEachHolder(_ slots: [Slot], _ starts: [Int], _ body: (_ slot: Int, _ sentence: Int) -> Void) {
    for sentence in starts.indices.dropLast() {
      var last: Slot = -1
      for slot in slots[starts[sentence]..<starts[sentence + 1]] where slot != last {
        last = slot
        body(Int(slot), sentence)
      }
    }
  }
}
