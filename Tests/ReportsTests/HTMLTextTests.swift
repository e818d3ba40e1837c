import Output
import Foundation
import Mustache
import Testing

@testable import Reports

@Suite struct HTMLTextTests {
  @Test(
    arguments: [
      ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("\"'", "&quot;&#39;"), ("nul\u{0}", "nul\u{2400}"), ("a\r\nb\tc", "a\nb\tc"),
      ("\u{202E}x", "[U+202E]x"), ("\u{2066}x\u{2069}", "[U+2066]x[U+2069]"), ("\u{1B}[31m", "\u{241B}[31m"),
      ("\u{85}", "\u{FFFD}"),
      ("Zürich, القاهرة, 東京", "Zürich, القاهرة, 東京"), ("", ""),
    ]) func `text becomes harmless and stays readable`(text: String, html: String)
  {
    #expect(HTMLText.escape(text) == html)
  }

  @Test(arguments: ["\"\u{301} onfocus=x", "<\u{338}script>", "&\u{301}", "'\u{20DD}"])
  func `a mark behind a bracket or quotation mark hides nothing`(text: String) {
    let html = HTMLText.escape(text)
    #expect(!html.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) })
    #expect(html.utf8.count { $0 == UInt8(ascii: "&") } == text.unicodeScalars.count { "<>\"'&".unicodeScalars.contains($0) })
  }

  @Test func `it is what a naive replacement gives, over many random texts`() {
    var seed: UInt64 = 7
    let letters = Array("ab<>&\"' é漢\n".unicodeScalars)
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<20 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(letters[Int(seed >> 33) % letters.count])
      }
      let naive = String(text).replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
        .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "\"", with: "&quot;")
        .replacingOccurrences(of: "'", with: "&#39;")
      #expect(HTMLText.escape(String(text)) == naive)
    }
  }

  @Test(arguments: [
    ("“a” became “b”.", "“<bdi>a</bdi>” became “<bdi>b</bdi>”."), ("no quotation <b>", "no quotation &lt;b&gt;"),
    ("“one “two” three” four", "“<bdi>one “two” three</bdi>” four"), ("cut “off", "cut “<bdi>off</bdi>"),
    ("stray” end", "stray” end"),
  ])
  func `each quotation of a sentence has a direction of its own`(sentence: String, html: String) {
    #expect(HTMLText.sentence(sentence) == html)
  }

  @Test func `every template writes its text by it`() throws {
    let templates = try Templates()
    let hostile = "\"\u{301}<\u{338}b>"
    #expect(!templates.render(.page, ["title": hostile]).contains("<\u{338}b>"))
    let own: Set<String> = [
      "style", "start", "script", "content", "storyData", "histogram", "delays", "timeline", "tree", "rows", "strip", "cells",
      "numbers",
      // Sentences with their quotations, by the same functions.
      "message", "change",
    ]
    for name in Templates.Name.allCases {
      let source = Templates.resource("\(name.rawValue).mustache")
      for part in source.components(separatedBy: "{{{").dropFirst() {
        let variable = part.components(separatedBy: "}}}")[0]
        #expect(own.contains(variable), "\(name.rawValue) writes \(variable) as it comes")
      }
      #expect(!source.contains("{{&"))
      // Without quotation marks stand only what the program makes: numbers, ids and the names of its own classes.
      for part in source.components(separatedBy: "={{").dropFirst() where !part.hasPrefix("{") {
        let variable = part.components(separatedBy: "}}")[0]
        #expect(
          ["key", "story", "href", "kind", "x", "y", "width", "height", "hitWidth"].contains(variable),
          "\(name.rawValue): \(variable)")
      }
    }
  }
}

@Suite struct SHA256Tests {
  /// FIPS 180-4 examples, and the empty message.
  @Test(
    arguments: [
      ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
      ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="),
    ]) func `known answers`(message: String, digest: String)
  {
    #expect(SHA256.base64(message) == digest)
  }
}
