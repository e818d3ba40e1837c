internal import Articles
internal import Boilerplate
internal import CKernels
internal import CXXHash
internal import Text

/// Hashes texts without their white space; one for each thread, as it reuses its buffer.
struct TextSqueezer: Sendable {
  private var squeezed: [UInt8] = []

  /// A hash of the record's text, equal for texts that differ in white space alone, and whether the text has words.
  ///
  /// `reader` reads the few texts that do not show it. Linear.
  mutating func read(_ record: ArticleRecord, of batch: ArticleBatch, _ reader: inout BodyReader) -> (
    hash: UInt32, hasWords: Bool
  ) {
    let text = batch.bytes.span.extracting(record.text.indices)
    if squeezed.count < text.count { squeezed = [UInt8](repeating: 0, count: text.count * 2) }
    // SAFETY: the buffer has room for all bytes of the text.
    let hash = unsafe text.withUnsafeBufferPointer { bytes in
      unsafe squeezed.withUnsafeMutableBufferPointer { buffer in
        unsafe xxh3_64(buffer.baseAddress, newsprint_squeeze(bytes.baseAddress, bytes.count, buffer.baseAddress))
      }
    }
    return (UInt32(truncatingIfNeeded: hash >> 32), hasWords(record, text, of: batch, &reader))
  }

  private func hasWords(_ record: ArticleRecord, _ text: Span<UInt8>, of batch: ArticleBatch, _ reader: inout BodyReader) -> Bool
  {
    // What markup hides is no word.
    if let view = TextView(of: text) {
      if Self.hasLetter(view.bytes.span.extracting(0..<view.count)) { return true }
    } else if Self.hasLetter(text) {
      return true
    }
    reader.read(record, of: batch, site: 0)
    return reader.words.count > 0
  }

  private static func hasLetter(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where TextBytes.isLetterOrDigit(text[index]) { return true }
    return false
  }
}
