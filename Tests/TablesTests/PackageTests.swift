import Foundation
import TestSupport
import Testing

/// `Package.swift` against the sources: a module depends on what it imports, and on nothing else.
struct PackageTests {
  /// Modules that come with Swift.
  private static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "Testing", "Synchronization", "Dispatch", "Glibc", "Musl", "Darwin",
  ]

  @Test func `every module depends on exactly what it imports`() throws {
    let manifest = try String(contentsOf: Project.folder.appending(path: "Package.swift"), encoding: .utf8)
    let target = #/\.(?:target|testTarget|executableTarget)\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?/#
    var modules = 0
    for match in manifest.matches(of: target) {
      let name = String(match.1)
      guard let imports = try imports(of: name) else { continue }
      modules += 1
      // The package of a product is no module.
      let dependencies = (match.2 ?? "").replacing(#/package: "[^"]*"/#, with: "")
      var declared = Set(dependencies.matches(of: #/"(\w+)"/#).map { String($0.1) })
      if (match.2 ?? "").contains(#/\breal\b/#) { declared.insert("RealModule") }
      // The program must be built before the tests that run it.
      if name == "CommandsTests" { declared.remove("CommandLineTool") }
      #expect(declared == imports.subtracting(Self.system), "\(name)")
    }
    #expect(modules > 30)
  }

  /// What the files of a module import; nil for a module that is not written in Swift.
  private func imports(of module: String) throws -> Set<String>? {
    for folder in ["Sources/\(module)", "Tests/\(module)"] {
      let files =
        FileManager.default.enumerator(atPath: Project.folder.appending(path: folder).path)?
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") } ?? []
      guard !files.isEmpty else { continue }
      let statement = #/^(?:@testable |internal |package |public )?import (?:struct |func |enum )?(\w+)/#
        .anchorsMatchLineEndings()
      return try Set(
        files.flatMap { file in
          let source = try String(contentsOf: Project.folder.appending(path: "\(folder)/\(file)"), encoding: .utf8)
          return source.matches(of: statement).map { String($0.1) }
        })
    }
    return nil
  }
}
