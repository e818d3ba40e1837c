internal import Input

/// Two articles that a call wants compared: `{"a": ..., "b": ...}`, each a text, an article, or the id of one in the index.
struct PairBody: Sendable {
  enum Side: Sendable {
    case article(text: [UInt8], title: [UInt8])
    case stored(id: String)
  }

  let a: Side
  let b: Side

  init(_ bytes: [UInt8]) throws(Problem) {
    let line = JSONLine.joined(bytes)
    a = try Self.side("a", line)
    b = try Self.side("b", line)
  }

  private static func side(_ name: String, _ line: [UInt8]) throws(Problem) -> Side {
    let whole = try values([name], line)[0]
    if case .string(let text) = whole, !text.isEmpty { return .article(text: text, title: []) }
    let place = "body.\(name)"
    let inside = try values(["\(name).text", "\(name).title", "\(name).id"], line)
    switch (whole, inside[0], inside[1], inside[2]) {
    case (.other, .string(let text), .missing, _) where !text.isEmpty: return .article(text: text, title: [])
    case (.other, .string(let text), .string(let title), _) where !text.isEmpty: return .article(text: text, title: title)
    case (.other, .missing, _, .string(let id)):
      try ArticleID.check(String(decoding: id, as: UTF8.self), at: "\(place).id")
      return .stored(id: String(decoding: id, as: UTF8.self))
    case (.other, .missing, _, .number(let id)): return .stored(id: String(decoding: id, as: UTF8.self))
    default:
      throw Problem(
        .unusable, "There is nothing to compare.", at: place,
        advice: "Send a text, an article with a text, or {\"id\": ...} of an article in the index.")
    }
  }

  /// A path and one into it are not read at once.
  private static func values(_ names: [String], _ line: [UInt8]) throws(Problem) -> [JSONFieldReader.Value] {
    do {
      guard let values = try JSONFieldReader(names).read(line.span) else {
        throw Problem(.badRequest, "The body is empty.", at: "body", advice: "Send {\"a\": ..., \"b\": ...}.")
      }
      return values
    } catch let error as JSONFieldReader.Failure {
      throw Problem(.badRequest, error.reason.sentence, at: "body", advice: "Send one JSON object in UTF-8.")
    } catch {
      throw Problem(error)
    }
  }
}
