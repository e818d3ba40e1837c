import Foundation
import Pipeline
import TestSupport
import Testing

@testable import Reports

/// Whoever follows a link inside a report arrives: every address has its place, and no place stands twice.
@Suite struct `Links inside a report` {
  /// The values of an attribute in a document, in the order in which they stand; scripts and styles have none.
  static func values(of attribute: String, in document: String) -> [String] {
    var text = document
    for element in ["script", "style"] {
      let parts = text.components(separatedBy: "<\(element)")
      text = parts[0] + parts.dropFirst().map { $0.components(separatedBy: "</\(element)>").dropFirst().joined() }.joined()
    }
    return text.components(separatedBy: " \(attribute)=").dropFirst().map { rest in
      if rest.hasPrefix("\"") { return String(rest.dropFirst().prefix { $0 != "\"" }) }
      return String(rest.prefix { !$0.isWhitespace && $0 != ">" })
    }
  }

  /// Links that lead to no place of `documents`, from the document of that name; addresses outside the report are no business of
  /// it.
  private static func broken(_ name: String, _ documents: [String: Set<String>], _ text: String) -> [String] {
    values(of: "href", in: text).filter { link in
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !link.contains("://") else { return false }
      let folder = name.contains("/") ? "stories/" : ""
      let target =
        parts[0].isEmpty ? name : parts[0].hasPrefix("../") ? String(parts[0].dropFirst(3)) : folder + String(parts[0])
      return !parts[1].isEmpty && documents[target]?.contains(String(parts[1])) != true
    }
  }

  /// Places that stand more than once.
  private static func repeated(_ ids: [String]) -> [String] {
    Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
  }

  @Test(arguments: 0..<12) func `of one document`(seed: Int) throws {
    let text = try HTMLReport(RandomReport.model(seed)).document()
    let ids = Self.values(of: "id", in: text)
    #expect(Self.repeated(ids).isEmpty)
    #expect(Self.broken("", ["": Set(ids)], text).isEmpty)
    #expect(Self.values(of: "href", in: text).contains { $0.hasPrefix("#s-") })
  }

  @Test(arguments: 0..<8) func `of a folder`(seed: Int) throws {
    var texts: [String: String] = [:]
    try HTMLReport(RandomReport.model(seed)).documents(in: RunContext(threads: 2)) { texts[$0] = $1 }
    let ids = texts.mapValues { Self.values(of: "id", in: $0) }
    for (name, text) in texts {
      #expect(Self.repeated(ids[name] ?? []).isEmpty, "\(name)")
      #expect(Self.broken(name, ids.mapValues(Set.init), text).isEmpty, "\(name)")
    }
  }

  @Test func `a link without its place is seen`() {
    let text = "<p id=a><a href=#a>x</a><a href=\"#b\">y</a><script> id=b </script>"
    #expect(Self.values(of: "id", in: text) == ["a"])
    #expect(Self.broken("", ["": ["a"]], text) == ["#b"])
  }
}
