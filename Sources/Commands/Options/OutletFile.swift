internal import ArgumentParser
internal import FoundationEssentials

/// The file of `--prefer`: outlets by name or host, one a line, the most preferred first; `#` begins a comment.
enum OutletFile {
  static func read(_ path: String) throws -> [String] {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw ValidationError("\(path): the list of preferred outlets cannot be read. Check the path.")
    }
    let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
    let outlets = lines.map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty && $0.first != "#" }.map { line in
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      return String(line)
    }
    if outlets.isEmpty { throw ValidationError("\(path): there is no outlet in the list. Write one name or host a line.") }
    return outlets
  }
}
