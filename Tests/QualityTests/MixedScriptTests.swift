import Drift
import Quality
import Testing

/// Letters of another script inside a word, and words that are made of two.
@Suite struct `Words of two scripts` {
  private static let latin =
    "The harbour board of Velmora met on Friday and spoke of the north quay for an hour, the chairman said."
  private static let cyrillic = "Совет порта Вельмора собрался в пятницу и час говорил о северном причале, сообщил председатель."

  private func isMixed(_ text: String) -> Bool {
    report(text).flags.contains { $0.flag == .languageMix && $0.severity == .major }
  }

  @Test(arguments: [
    "\(latin) It sailed for Mоscow.",
    "\(latin) The tοll was high.", "\(latin) It sent an equiро.", "\(latin) Velmоrа waits.",
    "\(cyrillic) Он вышел из пoрта.",
  ])
  func `a letter in disguise is found`(text: String) { #expect(isMixed(text)) }

  @Test(arguments: [
    "\(cyrillic) IT-компания и VIP-зал открыты.",
    "\(cyrillic) Болезнь COVIDом не назвали.",
    "\(cyrillic) Wi-Fi-сеть работает.",
    "\(latin) The dose was 5 μSv.", "\(latin) It is called Вельмора there.", latin, cyrillic,
  ])
  func `a compound, an ending and a measure are none`(text: String) { #expect(!isMixed(text)) }
}
