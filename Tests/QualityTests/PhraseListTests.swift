import Quality
import Resources
import Testing

/// Every phrase of the lists is flagged where the lists say it counts, and nowhere else.
@Suite struct `Every row of the lists of flags` {
  private func flags(_ sentence: String, _ id: FlagID) -> Int {
    report("\(SoundArticle.paragraphs[0])\n\n\(sentence)\n\n\(SoundArticle.paragraphs[3])").flags.count { $0.flag == id }
  }

  @Test func `words of chat models`() {
    var missed: [String] = []
    for line in Resource.lines("chatbot.txt") {
      let phrase = line.drop { $0 == "^" }
      if line.hasPrefix("^") {
        if flags(phrase.prefix(1).uppercased() + phrase.dropFirst() + " about the quay.", .chatbotLeftover) == 0 {
          missed.append("\(line)")
        }
        if flags("The clerk then wrote \(phrase) on it.", .chatbotLeftover) > 0 { missed.append("inside a line: \(line)") }
      } else if flags("The clerk then wrote \(phrase) on it.", .chatbotLeftover) == 0 {
        missed.append("\(line)")
      }
    }
    #expect(missed == [])
  }

  @Test func `tortured phrases, and the set phrases that they stand for`() {
    var missed: [String] = []
    for row in Resource.rows("tortured.tsv") where row.count >= 2 {
      if flags("The board spoke of \(row[0]) on Monday.", .torturedPhrase) == 0 { missed.append(String(row[0])) }
      let normal = row[1].prefix { $0 != "(" }
      if flags("The board spoke of \(normal) on Monday.", .torturedPhrase) > 0 { missed.append("sound: \(normal)") }
    }
    #expect(missed == [])
  }
}
