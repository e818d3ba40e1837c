internal import RealModule

/// Inverse document frequencies in one byte: steps of 1/14 from 0 to 18.2, enough for a hundred million articles.
package enum WeightScale {
  static let steps: Float = 14
  /// The weight of a feature that every article has; not 0, so that two articles of common words still compare.
  static let floor: Float = 0.05

  /// The codes for a number of articles: small frequencies, which nearly all are, from a table.
  package struct Codes: Sendable {
    private let articles: Int
    private let table: [UInt8]

    package init(articles: Int) {
      self.articles = articles
      table = (0..<4096).map { WeightScale.code(frequency: $0, articles: articles) }
    }

    func code(frequency: Int) -> UInt8 {
      frequency < table.count ? table[frequency] : WeightScale.code(frequency: frequency, articles: articles)
    }
  }

  /// `max(.05, ln((N + 1) / df))`, rounded to a step.
  static func code(frequency: Int, articles: Int) -> UInt8 {
    UInt8(max(1, min(255, (weight(ofFrequency: frequency, articles: articles) * steps).rounded())))
  }

  /// `ln((N + 1) / df)`.
  static func weight(ofFrequency frequency: Int, articles: Int) -> Float {
    .log((Float(articles) + 1) / Float(max(1, frequency)))
  }

  static let weights: [Float] = (0..<256).map { $0 == 0 ? 0 : max(floor, Float($0) / steps) }
  static let squares: [Float] = weights.map { $0 * $0 }
}
