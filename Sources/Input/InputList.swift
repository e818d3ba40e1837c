internal import Articles
package import Files

/// What is to be read: files and folders by their paths, or records that are in memory already.
package enum ArticleInputs: Sendable {
  /// Files and folders; `-` is standard input.
  case paths([String])
  /// JSON lines with the default names of fields, and what messages call them.
  case memory([UInt8], name: String)
  /// Such lines that are made while they are read.
  case made(LineMaker, name: String)

  /// Everything there is to open, folders walked.
  func expand() throws(ReadingError) -> InputList.Expansion {
    switch self {
    case .paths(let paths): return try InputList.expand(paths)
    case .memory(let bytes, let name):
      var path = InputPath(name: name, size: bytes.count)
      path.content = bytes
      return InputList.Expansion(paths: [path])
    case .made(let lines, let name):
      var path = InputPath(name: name, size: lines.expectedBytes)
      path.lines = lines
      return InputList.Expansion(paths: [path])
    }
  }
}

extension ArticleInputs: ExpressibleByArrayLiteral {
  package init(arrayLiteral paths: String...) { self = .paths(paths) }
}

/// Something to read: a file, or standard input.
struct InputPath: Sendable {
  /// As the user gave it, followed by the path inside a folder; see ``PathText``.
  var path: String
  /// The path as messages and ids show it.
  var name: String
  /// Bytes on disk; 0 when that is not known.
  var size: Int
  /// The id of an article that is the whole file: its name without ending, or its path where two inputs share that.
  var articleID: String
  /// The bytes, where they are in memory already and the name only names them.
  var content: [UInt8]?
  /// What makes the bytes, where nothing lies anywhere.
  var lines: LineMaker?

  init(name path: String, size: Int) {
    self.path = path
    name = Visible.text(path)
    self.size = size
    articleID = FileName.stem(name)
  }

  var isStandardInput: Bool { path == "-" }
}

/// The files behind the inputs that a person named: folders are walked, everything else is taken as it is.
enum InputList {
  /// What to read, and what folders hold beside that.
  struct Expansion {
    var paths: [InputPath] = []
    var warnings = Warnings()
  }

  static func expand(_ inputs: [String]) throws(ReadingError) -> Expansion {
    if inputs.isEmpty {
      throw ReadingError(.usage, "there is no input", advice: "Name files or folders, or - for standard input.")
    }
    var list = Expansion()
    for input in inputs {
      if input == "-" {
        if list.paths.contains(where: \.isStandardInput) {
          throw ReadingError(.usage, "standard input can be read only once", at: .init("-"))
        }
        list.paths.append(InputPath(name: input, size: 0))
        continue
      }
      let kind: FileKind
      do { kind = try FileKind(path: input) } catch {
        throw ReadingError(.unreadable, error.reason, at: .init(Visible.text(input)), advice: "Check the path.", cause: error)
      }
      switch kind {
      case .folder: try addFiles(in: input, to: &list)
      case .file(let size): list.paths.append(InputPath(name: input, size: size))
      case .stream: list.paths.append(InputPath(name: input, size: 0))
      }
    }
    list.paths = settleIDs(list.paths)
    return list
  }

  private static func settleIDs(_ paths: [InputPath]) -> [InputPath] {
    var uses: [String: Int] = [:]
    for path in paths { uses[path.articleID, default: 0] += 1 }
    return paths.map { path in
      guard uses[path.articleID, default: 0] > 1 else { return path }
      var path = path
      path.articleID = FileName.withoutEnding(path.name)
      return path
    }
  }

  /// Adds the article files below a folder, sorted by the bytes of their paths; hidden ones and folders behind links are left
  /// out.
  ///
  /// What else is there is named, so that nobody takes it for read.
  private static func addFiles(in folder: String, to list: inout Expansion) throws(ReadingError) {
    var found: [InputPath] = []
    var others: [String] = []
    var folders = [folder]
    while let next = folders.popLast() {
      let names: [String]
      do { names = try Folder.names(in: next) } catch {
        throw ReadingError(
          .unreadable, "the folder cannot be read: \(error.reason)", at: .init(Visible.text(next)),
          advice: "Check its permissions.",
          cause: error)
      }
      for name in names where !name.hasPrefix(".") {
        let path = next.hasSuffix("/") ? next + name : "\(next)/\(name)"
        switch try? FileKind(path: path, followsFolderLinks: false) {
        case .folder: folders.append(path)
        case .file(let size) where isArticleFile(name): found.append(InputPath(name: path, size: size))
        case .file: others.append(path)
        case .stream: others.append("\(path) (no file but a pipe or device)")
        case nil: others.append("\(path) (a link that is not followed, or leads nowhere)")
        }
      }
    }
    if found.isEmpty {
      let package = others.contains(where: ForeignContent.isReadByPackage) ? " \(ForeignContent.packageReadsIt)" : ""
      throw ReadingError(
        .noArticles, "the folder holds no article file (\(RecordFormats.endings.map { "." + $0 }.joined(separator: ", ")))",
        at: .init(Visible.text(folder)), advice: others.isEmpty ? nil : "It holds: \(shown(others)).\(package)")
    }
    list.paths += found.sorted { PathText.bytes($0.path).lexicographicallyPrecedes(PathText.bytes($1.path)) }
    guard !others.isEmpty else { return }
    let files = others.count == 1 ? "1 file of the folder is" : "\(others.count) files of the folder are"
    list.warnings.add(
      .file("others"), SkippedRecord(file: Visible.text(folder), line: nil, reason: "\(files) not read: \(shown(others))."))
  }

  private static func shown(_ names: [String]) -> String {
    let names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let more = names.count - namesShown
    return names.prefix(namesShown).map(Visible.text).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// Names that one message lists.
  private static let namesShown = 12

  private static func isArticleFile(_ name: String) -> Bool {
    RecordFormats.endings.contains { FileName.plain(name).hasSuffix("." + $0) }
  }
}

enum FileName {
  /// Lower case, without the ending of a compression.
  static func plain(_ name: String) -> String {
    let name = name.lowercased()
    for ending in [".gz", ".zst"] where name.hasSuffix(ending) { return String(name.dropLast(ending.count)) }
    return name
  }

  /// The last part of a path without its endings: the id of an article in a file of its own.
  static func stem(_ path: String) -> String {
    let name = withoutEnding(path)
    return name.split(separator: "/").last.map(String.init) ?? name
  }

  static func withoutEnding(_ path: String) -> String {
    var name = path
    for ending in [".gz", ".zst", ".txt"] where name.lowercased().hasSuffix(ending) { name.removeLast(ending.count) }
    return name
  }
}

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
