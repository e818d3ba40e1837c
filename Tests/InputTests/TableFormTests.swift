import Articles
import TestSupport
import Testing

@testable import Input

/// Tables as databases, spreadsheets and old programs write them.
struct TableFormTests {
  private func read(_ name: String, _ text: String, chunkBytes: Int = 1 << 20, maxRecordBytes: Int = 64 << 20) throws -> Reading {
    let folder = try Folder()
    return try withExtendedLifetime(folder) {
      try Reading([folder.file(name, text)], chunkBytes: chunkBytes, maxRecordBytes: maxRecordBytes)
    }
  }

  @Test(arguments: [",", ";", "|", "\t"], ["\n", "\r\n", "\r"])
  func `separators and row ends are found out`(separator: String, lineBreak: String) throws {
    let articles = (0..<30).map { Article(id: "\($0)", text: "Text \($0), with; all | \"of\"\nthem.", url: "u") }
    for size in [16, 1 << 20] {
      let reading = try read("a.csv", csv(articles, separator: separator, lineBreak: lineBreak), chunkBytes: size)
      #expect(reading.articles == articles)
      #expect(reading.skipped.isEmpty)
    }
  }

  @Test(arguments: ["sep=;", "sep=;\n", "sep=;\r", "sep=", "sep"]) func `a file that ends behind its separator is named`(
    table: String
  ) throws {
    let folder = try Folder()
    let reading = try Reading([folder.file("a.csv", table)])
    #expect(reading.articles.isEmpty)
    #expect(reading.skipped.count == 1)
  }

  @Test(arguments: ["sep=;\n", "sep=;\r\n", "SEP=;\r"])
  func `a line that names the separator is no heading`(first: String) throws {
    let end = first.hasSuffix("\r") ? "\r" : "\n"
    let reading = try read("a.csv", first + ["id;text", "1;a, b", "2;c"].joined(separator: end) + end)
    #expect(reading.articles.map(\.text) == ["a, b", "c"])
  }

  @Test(arguments: [8, 1 << 20])
  func `quotes behind backslashes belong to the field`(chunkBytes: Int) throws {
    let rows = #"""
      id,text,title
      1,"He said \"no\", then left;
      she said \"yes\"","T \"1\""
      2,"back\\slash and \n",\"x
      3,"ends in a quote \"",y
      """#
    let reading = try read("a.csv", rows, chunkBytes: chunkBytes)
    #expect(reading.skipped.isEmpty)
    #expect(
      reading.articles.map(\.text) == [
        "He said \"no\", then left;\nshe said \"yes\"", #"back\slash and \n"#, "ends in a quote \"",
      ])
    #expect(reading.articles.map(\.title) == ["T \"1\"", #"\"x"#, "y"])
  }

  @Test
  func `a backslash at the end of a field is no escape`() throws {
    let reading = try read("a.csv", #"id,text,title"# + "\n" + #"1,"C:\","D""# + "\n" + #"2,"E","F:\""# + "\n")
    #expect(reading.articles.map(\.text) == [#"C:\"#, "E"])
    #expect(reading.articles.map(\.title) == ["D", #"F:\"#])
  }

  @Test(arguments: [16, 1 << 20])
  func `a row that is too long costs itself, lines and all`(chunkBytes: Int) throws {
    let long = (0..<500).map { "line \($0), with a comma" }.joined(separator: "\n")
    let reading = try read("a.csv", "id,text\n1,x\n2,\"\(long)\"\n3,y\n4,z\n", chunkBytes: chunkBytes, maxRecordBytes: 1000)
    #expect(reading.articles.map(\.id) == ["1", "3", "4"])
    #expect(reading.skipped.map(\.line) == [3])
  }

  @Test(arguments: [8, 1 << 20])
  func `a quote that is missing makes no article of two`(chunkBytes: Int) throws {
    let reading = try read(
      "a.csv", "id,text,title\n1,\"one\",a\n2,\"two,b\n3,\"three\",c\n4,\"four\",d\n", chunkBytes: chunkBytes)
    #expect(reading.articles.map(\.id) == ["1", "3", "4"])
    #expect(reading.skipped.map(\.line) == [3])
  }

  @Test
  func `columns under usual names are found`() throws {
    let reading = try read("a.csv", "ID,Headline,Content,Date,Link\n1,H,T,02/01/1970,u\n")
    #expect(reading.articles == [Article(id: "1", text: "T", title: "H", url: "u")])
    // The names, and the date that can be read in two ways.
    #expect(reading.warnings.messages.count == 2)
  }
}
