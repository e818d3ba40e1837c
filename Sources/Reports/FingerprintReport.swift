package import Fingerprints
package import Output
internal import Pipeline

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
      writer.array(fingerprint.bandKeys) { $0.hash($1) }
      writer.key("configuration")
      fingerprint.configuration.append(to: &writer)
      writer.key("id")
      writer.verbatim(identifier.span)
      writer.key("sample")
      writer.array(fingerprint.sample) { $0.hash($1) }
      writer.key("signature")
      writer.array(fingerprint.signature) { $0.integer($1) }
      writer.key("simhash")
      if let simHash = fingerprint.simHash { writer.hash(simHash) } else { writer.null() }
      writer.member("words", fingerprint.words)
    }
    writer.newline()
  }
}
