import Foundation
import Resources
import TestSupport
import Testing

struct ResourceTests {
  private static let data = Project.folder.appending(path: "Sources/CResources/data")

  /// Paths below the folder of the data, the README aside.
  private static func files() throws -> [String] {
    let all = FileManager.default.enumerator(atPath: data.path)?.compactMap { $0 as? String } ?? []
    var isFolder = ObjCBool(false)
    return all.filter { name in
      let exists = FileManager.default.fileExists(atPath: data.appending(path: name).path, isDirectory: &isFolder)
      return exists && !isFolder.boolValue && !name.hasSuffix("README.md")
    }.sorted()
  }

  @Test func `every data file is compiled in, byte for byte, and nothing else`() throws {
    let files = try Self.files()
    #expect(files.count > 30)
    #expect(Resource.names == files, "run scripts/make-resources")
    for file in files {
      #expect(Resource.bytes(file) == Array(try Data(contentsOf: Self.data.appending(path: file))), "\(file)")
    }
  }

  @Test func `every list says at its head what it is and where it comes from`() throws {
    for file in try Self.files() where file.hasSuffix(".txt") || file.hasSuffix(".tsv") {
      let head = Resource.text(file)?.split(separator: "\n").prefix(4).filter { $0.hasPrefix("#") } ?? []
      #expect(!head.isEmpty, "\(file) has no head")
    }
  }

  @Test func `every language has function words, English first`() {
    #expect(Languages.all.first == Languages.english)
    #expect(Languages.all.count >= 12 && Set(Languages.all).count == Languages.all.count)
    for language in Languages.all { #expect(Languages.functionWords(of: language).count >= 50, "\(language)") }
  }

  @Test func `a list that is not there is empty`() {
    #expect(Resource.bytes("nothing.txt").isEmpty && Resource.text("nothing.txt") == nil && Resource.rows("nothing.txt").isEmpty)
  }

  @Test func `rows keep their empty columns`() {
    #expect(ListReader.fields("a\t\t b\r") == ["a", "", "b"])
    #expect(ListReader.parts("a  b,", ",") == ["a  b"])
  }
}
