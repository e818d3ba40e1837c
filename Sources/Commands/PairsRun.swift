import ArgumentParser
import Drift
import FoundationEssentials
import Newsprint
import Reporting
import Synchronization

/// Compares the pairs of a file over all cores, results in the order of the input.
struct PairsRun {
  let input: String
  let output: String?
  let options: DriftOptions
  let threads: Int?

  private struct Pair: Decodable {
    var a: String
    var b: String
  }

  /// Lines that one worker takes at a time: large enough that taking costs nothing, small enough that all finish together.
  private static let batch = 64

  private struct Outcome: Sendable {
    var bytes: [UInt8]
    var problems: [String]
  }

  func run() async throws {
    let bytes = try InputText.read(input)
    let lines = Self.lines(bytes)
    let writer = try OutputBytes(output)
    let place = Mutex(0)
    let skipped = Mutex(0)
    let options = self.options
    let input = self.input
    try await OrderedWork.run(
      workers: threads ?? ProcessorCount.available,
      next: {
        place.withLock { place -> Range<Int>? in
          guard place < lines.count else { return nil }
          defer { place += Self.batch }
          return place..<min(lines.count, place + Self.batch)
        }
      },
      makeState: { PairComparer(options: options) },
      work: { Self.compare(lines[$0], first: $0.lowerBound, of: bytes, input, $1) },
      deliver: { outcome in
        try writer.write(outcome.bytes)
        for problem in outcome.problems { StandardError.write(problem) }
        skipped.withLock { $0 += outcome.problems.count }
      })
    let count = skipped.withLock { $0 }
    if count > 0 {
      StandardError.write("\(count) of \(lines.count) pairs could not be read; their lines hold an error.")
      throw ExitCode(1)
    }
  }

  /// An unreadable line gives an error record, so that line n of the output always belongs to line n of the input.
  private static func compare(_ lines: ArraySlice<Range<Int>>, first: Int, of bytes: [UInt8], _ input: String, _ comparer: PairComparer) -> Outcome {
    var outcome = Outcome(bytes: [], problems: [])
    let decoder = JSONDecoder()
    for (offset, line) in lines.enumerated() {
      guard let pair = try? decoder.decode(Pair.self, from: Data(bytes[line])) else {
        outcome.problems.append("\(input):\(first + offset + 1): not an object with the strings \"a\" and \"b\".")
        outcome.bytes += Array("{\"drift\":[],\"error\":\"unreadable pair\"}\n".utf8)
        continue
      }
      outcome.bytes += ComparisonJSON.line(comparer.compare(pair.a, pair.b), a: Array(pair.a.utf8), b: Array(pair.b.utf8))
    }
    return outcome
  }

  /// The ranges of the lines that are not empty.
  private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 10 {
      if index > start { lines.append(start..<index) }
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }
}
