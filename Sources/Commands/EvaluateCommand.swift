internal import ArgumentParser
internal import Files
internal import Input
internal import Output
package import Reports
internal import Stories

/// `newsprint evaluate`.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score clusters against a known truth.",
    discussion: """
      The truth is JSON lines with "id" and "cluster"; records without "cluster" are background that must not be mixed in. \
      The prediction is what `newsprint cluster` writes. Articles that it misses count as clusters of their own.

      EXAMPLES
        newsprint evaluate truth.jsonl --predicted clusters.jsonl
        newsprint evaluate truth.jsonl background.jsonl \\
          --predicted clusters.jsonl --field event --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  enum Field: String, ExpressibleByArgument, CaseIterable {
    case cluster, event
  }

  @Argument(help: ArgumentHelp("JSON lines with the known clusters.", valueName: "truth"))
  var truth: [String]

  @Option(help: ArgumentHelp("JSON lines with the clusters to score.", valueName: "file"))
  var predicted: String

  @Option(help: "Level of the prediction to score.")
  var field = Field.cluster

  @Option(help: "A table for people, or one line of JSON.")
  var format = Format.text

  @OptionGroup var output: OutputOptions

  func run() throws {
    let report = try ClusterEvaluation(predicted: predicted, field: field.rawValue).score(truth)
    let file = try AtomicFile(output.output)
    switch format {
    case .text: try file.write(report.text)
    case .json:
      var writer = JSONWriter()
      report.json(into: &writer)
      try file.write(writer.bytes.span)
    }
    try file.commit()
  }
}

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

/// JSON lines of which only the id and one label matter, read front to back.
final class LabelFile {
  struct Record {
    var id: String
    /// Nil when the record does not have the field.
    var label: String?
  }

  private let name: String
  private let bytes: [UInt8]
  private let reader: JSONFieldReader
  private let field: String
  private var offset = 0
  private var line = 0

  /// Reads the file at `path`, packed or not, with labels that are called `field`; `-` is standard input.
  init(_ path: String, field: String) throws {
    name = path == "-" ? "standard input" : path
    bytes = try WholeFile.read(path)
    reader = JSONFieldReader(["id", field])
    self.field = field
  }

  /// The next record, nil at the end; blank lines are passed over.
  func next() throws -> Record? {
    let bytes = bytes
    while offset < bytes.count {
      let end = bytes.span.firstIndex(of: 0x0A, 0x0A, 0x0A, from: offset)
      let start = offset
      offset = end + 1
      line += 1
      let values: [JSONFieldReader.Value]?
      do throws(JSONFieldReader.Failure) {
        values = try reader.read(bytes.span.extracting(start..<end))
      } catch {
        throw problem(error.reason)
      }
      guard let values else { continue }
      guard let id = values[0].text else {
        throw problem(values[0] == .missing ? "field \"id\" is missing" : "field \"id\" is neither a string nor a number")
      }
      return Record(id: id, label: values[1].text)
    }
    return nil
  }

  /// An error about the line that was read last.
  func problem(_ what: String) -> ReadingError {
    let reason = what.hasSuffix(".") ? String(what.dropLast()) : what
    return ReadingError(
      .content, reason, at: .init(Visible.text(name), line: line), advice: "Scores need every record; mend the line.")
  }
}
