internal import Synchronization

/// The words that the sessions of a lexicon met, with what was found out about them: each word is looked up once, whichever
/// thread meets it first.
///
/// What is found out about a word does not depend on who asks, so it may be made twice, and the first one made counts.
final class SharedWords: Sendable {
  private struct Store {
    var ids: [String: WordID] = [:]
    var texts: [String] = []
    var analyses: [WordAnalysis?] = []
    var senses: [WordSenses?] = []
    var features: [WordFeatures?] = []
  }

  private let store = Mutex(Store())

  var count: Int { store.withLock { $0.texts.count } }

  /// The number of a text as the sessions normalise it, new if need be.
  func id(of text: String) -> WordID {
    store.withLock { store in
      if let known = store.ids[text] { return known }
      let id = WordID(rawValue: UInt32(store.texts.count))
      store.ids[text] = id
      store.texts.append(text)
      store.analyses.append(nil)
      store.senses.append(nil)
      store.features.append(nil)
      return id
    }
  }

  func text(of id: WordID) -> String { store.withLock { $0.texts[Int(id.rawValue)] } }

  func analysis(of id: WordID, make: () -> WordAnalysis) -> WordAnalysis {
    if let known = store.withLock({ $0.analyses[Int(id.rawValue)] }) { return known }
    // Made outside the lock: it asks for other words.
    let made = make()
    return store.withLock { Self.keep(made, at: id, in: &$0.analyses) }
  }

  func senses(of id: WordID, make: () -> WordSenses) -> WordSenses {
    if let known = store.withLock({ $0.senses[Int(id.rawValue)] }) { return known }
    let made = make()
    return store.withLock { Self.keep(made, at: id, in: &$0.senses) }
  }

  func features(of id: WordID, make: () -> WordFeatures) -> WordFeatures {
    if let known = store.withLock({ $0.features[Int(id.rawValue)] }) { return known }
    let made = make()
    return store.withLock { Self.keep(made, at: id, in: &$0.features) }
  }

  private static func keep<Value>(_ made: Value, at id: WordID, in values: inout [Value?]) -> Value {
    if let first = values[Int(id.rawValue)] { return first }
    values[Int(id.rawValue)] = made
    return made
  }
}

/// A two-way associative cache of what is known about pairs of words: fixed size, the older pair of a set gives way.
@frozen
@usableFromInline
package struct PairCache<Value> {
  @usableFromInline var keys: [UInt64]
  @usableFromInline var values: [Value?]
  @usableFromInline let shift: UInt64

  /// Room for 2^`bits` pairs.
  @inlinable
  package init(bits: Int) {
    keys = [UInt64](repeating: .max, count: 1 << bits)
    values = [Value?](repeating: nil, count: 1 << bits)
    shift = UInt64(64 - bits)
  }

  /// The first of the two places of a key.
  ///
  /// Fibonacci hashing: the high bits of the product are well mixed.
  @inlinable
  func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) & ~1 }

  /// What is cached for a key, or nil.
  ///
  /// No key is `UInt64.max`: a word is never paired with itself.
  @inlinable
  package func value(for key: UInt64) -> Value? {
    let place = place(key)
    if keys[place] == key { return values[place] }
    return keys[place + 1] == key ? values[place + 1] : nil
  }

  /// Remembers a pair that is not cached yet.
  @inlinable
  package mutating func insert(_ value: Value, for key: UInt64) {
    let place = place(key)
    keys[place + 1] = keys[place]
    values[place + 1] = values[place]
    keys[place] = key
    values[place] = value
  }
}
