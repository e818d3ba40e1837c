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
    if let renamed { return JSONText.append(renamed.span, to: &output) }
    appendIdentifier(
      batch.bytes.span.extracting(record.id.indices), isString: record.idIsString, at: record.location, to: &output)
  }

  /// Appends an id of these bytes; without any, `FILE:LINE`.
  package func appendIdentifier(_ id: Span<UInt8>, isString: Bool, at location: RecordLocation, to output: inout [UInt8]) {
    if id.isEmpty {
      JSONText.append(Array(place(of: location).utf8).span, to: &output)
    } else if isString {
      JSONText.append(id, to: &output)
    } else {
      output.append(copying: id)
    }
  }
}
