internal import Files
package import Fingerprints
internal import Input
package import Output

/// The parameters of fingerprints, as rows and `fingerprint` write them.
extension FingerprintConfiguration {
  init(_ row: JSONRow) throws(ReadingError) {
    self.init(
      shingleWords: try row.integer("shingle_words"), permutations: try row.integer("permutations"),
      bands: try row.integer("bands"), rows: try row.integer("rows"), sampling: try row.integer("sampling"),
      seed: try row.hash("seed"))
  }

  /// Writes it as one object.
  package func append(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("bands", bands)
      writer.member("permutations", permutations)
      writer.member("rows", rows)
      writer.member("sampling", sampling)
      writer.key("seed")
      writer.hash(seed)
      writer.member("shingle_words", shingleWords)
    }
  }
}
