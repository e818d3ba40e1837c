package import Articles
package import Input

extension Corpus {
  /// Everything that was left out, with the reason: records that could not be read, then those whose id another had before.
  package func skippedRecords(_ names: InputNames) -> [SkippedRecord] {
    skipped
      + repeatedIDs.map { repeated in
        let article = Int(repeated.article)
        return DuplicateIDs.skipped(
          table.id(article).span, at: table.locations[article], earlier: (repeated.file, repeated.line), names: names)
      }
  }
}
