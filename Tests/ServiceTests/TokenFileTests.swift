import Files
import Output
import TestSupport
import Testing

@testable import Service

/// Files of tokens however they were written: line ends, white space, comments, case.
@Suite struct TokenFileTests {
  private struct Entry: Sendable {
    var token: String
    var rights: Set<Access.Right>
    var scopes: [String]
  }

  private func entries(_ random: inout SeededGenerator) -> [Entry] {
    (0..<1 + random.below(6)).map { number in
      let all: [Set<Access.Right>] = [[.read], [.write], [.read, .write]]
      let scopes = (0..<1 + random.below(3)).map { _ in random.pick(["", "desk", "desk-2", "A.b_c"]) }
      return Entry(token: "token-\(letters(number))-\(random.next())", rights: random.pick(all), scopes: scopes)
    }
  }

  private func hexadecimal(_ token: String) -> String {
    SHA256.digest(Array(token.utf8)).map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
  }

  private func line(_ entry: Entry, _ random: inout SeededGenerator) -> String {
    let written: String =
      switch random.below(3) {
      case 0: entry.token
      case 1: "sha256:" + hexadecimal(entry.token)
      default: "sha256:" + hexadecimal(entry.token).uppercased()
      }
    let rights = entry.rights.map(\.rawValue).shuffled(using: &random).joined(separator: ",")
    let scopes = entry.scopes.map { $0.isEmpty ? "-" : $0 }.joined(separator: ",")
    let gap = random.pick([" ", "   ", "\t", " \t "])
    return random.pick(["", " ", "\t"]) + written + gap + rights + gap + scopes + random.pick(["", " ", "  # a desk", "#x"])
  }

  @Test(arguments: 0..<40, ["\n", "\r\n"]) func `every token of a file gives what its line says`(seed: Int, end: String) throws {
    var random = SeededGenerator(seed)
    let entries = entries(&random)
    var lines = ["# token rights scopes", ""]
    for entry in entries {
      lines.append(line(entry, &random))
      if random.below(3) == 0 { lines.append(random.pick(["", "  ", "# a comment", "#token-x read -"])) }
    }
    let tokens = try AccessTokens(lines.joined(separator: end) + random.pick(["", end]), name: "tokens")
    for entry in entries {
      let access = try #require(tokens.access(entry.token))
      #expect(access.rights == entry.rights && access.scopes.map(\.name) == entry.scopes && !access.hasEveryScope)
      #expect(access.scope(nil)?.name == entry.scopes[0])
      for scope in ["", "desk", "other"] {
        let expected = entry.scopes.contains(scope) ? scope : nil
        #expect(access.scope(Scope(scope))?.name == expected)
      }
      for other in [entry.token + "x", String(entry.token.dropLast()), entry.token.uppercased(), "", hexadecimal(entry.token)] {
        #expect(tokens.access(other) == nil)
      }
    }
  }

  @Test(arguments: 0..<20, ["\n", "\r\n"]) func `a wrong line is named by its number`(seed: Int, end: String) throws {
    var random = SeededGenerator(seed)
    var lines = entries(&random).map { line($0, &random) }
    let wrong = random.below(lines.count + 1)
    let faults = [
      "short read -", "0123456789abcdef read", "0123456789abcdef look -", "0123456789abcdef read a/b", "sha256:12 read -",
    ]
    lines.insert(random.pick(faults), at: wrong)
    let error = #expect(throws: ReadingError.self) {
      try AccessTokens(lines.joined(separator: end), name: "tokens.txt")
    }
    #expect(error?.location == .init("tokens.txt", line: wrong + 1) && error?.advice?.isEmpty == false)
    // The file is on a screen of many: no token of it is told.
    #expect(error?.description.contains("0123456789abcdef") == false)
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", "# nothing", " \t "]) func `a file without a token is refused`(text: String) {
    let error = #expect(throws: ReadingError.self) { try AccessTokens(text, name: "tokens") }
    #expect(error?.code == .content)
  }

  @Test func `a file is read from its path, and one that is missing named`() throws {
    let folder = try Folder()
    let path = try folder.file("tokens", "0123456789abcdef read *")
    #expect(try AccessTokens(contentsOf: path).access("0123456789abcdef")?.hasEveryScope == true)
    let error = #expect(throws: ReadingError.self) { try AccessTokens(contentsOf: path + "x") }
    #expect(error?.code == .unreadable && error?.location?.path == path + "x")
  }

  @Test(arguments: Hostile.strings) func `a scope has a plain name or none`(text: String) {
    let isPlain =
      text.utf8.count <= 64
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || "._-".unicodeScalars.contains($0))
      }
    #expect((Scope(text) != nil) == isPlain)
    #expect(Scope(String(repeating: "a", count: 64)) != nil && Scope(String(repeating: "a", count: 65)) == nil)
  }
}
