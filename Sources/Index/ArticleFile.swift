internal import Files
internal import GRDB
internal import Output

/// Stored articles as a file, for jobs over all of them.
extension IndexFile {
  /// Calls `body` with the path of a temporary file that has the articles of a scope under Newsprint's names of fields, one JSON object
  /// a line; older versions are left out.
  ///
  /// `folder` is where the file is made; nil is TMPDIR, or else /tmp.
  package func withArticleFile<Result>(scope: String = "", in folder: String?, _ body: (String) throws -> Result) throws -> Result
  {
    try Self.withFile(in: folder, writing: { file in try self.writeArticles(to: file, scope: scope) }, body)
  }

  static func withFile<Result>(
    in folder: String?, writing write: (AtomicFile) throws -> Void, _ body: (String) throws -> Result
  ) throws -> Result {
    let name = (folder ?? Descriptor.temporaryFolder) + "/newsprint-index"
    let place: TemporaryFolder
    do { place = try TemporaryFolder(beside: name) } catch {
      throw ReadingError(
        .temporary, "no temporary folder can be made: \(error.reason)", at: .init(name), advice: "Set TMPDIR to another folder.",
        cause: error)
    }
    return try withExtendedLifetime(place) {
      let path = place.addFile("articles.jsonl")
      let file = try AtomicFile(path)
      try write(file)
      try file.commit()
      return try body(path)
    }
  }
}
