import Testing
import Text

@Suite struct LanguageDataTests {
  @Test(arguments: LanguageData.all)
  func `a language has its calendar and its numbers`(language: Language) {
    let data = LanguageData(language)
    #expect(Set(data.numbers(.months).map(\.value)) == Set((1...12).map(Double.init)))
    let days = data.numbers(.weekdays) + data.numbers(.weekdaysBeforeFeira)
    #expect(Set(days.map(\.value)) == Set((1...7).map(Double.init)))
    #expect(!data.values(.numbers).isEmpty && !data.values(.multipliers).isEmpty)
  }

  @Test(arguments: LanguageData.compared.filter { $0 != .english })
  func `a language has what negation, polarity, degree and modality need`(language: Language) {
    let data = LanguageData(language)
    for section in [LanguageData.Section.negators, .opposites, .scales, .modals, .hedges] {
      #expect(!data.lines(section).isEmpty, "\(language.rawValue): \(section.rawValue)")
    }
    for line in data.lines(.opposites) { #expect(line.split(separator: "|").count == 2, "\(line)") }
    for line in data.lines(.scales) { #expect(line.contains(":") && line.contains("<"), "\(line)") }
    for line in data.lines(.negators) + data.lines(.hedges) { #expect(line.split(separator: "\t").count == 2, "\(line)") }
  }

  @Test(arguments: LanguageData.all)
  func `what editors put for each other is no opposite, and no two steps of one scale`(language: Language) {
    let data = LanguageData(language)
    func words(_ list: some StringProtocol) -> Set<String> {
      Set(list.split(separator: ",").map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) })
    }
    let sides =
      data.lines(.opposites).map { $0.split(separator: "|").map(words) }
      + data.lines(.scales).compactMap { $0.split(separator: ":").last?.split(separator: "<").map(words) }
    for group in data.lines(.synonyms).map(words) {
      #expect(group.count > 1)
      for list in sides { #expect(list.count { !$0.isDisjoint(with: group) } <= 1, "\(language.rawValue): \(group)") }
    }
  }

  @Test(arguments: [
    ("The committee will meet again before the end of the harvest, the chairman said.", "en"),
    ("Der Ausschuss wird sich vor dem Ende der Ernte noch einmal treffen.", "de"),
    ("Le comité se réunira encore une fois avant la fin des moissons.", "fr"),
    ("El comité se reunirá otra vez antes del final de la cosecha.", "es"),
    ("O comitê vai se reunir mais uma vez antes do fim da colheita, segundo ele.", "pt"),
    ("Il comitato si riunirà ancora una volta prima della fine del raccolto.", "it"),
    ("ستجتمع اللجنة مرة أخرى قبل نهاية موسم الحصاد.", "ar"),
  ])
  func `a sentence is enough to tell its language`(text: String, code: String) {
    #expect(LanguageDetector.reading(of: Array(text.utf8))?.language.rawValue == code)
  }

  @Test func `a text without words has no language`() {
    #expect(LanguageDetector.reading(of: []) == nil)
  }

  @Test(arguments: [[0xFF, 0xFE, 0x41] as [UInt8], Array(repeating: 0x80, count: 5_000), Array("a\u{0}b".utf8)])
  func `bytes that are no text do no harm`(bytes: [UInt8]) { _ = LanguageDetector.reading(of: bytes) }
}
