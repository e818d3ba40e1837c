internal import Text
internal import Copies
internal import Articles
internal import Synchronization
internal import Boilerplate
internal import Input

/// Puts the pieces of a corpus together in input order, whatever order they come in, and finds ids that come twice.
final class CorpusMerger: Sendable {
  private struct State: ~Copyable {
    var corpus: Corpus
    var waiting: [Int: CorpusPiece] = [:]
    var next = 0
    var ids = DuplicateIDs()
    var recurring = RecurringLines()
  }

  private let state: Mutex<State>

  /// Starts from an empty corpus.
  ///
  /// `expectedBytes` is the size of the input when stems are kept, to make room for them at once; room that is not used costs
  /// nothing.
  init(_ corpus: Corpus, expectedBytes: Int) {
    var corpus = corpus
    if expectedBytes > 0 { corpus.sequences.reserve(words: expectedBytes / 4, articles: expectedBytes / 512) }
    state = Mutex(State(corpus: corpus))
  }

  func add(_ piece: CorpusPiece, at index: Int) {
    state.withLock { state in
      state.waiting[index] = piece
      while let piece = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        Self.append(piece, to: &state)
      }
    }
  }

  func finish() -> Corpus {
    state.withLock { state in
      state.corpus.boilerplate.recurring = state.recurring.finished()
      return state.corpus
    }
  }

  private static func append(_ piece: CorpusPiece, to state: inout State) {
    let first = state.corpus.table.count
    state.corpus.table.append(piece.table)
    for article in first..<state.corpus.table.count {
      let id = state.corpus.table.id(article)
      if !id.isEmpty, let earlier = state.ids.insert(id.span, at: state.corpus.table.locations[article]) {
        state.corpus.repeatedIDs.append(.init(article: UInt32(article), file: earlier.file, line: earlier.line))
      } else {
        state.corpus.active.append(UInt32(article))
      }
    }
    state.recurring.merge(piece.recurring)
    state.corpus.keys.append(piece.keys)
    state.corpus.sequences.append(piece.sequences)
    state.corpus.skipped += piece.skipped
    state.corpus.warnings += piece.warnings
    state.corpus.textBytes += piece.textBytes
  }
}
