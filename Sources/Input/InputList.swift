internal import Files
internal import FoundationEssentials

/// Something to read: a file, or standard input.
struct InputPath: Sendable, Hashable {
  /// As the user gave it, followed by the path inside a folder.
  var name: String
  /// Bytes on disk; 0 when that is not known.
  var size: Int
  /// The id of an article that is the whole file: its name without ending, or its path where two inputs share that.
  var articleID: String
  /// The bytes, where they are in memory already and the name only names them.
  var content: [UInt8]?

  init(name: String, size: Int) {
    self.name = name
    self.size = size
    articleID = FileName.stem(name)
  }

  var isStandardInput: Bool { name == "-" }
}

/// The files behind the inputs that a person named: folders are walked, everything else is taken as it is.
enum InputList {
  /// Endings of files that a folder is searched for, before `.gz` and `.zst`.
  static let endings = ["jsonl", "ndjson", "json", "csv", "tsv", "txt"]

  static func expand(_ inputs: [String]) throws(ReadingError) -> [InputPath] {
    if inputs.isEmpty { throw ReadingError("There is no input", advice: "Name files or folders, or - for standard input.") }
    var paths: [InputPath] = []
    for input in inputs {
      if input == "-" {
        if paths.contains(where: \.isStandardInput) { throw ReadingError(file: "-", "standard input can be read only once") }
        paths.append(InputPath(name: input, size: 0))
        continue
      }
      let kind: FileKind
      do { kind = try FileKind(path: input) } catch {
        throw ReadingError(file: input, error.reason, advice: "Check the path.")
      }
      switch kind {
      case .folder: paths += try files(in: input)
      case .file(let size): paths.append(InputPath(name: input, size: size))
      }
    }
    return settleIDs(paths)
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

  /// The article files below a folder, sorted by the bytes of their paths; hidden ones and folders behind links are left out.
  private static func files(in folder: String) throws(ReadingError) -> [InputPath] {
    var found: [InputPath] = []
    var folders = [folder]
    while let next = folders.popLast() {
      let names: [String]
      do { names = try FileManager.default.contentsOfDirectory(atPath: next) } catch {
        throw ReadingError(file: next, "the folder cannot be read", advice: "Check its permissions.")
      }
      for name in names where !name.hasPrefix(".") {
        let path = next.hasSuffix("/") ? next + name : "\(next)/\(name)"
        switch try? FileKind(path: path, followsFolderLinks: false) {
        case .folder: folders.append(path)
        case .file(let size) where isArticleFile(name): found.append(InputPath(name: path, size: size))
        default: break
        }
      }
    }
    if found.isEmpty {
      throw ReadingError(file: folder, "the folder holds no article file (\(endings.map { "." + $0 }.joined(separator: ", ")))")
    }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func isArticleFile(_ name: String) -> Bool {
    endings.contains { FileName.plain(name).hasSuffix("." + $0) }
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
