internal import Files
internal import FoundationEssentials
internal import Drift
internal import Newsprint
internal import Pipeline
internal import Input

/// Lines of `{"a": TEXT, "b": TEXT}`; `a_title` and `b_title` may stand beside them.
struct PairFile: Sendable {
  let name: String
  private let bytes: [UInt8]
  /// The lines that are not blank.
  private let lines: [(range: Range<Int>, number: Int)]

  private struct Texts: Decodable {
    var a: String
    var b: String
    var titleOfA: String?
    var titleOfB: String?

    enum CodingKeys: String, CodingKey {
      case a, b
      case titleOfA = "a_title"
      case titleOfB = "b_title"
    }
  }

  init(_ path: String) throws(ReadingError) {
    name = path
    bytes = try WholeFile.read(path)
    lines = Self.lines(bytes)
  }

  var count: Int { lines.count }

  /// Line of a pair in the file, from 1.
  func line(of index: Int) -> Int { lines[index].number }

  /// The texts of a pair, nil when its line is not such an object.
  func pair(_ index: Int) -> PairsJob.Pair? {
    guard let texts = try? JSONDecoder().decode(Texts.self, from: Data(bytes[lines[index].range])) else { return nil }
    let titles = ArticleTitles(a: Array((texts.titleOfA ?? "").utf8), b: Array((texts.titleOfB ?? "").utf8))
    return PairsJob.Pair(a: Array(texts.a.utf8), b: Array(texts.b.utf8), titles: titles)
  }

  private static func lines(_ bytes: [UInt8]) -> [(range: Range<Int>, number: Int)] {
    var lines: [(range: Range<Int>, number: Int)] = []
    var start = 0
    var number = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[start..<end].contains(where: { $0 > 0x20 }) { lines.append((start..<end, number)) }
      start = end + 1
      number += 1
    }
    return lines
  }
}
