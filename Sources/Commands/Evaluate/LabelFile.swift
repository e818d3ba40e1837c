internal import Files
internal import FoundationEssentials
internal import Input

/// JSON lines of which only the id and one label matter, read front to back.
final class LabelFile {
  struct Record {
    var id: String
    /// Nil when the record does not have the field.
    var label: String?
  }

  private let name: String
  private let data: Data
  private var offset = 0
  private var line = 0

  init(_ path: String) throws {
    name = path
    do {
      data = try Data(contentsOf: URL(filePath: path == "-" ? "/dev/stdin" : path), options: path == "-" ? [] : .mappedIfSafe)
    } catch {
      throw ReadingError(
        .unreadable, "the file cannot be read", at: .init(path), advice: "Check the path and its permissions.")
    }
  }

  /// The next record with a label of this name, nil at the end; blank lines are passed over.
  func next(_ field: String) throws -> Record? {
    let bytes = data.span
    while offset < bytes.count {
      var end = offset
      while end < bytes.count && bytes[end] != 0x0A { end += 1 }
      let record = bytes.extracting(offset..<end)
      offset = end + 1
      line += 1
      var scanner = LabelScanner(names: ["id", field])
      do throws(LabelScanner.Failure) {
        guard try scanner.scan(record) else { continue }
      } catch {
        throw problem(error.reason)
      }
      guard let id = scanner.values[0] else { throw problem("field \"id\" is missing") }
      return Record(id: id, label: scanner.values[1])
    }
    return nil
  }

  /// An error about the line that was read last.
  func problem(_ what: String) -> ReadingError {
    ReadingError(.content, what, at: .init(name, line: line), advice: "Scores need every record; mend the line.")
  }
}
