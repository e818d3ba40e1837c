/// The relation of one article to another and the numbers behind it, as far as they are known without looking at single words.
package struct PairRelation: Sendable {
  /// A word of the contract: `identical`, `reprint`, `edited` ...
  package var relation: String
  /// Named similarities, 0 to 1, in the order of output.
  package var similarity: [(name: String, value: Double)]

  package init(relation: String, similarity: [(name: String, value: Double)]) {
    self.relation = relation
    self.similarity = similarity
  }

  /// Judges a pair of texts. One for each thread.
  package typealias Judge = ([UInt8], [UInt8]) -> PairRelation
}
