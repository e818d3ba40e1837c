internal import Synchronization
internal import Text

/// A stemmer on loan, with all that those before it have learnt.
///
/// One question after the other has much the same words, and to stem them anew takes longer than to look for the article. What is
/// remembered depends on the word alone, so that no result can tell.
struct LearnedStemmer: ~Copyable {
  private struct State: ~Copyable {
    var stemmer = Stemmer()
    /// Of all texts so far: it has not learnt more.
    var words = 0
  }

  private final class Box: Sendable {
    let state = Mutex(State())
  }

  private static let free = Mutex<[Box]>([])
  /// Words after which one is not lent again, so that what it takes cannot grow for ever.
  private static let most = 1 << 24
  private let box: Box

  init() { box = Self.free.withLock { $0.popLast() } ?? Box() }

  deinit {
    let box = box
    if box.state.withLock({ $0.words < Self.most }) { Self.free.withLock { $0.append(box) } }
  }

  /// Lends the stemmer for a text of so many words.
  func use(words: Int, _ body: (inout Stemmer) -> Void) {
    box.state.withLock { state in
      state.words += words
      body(&state.stemmer)
    }
  }
}
