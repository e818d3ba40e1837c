/// How well a clustering agrees with a known one.
///
/// Three views of the same table of counts: the adjusted Rand index (Hubert and Arabie 1985, 10.1007/BF01908075), which is 1 for
/// the same partition and about 0 for a random one; pairwise precision and recall over pairs of articles that share a cluster;
/// B-cubed precision and recall (Bagga and Baldwin 1998, P98-1012), averaged over articles.
package struct ClusterScores: Sendable, Hashable {
  /// Articles with a known cluster.
  package var articles: Int
  package var trueClusters: Int
  package var predictedClusters: Int
  /// At most 1; negative when the agreement is worse than chance.
  package var adjustedRandIndex: Double
  package var pairs: PrecisionRecall
  package var bCubed: PrecisionRecall

  /// Precision and recall, each from 0 to 1.
  package struct PrecisionRecall: Sendable, Hashable {
    package var precision: Double
    package var recall: Double

    /// The harmonic mean of both, 0 when both are 0.
    package var f1: Double {
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }
  }

  /// Compares two partitions of the same articles.
  ///
  /// Without a pair that shares a cluster on one side, pairwise precision or recall is 1: nothing was claimed wrongly, nothing
  /// was missed. O(n log n).
  ///
  /// - Parameter labels: for each article its predicted and its true cluster, as numbers that mean nothing else.
  package init(_ labels: [(predicted: Int, truth: Int)]) {
    let predicted = Self.sizes(labels.map(\.predicted))
    let truth = Self.sizes(labels.map(\.truth))
    let cells = Self.cells(labels)
    articles = labels.count
    trueClusters = truth.count
    predictedClusters = predicted.count

    let both = cells.reduce(0) { $0 + Self.pairs($1.count) }
    let mine = predicted.values.reduce(0) { $0 + Self.pairs($1) }
    let known = truth.values.reduce(0) { $0 + Self.pairs($1) }
    let expected = Double(mine) * Double(known) / Double(max(1, Self.pairs(labels.count)))
    adjustedRandIndex = (Double(both) - expected) / max(1e-9, Double(mine + known) / 2 - expected)
    pairs = PrecisionRecall(
      precision: mine > 0 ? Double(both) / Double(mine) : 1, recall: known > 0 ? Double(both) / Double(known) : 1)

    var precision = 0.0
    var recall = 0.0
    for cell in cells {
      let square = Double(cell.count) * Double(cell.count)
      precision += square / Double(predicted[cell.predicted] ?? 1)
      recall += square / Double(truth[cell.truth] ?? 1)
    }
    let total = Double(max(1, labels.count))
    bCubed = PrecisionRecall(precision: precision / total, recall: recall / total)
  }

  private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

  private static func sizes(_ labels: [Int]) -> [Int: Int] {
    labels.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The occupied cells of the contingency table, in the order of their labels, so that sums are the same in every run.
  private static func cells(_ labels: [(predicted: Int, truth: Int)]) -> [(predicted: Int, truth: Int, count: Int)] {
    var cells: [(predicted: Int, truth: Int, count: Int)] = []
    for label in labels.sorted(by: { ($0.predicted, $0.truth) < ($1.predicted, $1.truth) }) {
      if let last = cells.last, last.predicted == label.predicted, last.truth == label.truth {
        cells[cells.count - 1].count += 1
      } else {
        cells.append((label.predicted, label.truth, 1))
      }
    }
    return cells
  }
}
