import Articles
import Testing

@testable import Boilerplate

@Suite struct `An article's body` {
  private func body(_ text: String, title: String = "") -> ArticleBody {
    var reader = BodyReader(detector: detector)
    return reader.body(Array(text.utf8), title: Array(title.utf8))
  }

  private let story = "The harbour board voted on Tuesday to close the east quay to lorries until the cracked crane is mended."

  @Test func `the page's lines are blank and every other byte stays in its place`() {
    let text = "Share on Facebook\n\(story)\n\nRead more: Another headline"
    let body = body(text)
    #expect(body.body.count == text.utf8.count)
    for (place, byte) in text.utf8.enumerated() {
      let isPage = body.boilerplate.contains { $0.range.indices.contains(place) }
      #expect(isPage ? body.body[place] <= 0x20 : body.body[place] == byte)
    }
    #expect(body.boilerplate.count == 2)
  }

  @Test func `an article that is nothing but boilerplate is its own body`() {
    #expect(body("Share on Facebook").body == Array("Share on Facebook".utf8))
  }

  @Test(arguments: ["The quay is closed. ", "Größe, 新聞, ", "é", "x"])
  func `a text that is no article is read as far as an article may go`(sentence: String) {
    let text = Array(String(repeating: sentence, count: ArticleBatch.longestReading / sentence.utf8.count + 40).utf8)
    let beginning = BodyReader.beginning(of: 0..<text.count, in: text.span)
    #expect(beginning.lowerBound == 0 && beginning.count <= ArticleBatch.longestReading)
    #expect(beginning.count > ArticleBatch.longestReading - 2000)
    #expect(String(validating: text[beginning], as: UTF8.self) != nil)
    #expect(BodyReader.beginning(of: beginning, in: text.span) == beginning)
  }

  @Test func `a body of a cut text says so`() {
    let text = Array(String(repeating: "x", count: ArticleBatch.longestReading + 1).utf8)
    var reader = BodyReader(detector: detector)
    #expect(reader.body(text).text.count == ArticleBatch.longestReading)
    #expect(reader.isCut)
    #expect(reader.body(Array(story.utf8)).text.count == story.utf8.count)
    #expect(!reader.isCut)
  }

  @Test func `ranges of the reading become ranges of the text`() throws {
    let text = "<p>\(story)</p>"
    let body = body(text)
    #expect(body.source(ByteRange(0, 3)).indices == 3..<6)
    #expect(String(decoding: body.reading, as: UTF8.self) == story + "\n")
  }

  @Test(arguments: [
    "«Please disable your ad blocker to read this site.» The board of the harbour then met for an hour and closed the east quay.",
    "«Photograph: Max Poe/Getty Images» The east quay was closed to lorries on Tuesday after cracks were found in its oldest crane.",
    "«Last updated: 3 May, 2011 - 14:10 GMT» The east quay was closed to lorries on Tuesday after cracks were found in its crane.",
    "The east quay was closed to lorries on Tuesday. «(Reporting by Jane Roe; Editing by Max Poe)»",
  ])
  func `what is marked ends where the article goes on`(marked: String) throws {
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    let first = try #require(marked.firstIndex(of: "«")), last = try #require(marked.firstIndex(of: "»"))
    let expected = String(marked[marked.index(after: first)..<last])
    let found = body(text).boilerplate.map { String(decoding: Array(text.utf8)[$0.range.indices], as: UTF8.self) }
    #expect(found.count == 1)
    #expect(found.first.map { expected.contains($0) || $0 == expected } == true, "\(found)")
    #expect((found.first?.utf8.count ?? 0) * 10 >= expected.utf8.count * 8, "\(found)")
  }

  @Test func `a market ticker is the page's, two figures in a row are not`() {
    let ticker = "Markets\nOSX 4,180.22 +0.61%\nNORD 912.07 -1.20%\nBrix 33.10 +0.02%"
    #expect(body("\(story)\n\n\(ticker)").boilerplate.map(\.kind) == [.ticker, .ticker, .ticker, .ticker])
    #expect(body("\(story)\n\nOSX 4,180.22 +0.61%\nNORD 912.07 -1.20%").boilerplate == [])
  }
}

@Suite struct `Common passages` {
  private let passage: [UInt32] = Array(1...20)

  @Test func `only members lose their runs`() {
    var passages = CommonPassages()
    passages.insert(passage[...], of: 3)
    #expect(passages.concerns(3) && !passages.concerns(4))
    let finder = CommonPassages.Finder(passages)
    #expect(CommonPassages.ranges(in: [90, 91] + passage[2..<12] + [92, 93], finder) == [2..<12])
    #expect(CommonPassages.ranges(in: passage[0..<4], finder) == [])
  }

  @Test func `a suspect becomes a member when another article tells`() {
    var passages = CommonPassages()
    passages.suspect(passage[5..<15], of: 7)
    passages.suspect([70, 71, 72, 73, 74, 75], of: 8)
    passages.insert(passage[...], of: 3)
    passages.settle()
    #expect(passages.articles == [3, 7])
  }

  @Test func `a copy of a member is one`() {
    var passages = CommonPassages()
    passages.insert(passage[...], of: 3)
    passages.join(9, 3)
    passages.join(4, 5)
    #expect(passages.articles == [3, 9])
  }
}
