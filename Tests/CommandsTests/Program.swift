import Foundation
import Synchronization
import TestSupport
import Testing

/// The built program, run as a person runs it.
enum Program {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String

    var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) }
  }

  static func fixture(_ name: String) -> String { "Fixtures/\(name)" }

  /// The executable beside the test bundle.
  private static var executable: URL {
    get throws {
      let bundle = try URL(filePath: FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      for folder in [bundle.deletingLastPathComponent(), Project.folder.appending(path: ".build/debug")] {
        let program = folder.appending(path: "newsprint")
        if FileManager.default.isExecutableFile(atPath: program.path()) { return program }
      }
      throw CocoaError(.fileNoSuchFile)
    }
  }

  /// Runs the program in the package's folder, so that messages name relative paths.
  ///
  /// `input` is a file on standard input, `piped` comes through a pipe, which has room for 64 KiB.
  static func run(
    _ arguments: [String], input: Data? = nil, inputFile: String? = nil, piped: Data? = nil, environment: [String: String] = [:],
    folder: URL = Project.folder
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = try executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let scratch = try Scratch()
    let output = try scratch.handle("output")
    let errors = try scratch.handle("errors")
    process.standardOutput = output
    process.standardError = errors
    if !environment.isEmpty { process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 } }
    if let inputFile {
      process.standardInput = try FileHandle(forReadingFrom: URL(filePath: inputFile))
    } else if let input {
      try input.write(to: scratch.url("input"))
      process.standardInput = try FileHandle(forReadingFrom: scratch.url("input"))
    } else if let piped {
      let pipe = Pipe()
      try pipe.fileHandleForWriting.write(contentsOf: piped)
      try pipe.fileHandleForWriting.close()
      process.standardInput = pipe
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    return try Outcome(status: process.terminationStatus, output: scratch.text("output"), errors: scratch.text("errors"))
  }

  /// Starts the program with a standard input that does not end, sends it a signal once it has made its temporary file, and
  /// returns its exit status.
  static func interrupt(_ arguments: [String], by signal: Int32, output: Scratch) throws -> Int32 {
    let process = Process()
    process.executableURL = try executable
    process.arguments = arguments
    process.currentDirectoryURL = Project.folder
    let pipe = Pipe()
    process.standardInput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The file is there soon after the start; a run that makes none would wait for ever.
    while try process.isRunning && output.names.isEmpty { usleep(1000) }
    kill(process.processIdentifier, signal)
    // The end of its input ends a run that took no notice: the test then fails rather than wait.
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  static func run(_ arguments: String..., input: Data? = nil) throws -> Outcome { try run(arguments, input: input) }

  /// The outcome of a run that reads nothing but fixtures: the same for all tests that ask, so it runs once.
  static func remembered(_ arguments: [String]) throws -> Outcome {
    let memory = memories.withLock { memories in
      if let known = memories[arguments] { return known }
      let new = Memory()
      memories[arguments] = new
      return new
    }
    return try memory.outcome.withLock { outcome in
      if let outcome { return outcome }
      let new = try run(arguments)
      outcome = new
      return new
    }
  }

  static func remembered(_ arguments: String...) throws -> Outcome { try remembered(arguments) }

  /// One run; who comes while it goes on waits for it.
  private final class Memory: Sendable {
    let outcome = Mutex<Outcome?>(nil)
  }

  private static let memories = Mutex<[[String]: Memory]>([:])
}

/// A folder that is gone with the test.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "newsprint-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ name: String) -> URL { folder.appending(path: name) }
  func path(_ name: String) -> String { url(name).path() }
  func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }
  func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: url(name)) }
  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted() } }

  fileprivate func handle(_ name: String) throws -> FileHandle {
    try Data().write(to: url(name))
    return try FileHandle(forWritingTo: url(name))
  }
}
