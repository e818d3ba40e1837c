import TestSupport
import Testing
import Text

@testable import Stories

/// What tells a form from a copy, against sums over sets.
@Suite struct TemplateEvidenceTests {
  /// Articles of which some are fillings of one form, some versions of each other; a stem is a name in some places and none in
  /// others.
  private static func articles(_ seed: Int) -> [[UInt32]] {
    var generator = SeededGenerator(seed)
    func word(_ stem: Int) -> UInt32 {
      let traits: WordFlags =
        stem % 7 == 0 ? .number : stem % 5 == 0 ? .capitalised : generator.below(12) == 0 ? .capitalised : []
      return InventedSequences.code(stem, traits)
    }
    let form = (0..<30 + generator.below(30)).map { _ in 1 + generator.below(400) }
    var articles: [[UInt32]] = [[], [word(3)], [word(3), word(4)]]
    for _ in 0..<4 { articles.append(form.map { word(generator.below(3) == 0 ? 1 + generator.below(900) : $0) }) }
    for _ in 0..<4 {
      let own = (0..<generator.below(90)).map { _ in 1 + generator.below(700) }
      articles.append(own.map(word))
      articles.append(own.dropFirst(generator.below(20)).map { word(generator.below(9) == 0 ? 1 + generator.below(900) : $0) })
    }
    return articles
  }

  /// Distinct features of one article with their weights.
  private struct Features {
    var names: [UInt32: Double] = [:]
    var others: [UInt32: Double] = [:]
    var figures: Set<UInt32> = []
    var triples: [[UInt32]: Double] = [:]
    /// Stems that stand in it, and those that are a name somewhere in it.
    var stems: Set<UInt32> = []
    var named: Set<UInt32> = []

    init(_ article: Int, _ weighted: WeightedSequences) {
      let range = weighted.sequences.range(article)
      let codes = weighted.sequences.codes
      for index in range {
        let weight = Double(WeightScale.weights[Int(weighted.wordWeights[index])])
        stems.insert(codes[index].stem)
        if codes[index].isName {
          named.insert(codes[index].stem)
          if names.updateValue(weight, forKey: codes[index].stem) == nil, codes[index].isNumber {
            figures.insert(codes[index].stem)
          }
        } else {
          others[codes[index].stem] = weight
        }
        guard index >= range.lowerBound + 2 else { continue }
        let key = (index - 2...index).map { codes[$0].stem }
        // The first that comes counts, as the two pairs of a triple weigh the same wherever they stand.
        let rarer = max(weighted.pairWeights[index - 1], weighted.pairWeights[index])
        triples[key] = triples[key] ?? Double(WeightScale.weights[Int(rarer)])
      }
    }
  }

  private static func sum(_ weights: some Sequence<Double>) -> Double { weights.reduce(0, +) }

  @Test(arguments: 0..<10) func `shares of the form and of what was kept are those of sets`(seed: Int) {
    let articles = Self.articles(seed)
    let weighted = InventedSequences.weigh(articles)
    let features = articles.indices.map { Features($0, weighted) }
    var probe = SimilarityProbe()
    for a in articles.indices {
      probe.load(a, of: weighted)
      for b in articles.indices {
        let found = probe.templateEvidence(b, of: weighted)
        let (mine, theirs) = (features[a], features[b])
        let least = min(Self.sum(mine.triples.values), Self.sum(theirs.triples.values))
        let common = theirs.triples.filter { mine.triples[$0.key] != nil }
        #expect(abs(Double(found.form) - (least > 0 ? Self.sum(common.values) / least : 0)) < 1e-4, "\(a) and \(b)")
        let words = Self.sum(theirs.others.filter { mine.stems.contains($0.key) }.values)
        let fewest = min(Self.sum(mine.others.values), Self.sum(theirs.others.values))
        #expect(abs(Double(found.keptWords) - min(1, (words + 8) / (fewest + 8))) < 1e-4, "\(a) and \(b)")
        let names = Self.sum(theirs.names.filter { mine.named.contains($0.key) }.values)
        let fewestNames = min(Self.sum(mine.names.values), Self.sum(theirs.names.values))
        #expect(abs(Double(found.keptNames) - (names + 8) / (fewestNames + 8)) < 1e-4, "\(a) and \(b)")
        #expect(found.figures == min(mine.figures.count, theirs.figures.count))
        let kept = theirs.figures.count { mine.named.contains($0) }
        #expect(abs(Double(found.keptFigures) - (found.figures > 0 ? Double(kept) / Double(found.figures) : 1)) < 1e-4)
        #expect(found.sharedNames == theirs.names.count { $0.value >= 6 && mine.named.contains($0.key) })
      }
    }
  }

  @Test(arguments: 0..<10) func `a text keeps all of itself`(seed: Int) {
    let articles = Self.articles(seed)
    let weighted = InventedSequences.weigh(articles)
    var probe = SimilarityProbe()
    for a in articles.indices {
      probe.load(a, of: weighted)
      let itself = probe.templateEvidence(a, of: weighted)
      #expect(abs(itself.keptNames - 1) < 1e-5 && abs(itself.keptWords - 1) < 1e-5 && itself.keptFigures == 1)
      #expect(abs(itself.form - (articles[a].count > 2 ? 1 : 0)) < 1e-4)
      #expect(!itself.isTemplate)
    }
  }

  @Test(arguments: 0..<10) func `what was looked at before makes no difference`(seed: Int) {
    let weighted = InventedSequences.weigh(Self.articles(seed))
    var used = SimilarityProbe()
    used.load(4, of: weighted)
    for b in 3..<8 {
      _ = used.similarity(b, of: weighted, least: 0)
      _ = used.retelling(b, of: weighted)
    }
    for b in 3..<8 {
      var fresh = SimilarityProbe()
      fresh.load(4, of: weighted)
      let (one, other) = (used.templateEvidence(b, of: weighted), fresh.templateEvidence(b, of: weighted))
      #expect(one.form == other.form && one.keptNames == other.keptNames && one.commonness == other.commonness)
    }
  }
}
