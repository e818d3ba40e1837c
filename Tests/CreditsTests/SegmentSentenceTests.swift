import TestSupport
import Testing
import Text

@testable import Credits

/// Where the sentences of a credit's line begin and end.
@Suite struct SegmentSentenceTests {
  private func segment(_ line: String) -> CreditSegment {
    let text = TokenText(Array(line.utf8))
    let tokens = CreditToken.tokens(text, text.tokens.indices, mentions: [])
    return CreditSegment(
      tokens: tokens, phrases: [], startsLine: true, endsLine: true, fromTop: 0, fromBottom: 0, tokensBefore: 0,
      lineLength: line.utf8.count, followsSentence: true, followsHead: false, followsByline: false)
  }

  private static let sentences = [
    "The harbour of Velmora was shut", "Jane Roe reported from Lowen", "J. Roe reported from the quay", "It fell on Jan. 8 again",
    "Nobody paid 9.5 crowns", "The site tide.example is down", "القوارب عادت إلى الخليج", "港口关闭",
  ]
  private static let ends = [".", "!", "?", "…"]

  @Test(arguments: 0..<60) func `a place is in the sentence it was written in`(seed: Int) {
    var random = SeededGenerator(seed)
    let sentences = (0..<1 + random.below(4)).map { _ in random.pick(Self.sentences) + random.pick(Self.ends) }
    var starts = [0]
    for sentence in sentences { starts.append(starts[starts.count - 1] + segment(sentence).tokens.count) }
    let segment = segment(sentences.joined(separator: " "))
    #expect(segment.tokens.count == starts[starts.count - 1])
    for number in sentences.indices {
      for place in starts[number]..<starts[number + 1] - 1 {
        #expect(segment.sentenceStart(place) == starts[number], "\(sentences) \(place)")
        #expect(segment.sentenceEnd(place) == starts[number + 1] - 1, "\(sentences) \(place)")
      }
    }
  }

  @Test(arguments: [
    ("Von J. R. Roe am Mittag", 0), ("It opens on Jan. 8 here", 0), ("Go home. Now", 1), ("9.5 crowns a day", 0),
    ("Wait! Go? Yes", 2), ("See tide.example now", 0), ("我们走。天气很好。", 2), ("قال الربان. ثم غادر", 1), ("The end .", 1),
    ("He left the town. She stayed", 1),
  ]) func `full stops of names, days, figures and sites end nothing`(line: String, expected: Int) {
    let segment = segment(line)
    #expect(segment.tokens.indices.count { segment.endsSentence($0) } == expected)
  }

  @Test(arguments: 0..<40) func `any line has its places in order and its bytes inside`(seed: Int) {
    var random = SeededGenerator(seed)
    let line = random.pick(Self.sentences) + random.pick(Hostile.strings) + random.pick(Self.sentences)
    let segment = segment(line)
    for place in segment.tokens.indices {
      let (start, end) = (segment.sentenceStart(place), segment.sentenceEnd(place))
      #expect(0 <= start && start <= place && place <= end && end <= segment.tokens.count)
      #expect(segment.sentenceStart(start) == start)
      let range = segment.bytes(start..<end)
      #expect(range.upperBound <= line.utf8.count && Places.isWhole(range, in: Array(line.utf8)))
    }
    #expect(segment.token(-1) == nil && segment.token(segment.tokens.count) == nil && segment.bytes(0..<0) == 0..<0)
  }
}
