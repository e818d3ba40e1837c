package import Output
package import Fingerprints

/// The lines of `fingerprint`: one article's signature, with the parameters that made it.
package enum FingerprintReport {
  /// Appends one line.
  ///
  /// Hashes are hexadecimal strings, since JSON readers lose digits of 64-bit numbers.
  ///
  /// - Parameters:
  ///   - fingerprint: What to write.
  ///   - identifier: The article's id as JSON.
  ///   - writer: Where the line goes.
  package static func append(_ fingerprint: Fingerprint, identifier: [UInt8], to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("band_keys")
      writer.array(fingerprint.bandKeys) { $0.hexadecimal($1) }
      writer.key("configuration")
      append(fingerprint.configuration, to: &writer)
      writer.key("id")
      writer.verbatim(identifier.span)
      writer.key("sample")
      writer.array(fingerprint.sample) { $0.hexadecimal($1) }
      writer.key("signature")
      writer.array(fingerprint.signature) { $0.integer($1) }
      writer.key("simhash")
      if let simHash = fingerprint.simHash { writer.hexadecimal(simHash) } else { writer.null() }
      writer.key("words")
      writer.integer(fingerprint.words)
    }
    writer.newline()
  }

  private static func append(_ configuration: FingerprintConfiguration, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("bands")
      writer.integer(configuration.bands)
      writer.key("permutations")
      writer.integer(configuration.permutations)
      writer.key("rows")
      writer.integer(configuration.rows)
      writer.key("sampling")
      writer.integer(configuration.sampling)
      writer.key("seed")
      writer.hexadecimal(configuration.seed)
      writer.key("shingle_words")
      writer.integer(configuration.shingleWords)
    }
  }
}

extension JSONWriter {
  /// Writes 64 bits as a string of 16 hexadecimal digits.
  mutating func hexadecimal(_ value: UInt64) {
    let digits = String(value, radix: 16)
    string(String(repeating: "0", count: 16 - digits.count) + digits)
  }
}
