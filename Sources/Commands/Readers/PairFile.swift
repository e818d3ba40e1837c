internal import Drift
internal import Files
internal import Input
internal import Pipeline

/// Lines of `{"a": TEXT, "b": TEXT}`, read as they are needed; `a_title` and `b_title` may stand beside them.
struct PairFile: Sendable {
  /// As messages show it.
  let name: String
  private let lines: LineSource
  private let longest: Int

  private static let fields = ["a", "a_title", "b", "b_title"]

  /// The file at `path`, packed or not; longer lines than `longest` bytes are not read.
  init(_ path: String, longest: Int) throws(ReadingError) {
    name = Visible.text(path)
    self.longest = longest
    lines = try LineSource(path, longest: longest)
  }

  /// A line of the file: the pair in it, or what is wrong.
  struct Line: Sendable {
    var number: Int
    var pair: PairsJob.Pair?
    var problem = ""
  }

  /// The next pairs, nil after the last ones.
  func next() throws(ReadingError) -> (index: Int, items: [Line])? {
    guard let block = try lines.next() else { return nil }
    return (block.index, block.lines.map { line($0, of: block) })
  }

  private func line(_ line: LineSource.Line, of block: LineSource.Block) -> Line {
    let read = block.read(line) { bytes in
      Line(number: line.number, pair: pair(in: bytes), problem: Self.unreadable)
    }
    let tooLong = "the line is longer than \(longest) bytes. Raise the limit with --max-record."
    return read ?? Line(number: line.number, problem: tooLong)
  }

  private func pair(in bytes: Span<UInt8>) -> PairsJob.Pair? {
    guard let values = try? JSONFieldReader(Self.fields).read(bytes), case .string(let a) = values[0],
      case .string(let b) = values[2]
    else { return nil }
    return PairsJob.Pair(a: a, b: b, titles: ArticleTitles(a: title(values[1]), b: title(values[3])))
  }

  private static let unreadable =
    "the line is not an object with the strings \"a\" and \"b\". Its line of the output holds an error."

  private func title(_ value: JSONFieldReader.Value) -> [UInt8] {
    if case .string(let title) = value { title } else { [] }
  }
}
