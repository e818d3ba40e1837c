import Lexicon
import Text

/// Finds the words and phrases of a list in a run of word numbers.
///
/// Made once a session.
struct PhraseMatcher {
  private struct Phrase {
    var rest: [WordNumber]
    var value: String
  }

  private var phrases: [WordNumber: [Phrase]] = [:]
  /// Settles nearly every word by one bit.
  private var firstWords = WordSet()

  /// All phrases of the list whose value `isWanted` accepts.
  init(_ table: PhraseTable, words: WordTable, where isWanted: (String) -> Bool = { _ in true }) {
    for text in table.phrases {
      guard let value = table.value(of: text), isWanted(value) else { continue }
      add(text, value, words)
    }
    for key in phrases.keys { phrases[key]?.sort { $0.rest.count > $1.rest.count } }
  }

  init(_ list: [String], words: WordTable) {
    for text in list { add(text, "", words) }
    for key in phrases.keys { phrases[key]?.sort { $0.rest.count > $1.rest.count } }
  }

  private mutating func add(_ text: String, _ value: String, _ words: WordTable) {
    let ids = text.split(separator: " ").map { words.id(of: String($0)) }
    guard let first = ids.first else { return }
    firstWords.insert(first)
    phrases[first, default: []].append(Phrase(rest: Array(ids.dropFirst()), value: value))
  }

  /// The longest phrase that starts at a position.
  func match(at position: Int, in ids: [WordNumber]) -> (length: Int, value: String)? {
    guard firstWords.contains(ids[position]), let candidates = phrases[ids[position]] else { return nil }
    for phrase in candidates where position + phrase.rest.count < ids.count {
      if phrase.rest.indices.allSatisfy({ ids[position + 1 + $0] == phrase.rest[$0] }) {
        return (phrase.rest.count + 1, phrase.value)
      }
    }
    return nil
  }

  /// Every phrase in a run of words, left to right, none overlapping another.
  func matches(in ids: [WordNumber]) -> [(range: Range<Int>, value: String)] {
    var found: [(range: Range<Int>, value: String)] = []
    var position = 0
    while position < ids.count {
      if let (length, value) = match(at: position, in: ids) {
        found.append((position..<position + length, value))
        position += length
      } else {
        position += 1
      }
    }
    return found
  }
}
