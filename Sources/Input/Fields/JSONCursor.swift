internal import Files

/// Walks over JSON that may be cut off or broken: for a file's beginning, where nothing needs to be valid yet.
///
/// It looks at brackets and strings only. Linear; no recursion.
struct JSONCursor {
  var position: Int

  init(_ position: Int = 0) { self.position = position }

  mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while position < bytes.count, bytes[position].isBlank { position += 1 }
  }

  /// The next byte that is not white space, nil at the end.
  mutating func peek(_ bytes: Span<UInt8>) -> UInt8? {
    skipBlanks(bytes)
    return position < bytes.count ? bytes[position] : nil
  }

  mutating func take(_ byte: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
    guard peek(bytes) == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// The inside of the string under the cursor, which moves behind it; nil when there is none or it does not end.
  mutating func string(_ bytes: Span<UInt8>) -> Range<Int>? {
    guard take("\"", bytes) else { return nil }
    let start = position
    while position < bytes.count {
      position = bytes.firstIndex(of: UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "\\"), from: position)
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: "\"") {
        position += 1
        return start..<position - 1
      }
      position += 2
    }
    return nil
  }

  /// Passes over the value under the cursor; false when it does not end in `bytes`.
  mutating func skipValue(_ bytes: Span<UInt8>) -> Bool {
    var depth = 0
    repeat {
      guard let byte = peek(bytes) else { return false }
      switch byte {
      case UInt8(ascii: "\""):
        if string(bytes) == nil { return false }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return false }
        depth -= 1
        position += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if depth == 0 { return false }
        position += 1
      default:
        if !skipScalar(bytes) { return false }
      }
    } while depth > 0
    return true
  }

  /// Passes over a number or a word; false when the bytes end inside it.
  private mutating func skipScalar(_ bytes: Span<UInt8>) -> Bool {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
      case let byte where byte.isBlank: return true
      default: position += 1
      }
    }
    return false
  }

  /// Calls `body` with the key and the start of the value of each member of the object under the cursor, as far as it goes.
  ///
  /// `body` returns false to stop there. Returns true when the object was read to its end.
  mutating func forEachMember(_ bytes: Span<UInt8>, _ body: (_ key: Range<Int>, _ value: Int) -> Bool) -> Bool {
    guard take("{", bytes) else { return false }
    if take("}", bytes) { return true }
    repeat {
      guard let key = string(bytes), take(":", bytes), peek(bytes) != nil else { return false }
      if !body(key, position) || !skipValue(bytes) { return false }
    } while take(",", bytes)
    return take("}", bytes)
  }
}

/// The fields that the records at a file's beginning have, those inside objects with the path to them.
struct JSONOutline {
  /// In the order in which they are met.
  private(set) var fields: [FieldGuess.Found] = []

  /// Records that are looked at.
  static let recordLimit = 20
  private static let fieldLimit = 200

  /// Adds the fields of the object at `position`; returns its end, nil when it is cut off.
  mutating func add(_ bytes: Span<UInt8>, at position: Int) -> Int? {
    var cursor = JSONCursor(position)
    var found: [FieldGuess.Found] = []
    let isWhole = cursor.forEachMember(bytes) { key, value in
      let name = bytes.string(key)
      let kind = Self.kind(bytes, at: value)
      found.append(.init(name: name, kind: kind))
      if kind == .object {
        var inner = JSONCursor(value)
        _ = inner.forEachMember(bytes) { key, value in
          let inside = bytes.string(key)
          found.append(.init(name: "\(name).\(inside)", kind: Self.kind(bytes, at: value)))
          return found.count < Self.fieldLimit
        }
      }
      return found.count < Self.fieldLimit
    }
    for field in found { merge(field) }
    return isWhole ? cursor.position : nil
  }

  /// Adds the objects that follow each other from `position` on, with or without commas between them.
  mutating func addAll(_ bytes: Span<UInt8>, from position: Int) {
    var cursor = JSONCursor(position)
    for _ in 0..<Self.recordLimit {
      while cursor.take(",", bytes) {}
      guard cursor.peek(bytes) == UInt8(ascii: "{") else { return }
      guard let end = add(bytes, at: cursor.position) else { return }
      cursor.position = end
    }
  }

  private mutating func merge(_ field: FieldGuess.Found) {
    guard let index = fields.firstIndex(where: { $0.name == field.name }) else {
      if fields.count < Self.fieldLimit { fields.append(field) }
      return
    }
    // A string anywhere shows what the field is for; null and NaN show nothing.
    if field.kind == .string || fields[index].kind == .nothing { fields[index].kind = field.kind }
  }

  static func kind(_ bytes: Span<UInt8>, at value: Int) -> FieldGuess.Kind {
    guard value < bytes.count else { return .nothing }
    switch bytes[value] {
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["):
      var cursor = JSONCursor(value + 1)
      return cursor.peek(bytes) == UInt8(ascii: "\"") ? .strings : .list
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: return .nothing
    }
  }
}
