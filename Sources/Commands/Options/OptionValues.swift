internal import ArgumentParser
internal import Files
internal import Input

/// The file of `--prefer`: outlets by name or host, one a line, the most preferred first; `#` begins a comment.
enum OutletFile {
  static func read(_ path: String) throws -> [String] {
    guard path != "-", let bytes = try? WholeFile.read(path) else {
      throw ValidationError("\(Visible.text(path)): the list of preferred outlets cannot be read. Check the path.")
    }
    // The byte order mark that some editors put before the first line is none of its name.
    let text = String(decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    let outlets = lines.map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty && $0.first != "#" }.map { line in
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      return String(line)
    }
    if outlets.isEmpty {
      throw ValidationError("\(Visible.text(path)): there is no outlet in the list. Write one name or host a line.")
    }
    return outlets
  }
}

/// The number of `--max-record`.
enum RecordLength {
  static func check(_ bytes: Int) throws {
    guard !(1...ReadingOptions.largestRecord).contains(bytes) else { return }
    throw ValidationError("--max-record is a number of bytes from 1 to \(ReadingOptions.largestRecord).")
  }
}
