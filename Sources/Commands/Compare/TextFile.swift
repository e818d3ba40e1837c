internal import FoundationEssentials
internal import Reading

/// A file, or standard input, read as a whole.
enum TextFile {
  static func read(_ path: String) throws(ReadingError) -> [UInt8] {
    do {
      return try Array(Data(contentsOf: URL(filePath: path == "-" ? "/dev/stdin" : path)))
    } catch {
      throw ReadingError("\(path): the file cannot be read. Check the path and its permissions.")
    }
  }
}
