import Articles
import Foundation
import TestSupport
import Testing

@testable import Boilerplate

/// Pages put together of known articles and known boilerplate come apart into them.
@Suite struct `Articles between boilerplate` {
  static let paragraphs = [
    "The harbour board of Velmora met on Tuesday to speak of the north quay, which was shut in spring after a crane fell on it.",
    "Ferries will leave from the south quay until the piles have been seen by the inspectors, the chairman said after the vote.",
    "“We shall see whether the piles hold,” he said, and added that two crews had asked for a cheaper berth at the old pier.",
    "Nobody was hurt when the crane gave way, and the old lighthouse was not touched, as far as the clerk of the board knew.",
  ]
  static let boilerplate = [
    "Share this article", "Leave a Reply", "Advertisement", "READ MORE: Board to meet on Friday",
    "https://harbour.example/news/crane",
    "#harbour #crane", "12 Shares", "5 Comments", "3 min read", "Source link", "Back to top button", "Share Tweet Email",
    "Show More",
    "We use cookies to make this site better for you. Accept all cookies", "Subscribe to our newsletter", "Don’t miss:",
    "Related articles",
  ]

  private func body(_ text: String) -> ArticleBody {
    var reader = BodyReader(detector: detector)
    return reader.body(Array(text.utf8))
  }

  /// The words that stay, parted by single blanks.
  private func words(_ text: String) -> String {
    String(decoding: body(text).body, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: boilerplate) func `a line of the page goes wherever it stands, and nothing else`(line: String) {
    let plain = Self.paragraphs.joined(separator: " ")
    for place in 1..<Self.paragraphs.count {
      // What stands behind a form for comments is a comment.
      if line == "Leave a Reply", place < 3 { continue }
      var page = Self.paragraphs
      page.insert(line, at: place)
      #expect(words(page.joined(separator: "\n\n")) == plain, "\(place)")
      #expect(words(page.joined(separator: "\n")) == plain, "\(place)")
      #expect(words(page.joined(separator: "\r\n\r\n")) == plain, "\(place)")
    }
  }

  @Test(arguments: 0..<30) func `boilerplate of any kind in any place leaves the article`(seed: Int) {
    var random = SeededGenerator(seed)
    let lines = Self.boilerplate.filter { $0 != "Leave a Reply" }
    var page = Self.paragraphs
    for _ in 0..<1 + random.below(6) { page.insert(random.pick(lines), at: 1 + random.below(page.count)) }
    let text = page.joined(separator: random.pick(["\n", "\n\n"]))
    #expect(words(text) == Self.paragraphs.joined(separator: " "), "\(text)")
  }

  @Test(arguments: 0..<40) func `a body is its text with blanks, byte by byte`(seed: Int) {
    var random = SeededGenerator(seed)
    let page = (Self.paragraphs + Self.boilerplate).shuffled(using: &random).prefix(9).joined(separator: "\n")
    for text in Places.mutations(of: page, count: 2, seed: seed) {
      let body = body(text)
      let (seen, left) = (body.reading, body.body)
      #expect(seen.count == left.count && String(validating: left, as: UTF8.self) != nil)
      var last = 0
      for span in body.boilerplate {
        #expect(span.range.indices.lowerBound >= last && Places.isWhole(span.range.indices, in: seen) && !span.range.isEmpty)
        last = span.range.indices.upperBound
        let source = body.source(span.range)
        #expect(Places.isWhole(source.indices, in: Array(text.utf8)))
      }
      let isAllBoilerplate = left == seen
      for place in seen.indices where !isAllBoilerplate {
        let isPage = body.boilerplate.contains { $0.range.indices.contains(place) }
        if isPage ? left[place] > 0x20 : left[place] != seen[place] { Issue.record("byte \(place) of \(text.debugDescription)") }
      }
    }
  }

  @Test(arguments: 0..<25) func `what was cut once is not cut again`(seed: Int) {
    var random = SeededGenerator(seed)
    var page = Self.paragraphs
    for _ in 0..<4 { page.insert(random.pick(Self.boilerplate), at: 1 + random.below(page.count)) }
    let once = words(page.joined(separator: "\n\n"))
    #expect(words(once) == once)
  }
}

/// Passages that articles share, found word by word.
@Suite struct `Common passages, the slow way` {
  @Test(arguments: 0..<60) func `what is left out are the runs of five words of a passage, from eight words on`(seed: Int) {
    var random = SeededGenerator(seed)
    func words(_ count: Int) -> [UInt32] { (0..<count).map { _ in UInt32(random.below(40)) } }
    let known = (0..<1 + random.below(3)).map { _ in words(8 + random.below(12)) }
    var passages = CommonPassages()
    for passage in known { passages.insert(passage[...], of: 1) }
    var text = words(6)
    for _ in 0..<3 {
      let passage = random.pick(known)
      let start = random.below(passage.count)
      text += passage[start...] + words(random.below(6))
    }
    let runs = Set(known.flatMap { passage in (0...passage.count - 5).map { Array(passage[$0..<$0 + 5]) } })
    var isCovered = [Bool](repeating: false, count: text.count)
    for start in 0...text.count - 5 where runs.contains(Array(text[start..<start + 5])) {
      for place in start..<start + 5 { isCovered[place] = true }
    }
    var naive: [Range<Int>] = []
    for place in text.indices where isCovered[place] {
      if let last = naive.last, last.upperBound == place {
        naive[naive.count - 1] = last.lowerBound..<place + 1
      } else {
        naive.append(place..<place + 1)
      }
    }
    let found = CommonPassages.ranges(in: text[...], CommonPassages.Finder(passages))
    #expect(found == naive.filter { $0.count >= 8 }, "\(text)")
  }

  @Test(arguments: 0..<20) func `unions in any order know the same passages and articles`(seed: Int) {
    var random = SeededGenerator(seed)
    let parts = (0..<5).map { part -> CommonPassages in
      var passages = CommonPassages()
      passages.insert((0..<10).map { UInt32(part * 100 + $0) }[...], of: UInt32(part))
      passages.suspect((0..<10).map { UInt32(random.below(5) * 100 + $0) }[...], of: UInt32(10 + part))
      return passages
    }
    func union(_ order: [Int]) -> CommonPassages {
      var all = CommonPassages()
      for part in order { all.formUnion(parts[part]) }
      all.settle()
      return all
    }
    let order = parts.indices.shuffled(using: &random)
    #expect(union(order) == union(Array(parts.indices)))
    #expect(Set(union(order).articles).isSuperset(of: [0, 1, 2, 3, 4]))
  }
}
