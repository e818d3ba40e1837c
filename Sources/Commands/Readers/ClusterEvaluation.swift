internal import Files
package import Reports
internal import Stories

/// Joins a prediction with a truth by article id.
package struct ClusterEvaluation {
  /// Predicted cluster of each article id.
  private var clusters: [String: String] = [:]

  /// Reads the prediction at `path`, whose clusters are called `field`; the last of two labels of one id counts.
  package init(predicted path: String, field: String) throws {
    let file = try LabelFile(path, field: field)
    while let record = try file.next() {
      guard let cluster = record.label else { throw file.problem("field \"\(field)\" is missing") }
      clusters[record.id] = cluster
    }
  }

  /// Holds the prediction against the files of `truth`.
  package func score(_ truth: [String]) throws -> ScoreReport {
    var predictedNumbers = Numbering()
    var trueNumbers = Numbering()
    var labels: [(predicted: Int, truth: Int)] = []
    var background: Set<Int> = []
    var missing = 0
    for path in truth {
      let file = try LabelFile(path, field: "cluster")
      while let record = try file.next() {
        let cluster = clusters[record.id]
        if cluster == nil { missing += 1 }
        // An article that the prediction misses is a cluster of its own, which no other cluster's name can equal.
        let number = predictedNumbers.number(of: cluster.map { "=" + $0 } ?? "missing:" + record.id)
        if let label = record.label {
          labels.append((number, trueNumbers.number(of: label)))
        } else {
          background.insert(number)
        }
      }
    }
    if labels.isEmpty {
      throw ReadingError(
        .content, "no record has a \"cluster\"", at: .init(truth.joined(separator: ", ")),
        advice: "Name the file with the known clusters.")
    }
    let mixed = labels.count { background.contains($0.predicted) }
    return ScoreReport(scores: ClusterScores(labels), mixedWithBackground: mixed, missing: missing)
  }
}

/// Numbers names in the order in which they come.
private struct Numbering {
  private var numbers: [String: Int] = [:]

  mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = numbers.count
    return numbers.count - 1
  }
}
