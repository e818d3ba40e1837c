internal import Synchronization

/// Answers to calls that may come again: with the same Idempotency-Key a caller gets the same answer, and nothing happens twice.
///
/// Kept in memory, the newest of them; after a restart a repeated addition finds its article there and says so.
final class AnswerMemory: Sendable {
  /// Whose key it is: keys of one token or scope mean nothing to another.
  struct Key: Hashable, Sendable {
    var holder: String
    var scope: Scope
    var key: String
  }

  struct Answer: Sendable {
    var status: Int
    var body: [UInt8]
  }

  private struct Entry: Sendable {
    let digest: [UInt8]
    /// Nil while the first call is on its way.
    var answer: Answer?
  }

  private struct State: Sendable {
    var entries: [Key: Entry] = [:]
    var order: [Key] = []
    var oldest = 0
  }

  private let room: Int
  private let state = Mutex(State())

  init(room: Int) { self.room = room }

  /// The answer that was given to this call; nil when it comes for the first time, and is then expected to ``finish(_:_:)``.
  ///
  /// - Throws: ``Problem/Kind/conflict`` while the first call is on its way; ``Problem/Kind/unusable`` for another body.
  func begin(_ key: Key, digest: [UInt8]) throws(Problem) -> Answer? {
    let entry = state.withLock { state -> Entry? in
      if let entry = state.entries[key] { return entry }
      state.entries[key] = Entry(digest: digest)
      return nil
    }
    guard let entry else { return nil }
    guard entry.digest == digest else {
      throw Problem(
        .unusable, "The key came before with another body.", at: "header.Idempotency-Key", advice: "Use a new key for each call.")
    }
    guard let answer = entry.answer else {
      throw Problem(
        .conflict, "The first call with this key is not done.", at: "header.Idempotency-Key", advice: "Try again in a moment.")
    }
    return answer
  }

  /// Keeps the answer; nil forgets a call that failed, so that it can be tried again.
  func finish(_ key: Key, _ answer: Answer?) {
    state.withLock { state in
      guard let answer else {
        state.entries[key] = nil
        return
      }
      state.entries[key]?.answer = answer
      state.order.append(key)
      if state.order.count - state.oldest > room {
        state.entries[state.order[state.oldest]] = nil
        state.oldest += 1
      }
      // The places of those that are gone are given back now and then.
      if state.oldest > room {
        state.order.removeFirst(state.oldest)
        state.oldest = 0
      }
    }
  }
}
