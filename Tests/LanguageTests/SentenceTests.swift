import Testing

struct SentenceTests {
  @Test(arguments: [
    ("Mr. Holm met Dr. Vik. They left.", ["Mr. Holm met Dr. Vik.", "They left."]),
    ("The U.S. envoy left. He flew home.", ["The U.S. envoy left.", "He flew home."]),
    ("He lives in the U.S. He likes it.", ["He lives in the U.S.", "He likes it."]),
    ("J. R. Moe won. Why? \"Luck!\" he said.", ["J. R. Moe won.", "Why?", "\"Luck!\" he said."]),
    ("It rose to 3.5. It fell.", ["It rose to 3.5.", "It fell."]),
    ("OSLO / BERGEN – The ferry sank. Nobody died.", ["OSLO / BERGEN –", "The ferry sank.", "Nobody died."]),
    ("Oslo (NTB) - The ferry sank.", ["The ferry sank."]),
    ("“It is over.” She left.", ["“It is over.”", "She left."]),
    ("天气很好。我们走吧。", ["天气很好。", "我们走吧。"]),
  ])
  func `sentences end where a reader says`(text: String, sentences: [String]) {
    #expect(Reading(text).sentences == sentences)
  }

  @Test func `a wrapped line is no end, a heading and a list item are`() {
    let text = """
      Ferry sinks

      The ferry that left the harbour of the old town in the morning
      sank before noon. Nobody was hurt when the
      ship went down.
      - first item
      - second item
      """
    #expect(Reading(text).sentences.count == 5)
  }

  @Test func `tabular lines stay apart`() {
    let text = "Shr 34 cts vs 119 cts\nNet 807,000 vs 2,858,000\nRevs 510.2 mln vs 623.3 mln"
    #expect(Reading(text).sentences.count == 3)
  }
}

struct QuotationTests {
  @Test(arguments: [
    ("He said \"no way\" and left.", ["no way"]), ("He said “no way” and left.", ["no way"]),
    ("Er sagte „auf keinen Fall“ und ging.", ["auf keinen Fall"]), ("Il dit « jamais » et part.", ["jamais"]),
    ("It was a ‘slap in the eye’ for them.", ["slap in the eye"]), ("It wasn't Tom's or the soldiers' fault.", []),
    ("He said “no way and left.\n\nShe said “yes”.", ["yes"]),
    ("``Enough,'' he said.", ["Enough,"]),
    (
      "He said: \u{FFFD}Go home.\u{FFFD} The caf\u{FFFD} \u{FFFD} the crews\u{FFFD} own \u{FFFD} was shut. The mayor\u{FFFD}s boat left.",
      ["Go home."]
    ),
  ])
  func `quotations of all styles are read and unclosed ones dropped`(text: String, quotations: [String]) {
    #expect(Reading(text).quotations == quotations)
  }
}
