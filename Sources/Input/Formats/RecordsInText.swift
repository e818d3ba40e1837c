/// What a file holds where one text was expected.
package enum RecordsInText {
  /// Such as `JSON lines`; nil when the bytes do not begin as records do.
  ///
  /// By the content alone: a name says little of what somebody saved under it.
  package static func format(_ bytes: [UInt8]) -> String? {
    let beginning = Array(bytes.prefix(longestBeginning))
    let sample = FileSample(name: "", bytes: beginning, isWhole: beginning.count == bytes.count, options: ReadingOptions())
    guard let format = RecordFormats.all.first(where: { $0.recognize(sample) == .content }),
      // An article may begin with a brace: records have fields.
      let opening = try? format.open(sample), opening.table != nil || !opening.headings.isEmpty
    else { return nil }
    return format.name
  }

  /// Records show in their first lines.
  private static let longestBeginning = 64 << 10
}
