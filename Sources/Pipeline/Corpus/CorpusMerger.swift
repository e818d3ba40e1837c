internal import Text
internal import Copies
internal import Articles
internal import Synchronization
internal import Boilerplate
internal import Files
internal import Input

/// Puts the pieces of a corpus together in input order, whatever order they come in, and finds ids that come twice.
final class CorpusMerger: Sendable {
  private struct State: ~Copyable {
    var corpus: Corpus
    var ids = DuplicateIDs()
    var recurring = RecurringLines()
  }

  private let state: Mutex<State>
  private let delivery = OrderedDelivery<CorpusPiece>()
  /// Of which articles the margins are still asked for.
  let sample = SampleCeiling()
  private let names: InputNames
  private let memory: MemoryLimit?

  /// Starts from an empty corpus.
  ///
  /// `expectedBytes` is the size of the input when stems are kept, to make room for them at once; room that is not used costs
  /// nothing. `memory` bounds what keys and stems take.
  init(_ corpus: Corpus, names: InputNames, expectedBytes: Int, memory: MemoryLimit?) {
    self.names = names
    self.memory = memory
    var corpus = corpus
    if expectedBytes > 0 {
      let words = min(expectedBytes / 4, memory.map(Self.mostWords) ?? .max)
      corpus.sequences.reserve(words: words, articles: expectedBytes / 512)
    }
    state = Mutex(State(corpus: corpus))
  }

  /// - Throws: ``ReadingError`` when keys cannot be written to a file.
  func add(_ piece: CorpusPiece, at index: Int) throws {
    try delivery.put(piece, at: index) { piece in
      try state.withLock { state in
        append(piece, to: &state)
        guard let memory else { return }
        if state.corpus.keys.bytes > memory.keys { try spill(&state.corpus, memory) }
        let most = state.corpus.spilledStems == nil ? Self.mostWords(memory) : min(Self.mostWords(memory), Self.wordsAtATime)
        if state.corpus.sequences.codes.count > most { try spillStems(&state.corpus, memory) }
      }
    }
  }

  /// What has come so far, without what only the whole tells.
  var current: Corpus { state.withLock { $0.corpus } }

  private func spill(_ corpus: inout Corpus, _ memory: MemoryLimit) throws(ReadingError) {
    let keys = corpus.keys
    corpus.keys = CopyKeys(keys.configuration)
    if corpus.spilled == nil { corpus.spilled = try SpilledKeys(keys.configuration, folder: memory.folder) }
    try corpus.spilled?.append(keys)
  }

  /// Words that fit into memory with their weights, and words that are written at a time once they do not.
  private static func mostWords(_ memory: MemoryLimit) -> Int { memory.texts / WeighedTexts.wordBytes }
  private static let wordsAtATime = 4 << 20

  private func spillStems(_ corpus: inout Corpus, _ memory: MemoryLimit) throws(ReadingError) {
    let sequences = corpus.sequences
    corpus.sequences = StemSequences()
    if corpus.spilledStems == nil { corpus.spilledStems = try SpilledStems(folder: memory.folder) }
    try corpus.spilledStems?.append(sequences)
  }

  func finish() throws -> Corpus {
    try state.withLock { state in
      if let memory, state.corpus.spilled != nil { try spill(&state.corpus, memory) }
      if let memory, state.corpus.spilledStems != nil { try spillStems(&state.corpus, memory) }
      state.corpus.boilerplate.recurring = state.recurring.finished()
      return state.corpus
    }
  }

  /// Whether the article's id is new.
  private func standing(of article: Int, _ state: inout State) -> DuplicateIDs.Standing {
    let table = state.corpus.table
    let id = table.id(article)
    return state.ids.settle(id.span, at: table.locations[article], site: table.sites[article], names: names)
  }

  private func append(_ piece: CorpusPiece, to state: inout State) {
    let first = state.corpus.table.count
    state.corpus.table.append(piece.table)
    for article in first..<state.corpus.table.count {
      switch standing(of: article, &state) {
      case .new: state.corpus.active.append(UInt32(article))
      case .numbered(let name):
        state.corpus.table.rename(article, name)
        state.corpus.active.append(UInt32(article))
      case .renamed(let name, let warning):
        state.corpus.table.rename(article, name)
        state.corpus.warnings.add(.repeatedID, warning)
        state.corpus.active.append(UInt32(article))
      case .repeated(let file, let line):
        state.corpus.repeatedIDs.append(.init(article: UInt32(article), file: file, line: line))
      }
    }
    state.recurring.merge(piece.recurring)
    sample.lower(to: state.recurring)
    state.corpus.keys.append(piece.keys)
    state.corpus.sequences.append(piece.sequences)
    state.corpus.squeezed += piece.squeezed
    state.corpus.skipped += piece.skipped
    state.corpus.warnings += piece.warnings
    state.corpus.textBytes += piece.textBytes
  }
}
