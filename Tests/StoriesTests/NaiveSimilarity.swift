import Foundation
import Text

@testable import Stories

/// Story similarity as its comments define it, with dictionaries and in double precision: no tables, filters or early ends.
struct NaiveSimilarity {
  private let batch: [[UInt32]]
  private let reference: ReferenceStatistics
  private var stemFrequency: [UInt32: Int] = [:]
  private var pairFrequency: [UInt32: Int] = [:]

  init(_ batch: [[UInt32]], reference: ReferenceStatistics) {
    self.batch = batch
    self.reference = reference
    for article in batch {
      for stem in Set(Self.stems(article)) { stemFrequency[stem, default: 0] += 1 }
      for pair in Set(Self.pairs(Self.stems(article))) { pairFrequency[pair, default: 0] += 1 }
    }
  }

  private static func stems(_ article: [UInt32]) -> [UInt32] { article.map { $0 >> 5 } }

  private static func pairs(_ stems: [UInt32]) -> [UInt32] { zip(stems, stems.dropFirst()).map { Features.pair($0, $1) } }

  /// `max(.05, ln((N + 1) / df))` in steps of 1/14, from 1 to 255 steps.
  private func weight(_ frequency: Int) -> Double {
    let exact = log(Double(batch.count + reference.articles + 1) / Double(max(1, frequency)))
    return max(0.05, max(1, min(255, (exact * 14).rounded())) / 14)
  }

  private func stemWeight(_ stem: UInt32) -> Double { weight(stemFrequency[stem, default: 0] + reference.stem(stem)) }
  private func pairWeight(_ pair: UInt32) -> Double { weight(pairFrequency[pair, default: 0] + reference.pair(pair)) }

  /// `min^.7 max^.3`.
  private func length(_ a: Double, _ b: Double) -> Double { pow(min(a, b), 0.7) * pow(max(a, b), 0.3) }

  func similarity(_ a: Int, _ b: Int) -> Double { similarity(Self.stems(batch[a]), Self.stems(batch[b])) }

  private func similarity(_ a: [UInt32], _ b: [UInt32]) -> Double {
    similarity(words: Set(a), Set(b), pairs: Set(Self.pairs(a)), Set(Self.pairs(b)))
  }

  private func similarity(words a: Set<UInt32>, _ b: Set<UInt32>, pairs p: Set<UInt32>, _ q: Set<UInt32>) -> Double {
    func mass(_ features: Set<UInt32>, _ weight: (UInt32) -> Double) -> Double {
      features.sorted().reduce(0) { $0 + weight($1) * weight($1) }
    }
    let masses = (mass(a, stemWeight), mass(b, stemWeight), mass(p, pairWeight), mass(q, pairWeight))
    guard masses.0 > 0, masses.1 > 0, masses.2 > 0, masses.3 > 0 else { return 0 }
    let words = mass(a.intersection(b), stemWeight) / (length(masses.0, masses.1) + 200)
    let pairs = mass(p.intersection(q), pairWeight) / length(masses.2, masses.3)
    return (words * pairs).squareRoot()
  }
}
