import Articles
import Quality
import Testing

/// Words of the page that a scraper left inside a sentence, and words of the article that are like them.
@Suite struct PageWordTests {
  /// What is flagged as residue, and what is marked so.
  private func marked(_ text: String) -> (found: [String], expected: [String]) {
    let (plain, expected) = unmarked(text)
    let bytes = Array(plain.utf8)
    let found = report(plain).flags.filter { $0.flag == .scraperResidue }
      .map { String(decoding: bytes[$0.range.indices], as: UTF8.self) }
    return (found, expected)
  }

  @Test(arguments: [
    "The quay will be shut until Friday, said the mayor of Velmora. «Featured image via» Harbour Times The crews have gone home for now.",
    "The mayor then left the hall without another word ... «Full Story Here»: Mayor leaves hall after vote on the old quay of Velmora.",
    "Nobody else will tell the town about its quay. «Please share this on Facebook» if you were there when the piles gave way.",
    "A prefeita de Velmora fechou o cais até sexta-feira. «Leia mais». Os barcos saem agora do cais do sul, onde há muita fila.",
    "O cais de Velmora fica fechado até sexta-feira («Leia mais abaixo»). Os barcos saem agora do cais do sul, onde há muita fila.",
    "Der Kai von Velmora bleibt bis Freitag gesperrt. «Lesen Sie auch» Fähren fahren wieder Die Schiffe legen nun am Südkai ab.",
  ])
  func `words of the page are residue`(text: String) {
    let (found, expected) = marked(text)
    #expect(found == expected)
  }

  @Test(arguments: [
    "Pupils in Velmora read more than their parents did, a study of the harbour school found, and they read more slowly too.",
    "A secretária quer que o aluno leia mais em casa e saiba mais sobre o porto, disse o conselho de Velmora na segunda-feira.",
    "\"Click here,\" said the clerk, and pointed at the button of the old machine, but nothing moved in the harbour of Velmora.",
    "The featured image of the show is a photograph of the quay that was lent by the widow of the painter Idris Tavelan.",
  ])
  func `words of the article are none`(text: String) { #expect(marked(text).found.isEmpty) }
}
