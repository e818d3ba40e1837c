import Files
import Foundation
import Glibc
import Articles
import TestSupport
import Testing

@testable import Input

struct FolderTests {
  @Test
  func `a folder names what it passes over`() throws {
    let folder = try Folder()
    let article = #"{"id": "1", "text": "x"}"#
    _ = try folder.file("in/a.jl", article)
    _ = try folder.file("in/B.JSONL", article.replacing("1", with: "2"))
    _ = try folder.file("in/sub/c.html", "<html>")
    _ = try folder.file("in/d.parquet", "PAR1")
    _ = try folder.file("in/.hidden", "x")
    let status = unsafe mkfifo("\(folder.path)/in/pipe.jsonl", 0o600)
    #expect(status == 0)
    let reading = try Reading(["\(folder.path)/in"])
    #expect(reading.articles.map(\.id) == ["2", "1"])
    #expect(reading.skipped.isEmpty)
    let place = "\(folder.path)/in"
    #expect(
      reading.warnings.messages == [
        "\(place): 3 files of the folder are not read: \(place)/d.parquet, \(place)/pipe.jsonl (no file but a pipe or device), "
          + "\(place)/sub/c.html."
      ])
  }

  @Test
  func `many files that are passed over are counted`() throws {
    let folder = try Folder()
    for number in 100..<200 { _ = try folder.file("in/\(number).html", "x") }
    _ = try folder.file("in/a.txt", "An article.")
    let reading = try Reading(["\(folder.path)/in"])
    #expect(reading.warnings.messages.count == 1)
    #expect(reading.warnings.messages[0].contains("100 files of the folder are not read"))
    #expect(reading.warnings.messages[0].hasSuffix("and 88 more."))
  }

  @Test(arguments: [
    ("a.html", "<!DOCTYPE html>\n<p>x</p>\n", "HTML"), ("a.warc", "WARC/1.0\r\nWARC-Type: x\r\n", "a web archive (WARC)"),
    ("a.xlsx", "PK\u{3}\u{4}....xl/workbook.xml", "a spreadsheet"), ("a.xml", "<?xml version=\"1.0\"?>\n<rss>\n", "XML"),
    ("a.md", "# A heading\n\nText\nText\n", "its format is not known"), ("a.parquet", "PAR1xxxx", "Parquet"),
  ])
  func `a file that is not read gets one sentence`(name: String, text: String, what: String) throws {
    let folder = try Folder()
    let path = try folder.file(name, text)
    let reading = try Reading([path, folder.file("good.jsonl", #"{"id": "1", "text": "x"}"#)])
    #expect(reading.articles.map(\.id) == ["1"])
    #expect(reading.skipped.count == 1)
    #expect(reading.skipped[0].message.hasPrefix("\(path): "))
    #expect(reading.skipped[0].reason.contains(what))
  }
}
