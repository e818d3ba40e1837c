internal import Files

/// Writes JSON straight into bytes: no tree, no dictionary, no allocation per value.
///
/// Keys come out in the order in which they are written; callers write them sorted, and debug builds stop when they do not.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Whether the next value needs a comma before it, for every open container.
  private var needsComma: [Bool] = []
  /// The last key of every open container, kept to check the order.
  private var lastKeys: [String] = []

  package init() {}

  /// Forgets what was written, keeps the memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma.removeAll(keepingCapacity: true)
    lastKeys.removeAll(keepingCapacity: true)
  }

  // MARK: Containers

  package mutating func object(_ fields: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    fields(&self)
    close(UInt8(ascii: "}"))
  }

  package mutating func array<Element>(_ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void) {
    open(UInt8(ascii: "["))
    for element in elements { write(&self, element) }
    close(UInt8(ascii: "]"))
  }

  package mutating func key(_ name: String) {
    assert(lastKeys.last.map { $0 < name } ?? false, "key \(name) is not in sorted order")
    lastKeys[lastKeys.count - 1] = name
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma[needsComma.count - 1] = false
  }

  /// Ends a line of a JSON lines file.
  package mutating func newline() {
    bytes.append(0x0A)
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma.append(false)
    lastKeys.append("")
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma.removeLast()
    lastKeys.removeLast()
  }

  private mutating func separate() {
    guard let last = needsComma.indices.last else { return }
    if needsComma[last] { bytes.append(UInt8(ascii: ",")) }
    needsComma[last] = true
  }

  // MARK: Values

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func integer(_ value: some BinaryInteger) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  // Most integers are of this type, for which no generic code runs.
  package mutating func integer(_ value: Int) {
    separate()
    bytes.append(contentsOf: value.description.utf8)
  }

  /// Writes a number with at most `digits` digits after the point; what is not a number becomes null.
  package mutating func number(_ value: Double, digits: Int = 4) {
    guard value.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: Decimals.shortest(value, digits: digits).utf8)
  }

  package mutating func string(_ value: String) {
    string(value.utf8.span)
  }

  /// Writes UTF-8 bytes as a string.
  package mutating func string(_ value: Span<UInt8>) {
    separate()
    Output.JSONText.append(value, to: &bytes)
  }

  /// Writes a string of which `write` appends the inside: ASCII that needs no escape, such as digits.
  package mutating func string(ofPlain write: (inout [UInt8]) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    write(&bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes bytes that are JSON already, such as a number as the input spelt it.
  package mutating func verbatim(_ value: Span<UInt8>) {
    separate()
    bytes.append(copying: value)
  }
}

/// Writing JSON strings.
package enum JSONText {
  /// Appends `bytes` as a JSON string with its quotes.
  ///
  /// What comes out is UTF-8 whatever goes in: U+FFFD stands for bytes that are no character, so that no line that is written is
  /// ever broken by what was read. Linear.
  package static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    guard bytes.isValidUTF8 else {
      let repaired = Array(String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self).utf8)
      return append(repaired.span, to: &output)
    }
    output.append(UInt8(ascii: "\""))
    var start = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      output.append(copying: bytes.extracting(start..<index))
      output.append(contentsOf: escape(byte).utf8)
      start = index + 1
    }
    output.append(copying: bytes.extracting(start...))
    output.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case UInt8(ascii: "\n"): return "\\n"
    case UInt8(ascii: "\r"): return "\\r"
    case UInt8(ascii: "\t"): return "\\t"
    default:
      let digits = String(byte, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}

/// Members of objects, each with its key: as ``JSONWriter/key(_:)`` and the value.
extension JSONWriter {
  package mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// As UTF-8 bytes.
  package mutating func member(_ name: String, _ value: Span<UInt8>) {
    key(name)
    string(value)
  }

  /// Null where there is nothing.
  package mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  package mutating func member(_ name: String, _ value: some BinaryInteger) {
    key(name)
    integer(value)
  }

  /// With at most `digits` digits after the point.
  package mutating func member(_ name: String, _ value: Double, digits: Int = 4) {
    key(name)
    number(value, digits: digits)
  }
}
