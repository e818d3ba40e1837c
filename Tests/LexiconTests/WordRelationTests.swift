import Lexicon
import Testing

/// Known answers, from WordNet 3.0 itself and from the project's lists.
@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct WordRelationTests {
  private func relation(_ first: String, _ second: String) -> WordRelation { LexiconSession().relation(first, second) }

  @Test(arguments: [
    ("rise", "fall"), ("hot", "cold"), ("increase", "decrease"), ("victory", "defeat"), ("rising", "fell"), ("best", "worst"),
  ])
  func `direct antonyms are found through base forms`(pair: (String, String)) {
    #expect(relation(pair.0, pair.1).antonymRank > 0)
  }

  @Test(arguments: [("wet", "arid"), ("soaked", "dry")])
  func `adjectives of opposed clusters are indirect antonyms`(pair: (String, String)) {
    let relation = relation(pair.0, pair.1)
    #expect(relation.indirectAntonymRank > 0 && relation.antonymRank == 0)
  }

  @Test func `verbs below opposed verbs are opposed`() {
    #expect(relation("soar", "plunge").hypernymAntonymRank > 0)
  }

  @Test(arguments: [
    ("legal", "illegal"), ("happy", "unhappy"), ("painful", "painless"), ("smoker", "nonsmoker"), ("honest", "dishonest"),
    ("possibility", "impossible"),
    ("protection", "unprotected"),
  ])
  func `a negative affix on the same base is an opposite`(pair: (String, String)) {
    #expect(relation(pair.0, pair.1).isPrefixAntonym)
  }

  @Test(arguments: [
    ("display", "play"), ("disease", "ease"), ("instant", "stant"), ("mistake", "take"), ("under", "der"), ("invest", "vest"),
  ])
  func `words that only look negated are no opposites`(pair: (String, String)) {
    #expect(!relation(pair.0, pair.1).isPrefixAntonym)
  }

  @Test(arguments: [("car", "automobile"), ("begin", "start"), ("buy", "purchase"), ("cease", "stop")])
  func `words of one synset are synonyms`(pair: (String, String)) {
    let relation = relation(pair.0, pair.1)
    #expect(relation.synonymRank > 0)
    #expect(relation.isSynonym(upTo: 4))
  }

  @Test func `derived words are related`() {
    #expect(relation("destroy", "destruction").isDerived)
    #expect(relation("decide", "decision").isDerived)
  }

  @Test func `a kind is below its genus and the sign turns with the order`() {
    #expect(relation("poodle", "dog").hypernymDepth > 0)
    #expect(relation("dog", "poodle").hypernymDepth < 0)
    #expect(relation("dog", "poodle").hypernymDepth == -relation("poodle", "dog").hypernymDepth)
  }

  @Test func `kinds of one genus are co-hyponyms`() {
    #expect(relation("wolf", "jackal").isCoHyponym)
  }

  @Test func `word forms come before meanings`() {
    #expect(relation("Report", "report").form == .same)
    #expect(relation("labour", "labor").isSameWord)
    #expect(relation("organisation", "organization").form == .spelling)
    #expect(relation("cooperate", "co-operate").form == .spelling)
    #expect(relation("fell", "falling").form == .lemma)
    #expect(relation("weakest", "weak").form == .lemma)
  }

  @Test func `unrelated words have no relation`() {
    #expect(relation("carburettor", "bishop").isUnrelated)
    #expect(relation("carburettor", "bishop").similarity == 0)
  }

  @Test func `similarity falls from the same word to a shared definition`() {
    let session = LexiconSession()
    func similarity(_ first: String, _ second: String) -> Double {
      session.similarity(session.id(for: first), session.id(for: second))
    }
    #expect(similarity("walk", "walk") == 1)
    #expect(similarity("walk", "walked") == 0.95)
    #expect(similarity("car", "automobile") == 0.85)
    #expect(similarity("hot", "cold") == 0.55)
    #expect(similarity("dog", "poodle") < 0.55)
  }

  @Test func `relations are symmetric and do not depend on what was asked before`() {
    let words = [
      "rise", "fall", "plunge", "soar", "legal", "illegal", "city", "town", "minister", "president", "kill", "murder", "weak",
      "worst", "strong",
      "growth", "shrink", "buy", "sell", "economy", "harmless", "harmful", "approve", "reject", "dog", "animal", "Paris",
      "capital", "not",
    ]
    let warm = LexiconSession()
    for first in words {
      for second in words {
        let there = warm.relation(first, second)
        let back = warm.relation(second, first)
        #expect(there.reversed == back)
        #expect(there.similarity == back.similarity)
        #expect((0...1).contains(there.similarity))
      }
    }
    let cold = LexiconSession()
    for first in words.reversed() {
      for second in words { #expect(cold.relation(first, second) == warm.relation(first, second), "\(first) \(second)") }
    }
  }

  @Test func `names that are instances only are told from common words`() {
    let session = LexiconSession()
    #expect(session.isInstanceOnly(session.id(for: "Baghdad")))
    #expect(!session.isInstanceOnly(session.id(for: "city")))
    #expect(!session.isInstanceOnly(session.id(for: "zzyzzx")))
  }
}
