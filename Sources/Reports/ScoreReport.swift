package import Output
package import Stories

/// What `newsprint evaluate` prints.
package struct ScoreReport: Sendable {
  package var scores: ClusterScores
  /// Labelled articles that share a predicted cluster with an article that has no label.
  package var mixedWithBackground: Int
  /// Articles of the truth that the prediction does not know.
  package var missing: Int

  package init(scores: ClusterScores, mixedWithBackground: Int, missing: Int) {
    self.scores = scores
    self.mixedWithBackground = mixedWithBackground
    self.missing = missing
  }

  /// One line of JSON, figures rounded to four digits.
  package func json(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("ari", scores.adjustedRandIndex)
      writer.member("articles", scores.articles)
      writer.key("bcubed_f1")
      writer.number(scores.bCubed.f1)
      writer.member("bcubed_precision", scores.bCubed.precision)
      writer.member("bcubed_recall", scores.bCubed.recall)
      writer.member("missing", missing)
      writer.member("mixed_with_background", mixedWithBackground)
      writer.key("pair_f1")
      writer.number(scores.pairs.f1)
      writer.member("pair_precision", scores.pairs.precision)
      writer.member("pair_recall", scores.pairs.recall)
      writer.member("predicted_clusters", scores.predictedClusters)
      writer.member("true_clusters", scores.trueClusters)
    }
    writer.newline()
  }

  /// A small table for people.
  package var text: String {
    func row(_ name: String, _ values: ClusterScores.PrecisionRecall) -> String {
      let figures = [values.precision, values.recall, values.f1].map { Decimals.fixed($0, digits: 4) }
      return "\(name)  precision \(figures[0])  recall \(figures[1])  F1 \(figures[2])"
    }
    var lines = [
      "articles             \(Decimals.grouped(scores.articles))",
      "clusters             \(Decimals.grouped(scores.predictedClusters)) found, \(Decimals.grouped(scores.trueClusters)) known",
      "adjusted Rand index  \(Decimals.fixed(scores.adjustedRandIndex, digits: 4))",
      row("pairs              ", scores.pairs),
      row("B-cubed            ", scores.bCubed),
    ]
    if mixedWithBackground > 0 {
      lines.append("mixed with unlabelled articles  \(Decimals.grouped(mixedWithBackground))")
    }
    if missing > 0 { lines.append("missing in the prediction       \(Decimals.grouped(missing))") }
    return lines.joined(separator: "\n") + "\n"
  }
}
