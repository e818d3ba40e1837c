internal import Tables

/// The phrases of a list, found in a token stream by the hashes of their tokens.
///
/// The one matcher for word lists: credits, words of chat models, tortured phrases. Case, the kind of apostrophe and white space
/// do not matter, as ``Tokenizer`` folds them. A Bloom filter (Bloom 1970) over first tokens settles nearly every token by one
/// bit. Build it once; it is a value without state. A search is linear in the tokens.
package struct PhraseIndex: Sendable {
  /// A phrase at a place.
  package struct Occurrence: Sendable, Hashable {
    /// Place of the phrase in the list that the index was made of.
    package var phrase: Int
    /// Places in the stream of keys.
    package var range: Range<Int>
  }

  /// Whether marks and quotation marks of the phrases count.
  package enum Marks: Sendable { case count, ignored }

  private let keys: [[UInt64]]
  /// Phrases by their first key, the longest first.
  private let byFirst: [UInt64: [Int]]
  private var filter = BloomFilter(words: 1024)

  /// An index of `phrases`; those without a word are never found.
  package init(_ phrases: some Sequence<some StringProtocol>, marks: Marks = .count) {
    keys = phrases.map { phrase in
      let text = TokenText(Array(phrase.utf8))
      return zip(text.tokens, text.hashes).filter { marks == .count || Self.isWord($0.0) }.map(\.1)
    }
    var byFirst: [UInt64: [Int]] = [:]
    for (index, phrase) in keys.enumerated() {
      guard let first = phrase.first else { continue }
      byFirst[first, default: []].append(index)
      filter.insert(first)
    }
    self.byFirst = byFirst.mapValues { [keys] places in
      places.sorted { (keys[$1].count, $0) < (keys[$0].count, $1) }
    }
  }

  /// How many tokens the phrase has.
  package func length(_ phrase: Int) -> Int { keys[phrase].count }

  /// Whether a phrase may begin with the key; a wrong yes is rare, a no is certain.
  package func mayBegin(_ key: UInt64) -> Bool { filter.mayContain(key) }

  /// The phrases that begin at `place` of `stream`, the longest first.
  package func matches(at place: Int, in stream: [UInt64]) -> [Occurrence] {
    let first = stream[place]
    guard mayBegin(first), let candidates = byFirst[first] else { return [] }
    var result: [Occurrence] = []
    for phrase in candidates {
      let end = place + keys[phrase].count
      guard end <= stream.endIndex, stream[place..<end].elementsEqual(keys[phrase]) else { continue }
      result.append(Occurrence(phrase: phrase, range: place..<end))
    }
    return result
  }

  /// The longest phrase at each place, none inside another, in the order of the stream.
  package func longest(in stream: [UInt64]) -> [Occurrence] {
    var result: [Occurrence] = []
    var place = stream.startIndex
    while place < stream.endIndex {
      if mayBegin(stream[place]), let match = matches(at: place, in: stream).first {
        result.append(match)
        place = match.range.upperBound
      } else {
        place += 1
      }
    }
    return result
  }

  private static func isWord(_ token: Token) -> Bool { token.kind == .word || token.kind == .number }
}
