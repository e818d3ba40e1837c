internal import ArgumentParser
internal import Input

/// The number of `--max-record`.
enum RecordLength {
  static func check(_ bytes: Int) throws {
    guard !(1...ReadingOptions.largestRecord).contains(bytes) else { return }
    throw ValidationError("--max-record is a number of bytes from 1 to \(ReadingOptions.largestRecord).")
  }
}
