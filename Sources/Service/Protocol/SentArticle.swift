internal import Files
internal import Input

/// An article as a call sends it, checked as far as that can be done without reading it closely.
struct SentArticle: Sendable {
  /// The id as text; nil when it has none.
  let id: String?
  /// The record on one line, as it came but for line breaks between its tokens.
  let line: [UInt8]
  let text: [UInt8]
  let title: [UInt8]

  /// Reads a body, which a problem calls `place`; an article without an id is refused where it `needsID`.
  init(_ bytes: [UInt8], needsID: Bool, place: String = "body") throws(Problem) {
    let line = JSONLine.joined(bytes)
    let names = ["id", "text", "title", "url", "source", "published", "language"]
    let values: [JSONFieldReader.Value]
    do {
      guard let read = try JSONFieldReader(names).read(line.span) else {
        throw Problem(.badRequest, "The body is empty.", at: place, advice: "Send an article: {\"id\": ..., \"text\": ...}.")
      }
      values = read
    } catch let error as JSONFieldReader.Failure {
      throw Problem(.badRequest, error.reason.sentence, at: place, advice: "Send one JSON object in UTF-8.")
    } catch let error as Problem {
      throw error
    } catch {
      throw Problem(error)
    }
    self.line = line
    let id = try Self.id(values[0], place)
    self.id = id
    if needsID, id == nil {
      throw Problem(.unusable, "The article has no id.", at: "\(place).id", advice: "Give it one: a string or a number.")
    }
    guard case .string(let text) = values[1], !text.isEmpty else {
      throw Problem(
        .unusable, "The article has no text.", at: "\(place).text", advice: "Send the text as a string that is not empty.")
    }
    self.text = text
    for (name, value) in zip(names, values).dropFirst(2) {
      switch value {
      case .missing, .string: break
      case .number, .other:
        throw Problem(
          .unusable, "The field is no string.", at: "\(place).\(name)", advice: "Send a string, or leave it out.")
      }
    }
    if case .string(let title) = values[2] { self.title = title } else { title = [] }
  }

  private static func id(_ value: JSONFieldReader.Value, _ place: String) throws(Problem) -> String? {
    switch value {
    case .missing: return nil
    case .number(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .string(let bytes):
      let id = String(decoding: bytes, as: UTF8.self)
      try ArticleID.check(id, at: "\(place).id")
      return id
    case .other:
      throw Problem(.unusable, "The id is neither a string nor a number.", at: "\(place).id", advice: "Send one of these.")
    }
  }
}

/// Ids of articles, stories and events, as calls name them.
enum ArticleID {
  static func check(_ id: String, at place: String) throws(Problem) {
    let isLong = id.unicodeScalars.count > ServiceLimits.idCharacters
    let isPlain = id.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    guard !id.isEmpty, !isLong, isPlain else {
      throw Problem(
        .unusable, id.isEmpty ? "The id is empty." : isLong ? "The id is too long." : "The id has control characters.", at: place,
        advice: "Use 1 to \(ServiceLimits.idCharacters) characters, none of them a control character.")
    }
  }
}

/// JSON on one line.
enum JSONLine {
  /// The same JSON without line breaks between its tokens, where a space does as well.
  ///
  /// One inside a string is no JSON; it stays, so that the reader says so.
  static func joined(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: isBreak) else { return bytes }
    var line = bytes
    var isString = false, isEscaped = false
    for (place, byte) in bytes.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\"") {
        isString.toggle()
      } else if isString {
        isEscaped = byte == UInt8(ascii: "\\")
      } else if isBreak(byte) {
        line[place] = UInt8(ascii: " ")
      }
    }
    return line
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

extension String {
  /// Begins with a capital, and ends with a full stop.
  var sentence: String { prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".") }
}

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
