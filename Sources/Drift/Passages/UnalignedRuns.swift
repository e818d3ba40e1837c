import Articles
import Alignment

/// Runs of neighbouring words that have no counterpart and that no other rule spoke about.
enum UnalignedRuns {
  struct Run {
    var positions: Range<Int>
    /// Words that are no function words.
    var content: Int
  }

  static func runs(count: Int, isFree: (Int) -> Bool, isContent: (Int) -> Bool) -> [Run] {
    var runs: [Run] = []
    var index = 0
    while index < count {
      guard isFree(index) else {
        index += 1
        continue
      }
      var end = index
      var content = 0
      while end < count, isFree(end) {
        if isContent(end) { content += 1 }
        end += 1
      }
      runs.append(Run(positions: index..<end, content: content))
      index = end
    }
    return runs
  }
}
