internal import Files

/// A temporary file without a name that keeps the records of a stream, so that they can be read again.
///
/// Only bytes that were cut into records come here: what was passed over, however long, takes no room.
final class Spool: Sendable {
  let file: Descriptor
  private let folder: String

  /// - Throws: ``ReadingError`` when no file can be made: that is no fault of the input, so nothing goes on without it.
  init(in folder: String?) throws(ReadingError) {
    self.folder = folder ?? Descriptor.temporaryFolder
    do { file = try .temporary(in: self.folder) } catch {
      throw ReadingError(
        .temporary, "no temporary file can be made in \(self.folder): \(error.reason)",
        advice: "Name another folder with --temp.", cause: error)
    }
  }

  /// Appends bytes; one thread at a time.
  func append(_ bytes: Span<UInt8>, of name: String) throws(ReadingError) {
    do { try file.write(bytes) } catch {
      throw ReadingError(
        .temporary, "its records cannot be kept in \(folder): \(error.reason)", at: .init(name),
        advice: "Name another folder with --temp, or make room.", cause: error)
    }
  }
}
