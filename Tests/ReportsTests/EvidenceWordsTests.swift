import Quality
import TestSupport
import Testing

@testable import Pipeline
@testable import Reports

/// The short reasons that roles come with, as the report's reader meets them.
@Suite struct `Evidence in words` {
  @Test func `every defect that tells a machine has words, for one and for several`() {
    for (flag, _) in MachineTuning.flags {
      for count in [1, 2, 17] {
        let words = EvidenceWords.sentence(Reason.count(flag.rawValue, count))
        #expect(!words.contains(flag.rawValue), "\(flag.rawValue)")
        #expect(!words.contains(" x\(count)") && !words.contains("#"))
        #expect(count == 1 || words.contains("\(count)"))
      }
    }
  }

  @Test(arguments: [
    "resemblance", "containment", "sentences", "order", "verbatim", "length", "story", "contains the others", "machine signs",
    "machine signs in others", "sentence order kept", "quotations kept",
  ])
  func `a share keeps its figure and gets a sentence`(label: String) {
    for hundredths in 0...100 {
      let value = Float(hundredths) / 100
      let words = EvidenceWords.sentence(Reason.share(label, value))
      #expect(words.contains(percent(Double(hundredths) / 100)), "\(words)")
      #expect(!words.contains("#") && !words.hasPrefix(label + " "))
    }
  }

  @Test(arguments: Hostile.strings) func `what nobody knows stays as it is, on one line`(reason: String) {
    #expect(EvidenceWords.sentence(reason) == reason.onOneLine)
    #expect(EvidenceWords.sentence("credits \(reason)") == "credits \(reason)".onOneLine)
  }
}
