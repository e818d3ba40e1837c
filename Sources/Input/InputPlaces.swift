package import Files

/// Which files an input stands for, to hold them against outputs before anything is read.
package enum InputPlaces {
  /// The plain files behind an input: itself, those below a folder, or what standard input is.
  package static func identities(of input: String) -> [(name: String, identity: FileSystem.Identity)] {
    if input == "-" { return FileSystem.identity(of: Descriptor.standardInput).map { [("standard input", $0)] } ?? [] }
    guard let kind = try? FileKind(path: input) else { return [] }
    switch kind {
    case .file: return FileSystem.identity(of: input).map { [(input, $0)] } ?? []
    case .stream: return []
    case .folder:
      let files = (try? InputList.expand([input]))?.paths ?? []
      return files.compactMap { file in FileSystem.identity(of: file.path).map { (file.path, $0) } }
    }
  }
}
