internal import Mustache
internal import Resources

/// What a template is filled with: strings, numbers, truth values, views and arrays of views, by name.
typealias View = [String: Any]

/// The report's templates, compiled in; every one of them writes text by ``HTMLText``.
struct Templates: Sendable {
  enum Name: String, CaseIterable {
    case page, overview, story, comparison, histogram, timeline, tree, strip
  }

  private let library: MustacheLibrary
  /// Style and scripts as they stand in the page.
  let style: String
  let start: String
  let script: String

  /// The program's own templates.
  ///
  /// - Throws: when one of them is no template, which a test rules out.
  init() throws {
    MustacheContentTypes.register(HTMLText.ContentType(), named: HTMLText.ContentType.name)
    var library = MustacheLibrary()
    for name in Name.allCases {
      // A partial does not inherit its caller's content type, so each template sets it.
      var source = "{{% CONTENT_TYPE:\(HTMLText.ContentType.name)}}" + Self.resource("\(name.rawValue).mustache")
      while source.hasSuffix("\n") { source.removeLast() }
      try library.register(source, named: name.rawValue)
    }
    self.library = library
    style = Self.lean(Self.resource("report.css"))
    start = Self.lean(Self.resource("start.js"))
    script = Self.lean(Self.resource("report.js"))
  }

  static func resource(_ name: String) -> String { String(decoding: Resource.bytes("report/\(name)"), as: UTF8.self) }

  /// A style or script without what only its authors read: indentation, blank lines, comments that fill lines.
  ///
  /// It stands in every document of a folder.
  private static func lean(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { !$0.isEmpty && !$0.hasPrefix("//") && !($0.hasPrefix("/*") && $0.hasSuffix("*/")) }.joined(separator: "\n")
  }

  func render(_ name: Name, _ view: View) -> String { library.render(view, withTemplate: name.rawValue) ?? "" }
}
