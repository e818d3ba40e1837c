internal import ArgumentParser
internal import Files
internal import Input
internal import Output
internal import Synchronization

/// Sees to it that no output takes the place of an input or of another output, by whatever name they go.
enum OutputGuard {
  /// Looks at the files themselves, by device and number: links and other spellings do not hide one.
  ///
  /// Before anything is written. Pipes and devices may be named as often as one likes.
  ///
  /// - Throws: a wrong usage that names the two.
  static func check(outputs: [String?], inputs: [String]) throws {
    var places: [FileSystem.Identity: String] = [:]
    for output in outputs {
      let isStandard = output == nil || output == "-"
      let identity = isStandard ? FileSystem.identity(of: Descriptor.standardOutput) : FileSystem.identity(of: output ?? "-")
      guard let identity else { continue }
      let name = isStandard ? "standard output" : Visible.text(output ?? "-")
      if let other = places[identity] {
        throw ValidationError("Two outputs cannot go to the same place (\(other) and \(name)). Name another file.")
      }
      places[identity] = name
    }
    for output in outputs.compactMap(\.self) { try check(folder: output, inputs: inputs) }
    guard !places.isEmpty else { return }
    for input in inputs {
      for (name, identity) in InputPlaces.identities(of: input) {
        guard let output = places[identity] else { continue }
        throw ValidationError("\(output) is also read, as \(Visible.text(name)), and would be lost. Name another output.")
      }
    }
  }

  /// A folder that is replaced as a whole takes with it what lies in it.
  private static func check(folder: String, inputs: [String]) throws {
    guard let kind = try? FileKind(path: folder), case .folder = kind else { return }
    let place = FileSystem.target(of: folder) + "/"
    for input in inputs.flatMap(InputPlaces.identities).map(\.name) where FileSystem.target(of: input).hasPrefix(place) {
      throw ValidationError(
        "\(Visible.text(input)) lies in the output \(Visible.text(folder)), and would be lost. Name another folder.")
    }
  }
}

/// An output that several threads write to, one at a time.
final class SharedFile: Sendable {
  private let file: Mutex<AtomicFile>

  init(_ path: String?) throws(ReadingError) {
    file = try Mutex(AtomicFile(path))
  }

  func write(_ bytes: [UInt8]) throws(ReadingError) {
    try file.withLock { file throws(ReadingError) in try file.write(bytes.span) }
  }

  func commit() throws(ReadingError) {
    try file.withLock { file throws(ReadingError) in try file.commit() }
  }
}
