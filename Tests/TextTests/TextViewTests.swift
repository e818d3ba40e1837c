import TestSupport
import Testing

@testable import Text

@Suite struct `A text as its readers see it` {
  private func view(_ text: String) -> TextView? { TextView(of: Array(text.utf8).span) }
  private func reading(_ text: String) -> String {
    view(text).map { String(decoding: $0.bytes[..<$0.count], as: UTF8.self) } ?? text
  }

  @Test(arguments: [
    "The ferry was late.", "A < B, and 3<4.", "Fish & chips; salt&vinegar.", "well-known\n\nNext paragraph", "“Já não é,” disse.",
    "Größe, Übung, Äpfel, Ähre.", "Россия, Сибирь. Рим", "a - b\nc", "AT&T; R&D", "I <3 you", "", "<", "&", "&#;", "&;",
  ])
  func `plain text is its own view`(text: String) {
    #expect(view(text) == nil)
  }

  @Test(arguments: [
    ("caf&eacute; &amp; bar", "café & bar"), ("caf&#233; caf&#xE9; caf&#XE9;", "café café café"),
    ("it&amp;rsquo;s", "it’s"), ("it&amp;amp;rsquo;s", "it’s"), ("5&nbsp;km", "5 km"), ("it&#146;s", "it’s"),
    ("<p>One.</p><p>Two <b>three</b>.</p>", "One.\nTwo three.\n"), ("a<br/>b", "a\nb"),
    ("x<script>var a = '<p>';</script>y", "x\ny"), ("x<!-- no -->y", "xy"), ("&lt;p&gt;One.&lt;/p&gt;", "One.\n"),
    ("the sig-\nnal", "the signal"), ("the sig\u{AD}nal", "the signal"), ("the sig\u{AD}\nnal", "the signal"),
    ("\u{FB01}rst o\u{FB03}ce", "first office"), ("a\u{200B}b", "ab"), ("\u{FEFF}Title", "Title"),
    ("itâ€™s â€œhereâ€\u{9D}", "it’s “here”"), ("PÅ™Ã­liÅ¡ Å¾luÅ¥ouÄ\u{8D}kÃ½", "Příliš žluťoučký"),
  ])
  func `markup, entities, cut words and wrong code pages are undone`(text: String, expected: String) {
    #expect(reading(text) == expected)
  }

  @Test func `correct accents stay beside broken punctuation`() {
    #expect(reading("A canção não é â€œnovaâ€\u{9D}, é já.") == "A canção não é “nova”, é já.")
  }

  /// Marks in the text say which of its bytes a word of the view stands for.
  @Test(arguments: [
    ("<p>The <b>«caf&eacute;»</b> shut.", "café"), ("A «sig-\nnal» came.", "signal"),
    ("&lt;i&gt;«na&amp;iuml;ve»&lt;/i&gt;", "naïve"), ("plain «words» <br> here", "words"), ("<p>«x»", "x"),
  ])
  func `ranges lead back to the text as it came in`(marked: String, word: String) throws {
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    let expected = marked[
      marked.index(after: try #require(marked.firstIndex(of: "«")))..<(try #require(marked.firstIndex(of: "»")))]
    let view = try #require(self.view(text))
    let bytes = Array(view.bytes[..<view.count]), needle = Array(word.utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: needle) })
    let source = view.source(start..<start + needle.count)
    #expect(String(decoding: Array(text.utf8)[source], as: UTF8.self) == expected)
  }

  @Test func `ranges of any text lie inside it, in order, between characters`() {
    let pieces = [
      "&eacute;", "<b>", "</p>", "bro-\nken", "é", "â€™", "\u{AD}", " ", "word", "&amp;lt;", "<script>", "\u{FB02}", "-", "\n",
      "&", "<",
    ]
    for seed in 0..<300 {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
      var text = ""
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      guard let view = view(text) else { continue }
      let bytes = Array(text.utf8)
      var last = 0
      for place in 0..<view.count {
        let source = view.source(place..<place + 1)
        #expect(source.lowerBound >= last && source.upperBound <= bytes.count, "\(text)")
        last = source.lowerBound
      }
      #expect(String(validating: view.bytes[..<view.count], as: UTF8.self) != nil, "\(text)")
    }
  }

  @Test func `words of Arabic are the same with and without vowel signs and tatweel`() {
    #expect(
      "مَدِينَة الـنور".words.hashes.prefix(2) == "مدينة النور".words.hashes.prefix(2))
  }
}
