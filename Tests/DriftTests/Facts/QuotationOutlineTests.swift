import Alignment
import Lexicon
import Testing
import Text

@testable import Drift

/// Words that their ends tell apart are not alike in any way of writing.
@Suite struct QuotationOutlineTests {
  @Test func `no two words that are alike are told apart by their ends`() {
    let analysis = LinguisticAnalysis(words: WordTable(), language: .english)
    let knowledge = WordKnowledge(words: analysis.words, lexicon: LexiconSession())
    let text = """
      Anybody’s seen that the km and kilometre, a boat and an oar, Dr Lind and doctor Lind, Sr Moe, al-Moe & Moe, *NUMBER* and 12 men, \
      U.S. and US, está and tá, he'd gone, had gone, would go, is it, has it, it's, mph, miles, café and cafe, WHO, kg, kilograms, tá
      """
    func side() -> SentenceSide {
      let read = analysis.read(Array(text.utf8)) { knowledge.traits($0).contains(.common) }
      return SentenceSide(text: read, tokens: read.tokens.indices)
    }
    let pair = WordAligner(knowledge: knowledge).align(side(), side())
    var alike = 0
    for i in 0..<pair.a.count {
      for j in 0..<pair.b.count where pair.a.ids[i] != pair.b.ids[j] && QuotationWriting.areAlike(i, j, pair, knowledge) {
        alike += 1
        let (one, other) = (pair.a.token(i), pair.b.token(j))
        #expect(
          QuotationWriting.Outline(one, knowledge).mayBeAlike(QuotationWriting.Outline(other, knowledge)),
          "\(pair.a.string(i)), \(pair.b.string(j))")
      }
    }
    #expect(alike > 8)
  }
}
