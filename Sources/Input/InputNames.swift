internal import Output
internal import Files
package import Articles

/// The inputs' names, and the ids of articles that have none of their own.
package struct InputNames: Sendable, Hashable {
  let names: [String]
  /// Whether the articles come from memory, where nobody but the caller names them.
  var areInMemory = false

  /// As the user gave it; in a folder, with the path below it.
  package func name(of file: UInt32) -> String { Int(file) < names.count ? names[Int(file)] : "?" }

  /// `FILE:LINE`.
  package func place(of location: RecordLocation) -> String { "\(name(of: location.file)):\(location.line)" }

  /// The article's id, or `FILE:LINE`.
  package func identifier(of record: ArticleRecord, in batch: ArticleBatch) -> String {
    record.id.isEmpty ? place(of: record.location) : batch.string(record.id)
  }

  /// Appends the id as JSON: a number as it was written, anything else as a string.
  ///
  /// `renamed` is the name of an article whose id another had before.
  package func appendIdentifier(
    of record: ArticleRecord, in batch: ArticleBatch, renamed: [UInt8]? = nil, to output: inout [UInt8]
  ) {
    if let renamed {
      JSONText.append(renamed.span, to: &output)
    } else if record.id.isEmpty {
      JSONText.append(Array(place(of: record.location).utf8).span, to: &output)
    } else if record.idIsString {
      JSONText.append(batch.bytes.span.extracting(record.id.indices), to: &output)
    } else {
      output.append(copying: batch.bytes.span.extracting(record.id.indices))
    }
  }
}
