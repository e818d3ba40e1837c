internal import Files
internal import Input

/// JSON lines of which only the id and one label matter, read front to back.
final class LabelFile {
  struct Record {
    var id: String
    /// Nil when the record does not have the field.
    var label: String?
  }

  private let name: String
  private let bytes: [UInt8]
  private let reader: JSONFieldReader
  private let field: String
  private var offset = 0
  private var line = 0

  /// Reads the file at `path`, packed or not, with labels that are called `field`; `-` is standard input.
  init(_ path: String, field: String) throws {
    name = path == "-" ? "standard input" : path
    bytes = try WholeFile.read(path)
    reader = JSONFieldReader(["id", field])
    self.field = field
  }

  /// The next record, nil at the end; blank lines are passed over.
  func next() throws -> Record? {
    let bytes = bytes
    while offset < bytes.count {
      let end = bytes.span.firstIndex(of: 0x0A, 0x0A, 0x0A, from: offset)
      let start = offset
      offset = end + 1
      line += 1
      let values: [JSONFieldReader.Value]?
      do throws(JSONFieldReader.Failure) {
        values = try reader.read(bytes.span.extracting(start..<end))
      } catch {
        throw problem(error.reason)
      }
      guard let values else { continue }
      guard let id = values[0].text else {
        throw problem(values[0] == .missing ? "field \"id\" is missing" : "field \"id\" is neither a string nor a number")
      }
      return Record(id: id, label: values[1].text)
    }
    return nil
  }

  /// An error about the line that was read last.
  func problem(_ what: String) -> ReadingError {
    let reason = what.hasSuffix(".") ? String(what.dropLast()) : what
    return ReadingError(
      .content, reason, at: .init(Visible.text(name), line: line), advice: "Scores need every record; mend the line.")
  }
}
