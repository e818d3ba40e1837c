internal import Drift
internal import Files
internal import Input
internal import Newsprint
internal import Pipeline

/// Lines of `{"a": TEXT, "b": TEXT}`; `a_title` and `b_title` may stand beside them.
struct PairFile: Sendable {
  /// As messages show it.
  let name: String
  let path: String
  private let bytes: [UInt8]
  /// The lines that are not blank.
  private let lines: [(range: Range<Int>, number: Int)]
  private let maxRecordBytes: Int

  private static let fields = ["a", "a_title", "b", "b_title"]

  /// The file at `path`, packed or not; longer lines than `maxRecordBytes` are not read.
  init(_ path: String, maxRecordBytes: Int) throws(ReadingError) {
    self.path = path
    name = Visible.text(path)
    let bytes = try WholeFile.read(path)
    lines = Self.lines(bytes)
    self.bytes = bytes
    self.maxRecordBytes = maxRecordBytes
  }

  var count: Int { lines.count }

  /// Line of a pair in the file, from 1.
  func line(of index: Int) -> Int { lines[index].number }

  /// What to say about the line of a pair that is longer than allowed, nil about any other.
  func isTooLong(line number: Int) -> String? {
    // The numbers ascend.
    var low = 0, high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].number < number { low = middle + 1 } else { high = middle }
    }
    guard low < lines.count, lines[low].range.count > maxRecordBytes else { return nil }
    return "the line is longer than \(maxRecordBytes) bytes. Raise the limit with --max-record."
  }

  /// The texts of a pair, nil when its line is not such an object.
  func pair(_ index: Int) -> PairsJob.Pair? {
    let range = lines[index].range
    guard range.count <= maxRecordBytes else { return nil }
    guard let values = try? JSONFieldReader(Self.fields).read(bytes.span.extracting(range)),
      case .string(let a) = values[0], case .string(let b) = values[2]
    else { return nil }
    return PairsJob.Pair(a: a, b: b, titles: ArticleTitles(a: title(values[1]), b: title(values[3])))
  }

  private func title(_ value: JSONFieldReader.Value) -> [UInt8] {
    if case .string(let title) = value { title } else { [] }
  }

  private static func lines(_ bytes: [UInt8]) -> [(range: Range<Int>, number: Int)] {
    var lines: [(range: Range<Int>, number: Int)] = []
    var start = 0
    var number = 1
    while start < bytes.count {
      let end = bytes.span.firstIndex(of: 0x0A, 0x0A, 0x0A, from: start)
      if (start..<end).contains(where: { bytes[$0] > 0x20 }) { lines.append((start..<end, number)) }
      start = end + 1
      number += 1
    }
    return lines
  }
}
