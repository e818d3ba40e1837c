import Credits
import FoundationEssentials
import Testing

/// Precision and recall on lines that were written before the patterns and are left as they are.
@Suite struct `Credit lines and mention lines` {
  private struct Line {
    var expected: Set<String>
    var text: String
  }

  private func lines(_ name: String) throws -> [Line] {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let data = try Data(contentsOf: URL(filePath: "\(folder)/Data/\(name)"))
    return String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
      let columns = $0.split(separator: "\t", maxSplits: 1)
      guard columns.count == 2 else { return nil }
      let expected = columns[0] == "-" ? [] : Set(columns[0].split(separator: ",").map(String.init))
      return Line(expected: expected, text: columns[1].split(separator: "\\n").joined(separator: "\n"))
    }
  }

  @Test func `precision is .98 and recall .95 at least`() throws {
    let all = try lines("credit_lines.tsv") + lines("mention_lines.tsv")
    #expect(all.count >= 120)
    var (right, wrong, missed) = (0, 0, 0)
    for line in all {
      let found = Set(attribution(line.text).agencies)
      right += found.intersection(line.expected).count
      wrong += found.subtracting(line.expected).count
      missed += line.expected.subtracting(found).count
    }
    #expect(Double(right) >= 0.98 * Double(right + wrong))
    #expect(Double(right) >= 0.95 * Double(right + missed))
  }
}
