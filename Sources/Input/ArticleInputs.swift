internal import Files

/// What is to be read: files and folders by their paths, or records that are in memory already.
package enum ArticleInputs: Sendable {
  /// Files and folders; `-` is standard input.
  case paths([String])
  /// JSON lines with the default names of fields, and what messages call them.
  case memory([UInt8], name: String)

  /// Everything there is to open, folders walked.
  func expand() throws(ReadingError) -> InputList.Expansion {
    switch self {
    case .paths(let paths): return try InputList.expand(paths)
    case .memory(let bytes, let name):
      var path = InputPath(name: name, size: bytes.count)
      path.content = bytes
      return InputList.Expansion(paths: [path])
    }
  }
}

extension ArticleInputs: ExpressibleByArrayLiteral {
  package init(arrayLiteral paths: String...) { self = .paths(paths) }
}
