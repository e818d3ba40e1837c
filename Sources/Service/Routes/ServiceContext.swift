internal import HTTPTypes
package import Hummingbird
package import Logging
internal import NIOCore

/// What is known of a call while it is answered.
package struct ServiceContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The caller's X-Request-Id, or one of our own.
  var requestID = ""
  /// What the caller may do; nil until it is known.
  var access: Access?

  let channel: any Channel

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }

  /// The scope of the call, after checking that the caller may use it in this way.
  func scope(_ query: QueryParameters, for right: Access.Right) throws(Problem) -> Scope {
    guard let access, access.rights.contains(right) else {
      throw Problem(
        .forbidden, "The token has no right to \(right.rawValue).", at: "header.Authorization", advice: "Use another token.")
    }
    guard let name = query["scope"] else {
      guard let scope = access.scope(nil) else {
        throw Problem(.forbidden, "The token has no scope.", at: "header.Authorization", advice: "Use another token.")
      }
      return scope
    }
    guard let asked = Scope(name) else {
      throw Problem(
        .badRequest, "This is no name of a scope.", at: "query.scope", advice: "Use up to 64 letters, digits, '.', '_' and '-'.")
    }
    guard let scope = access.scope(asked) else {
      throw Problem(.forbidden, "The token does not reach this scope.", at: "query.scope", advice: "Use another token.")
    }
    return scope
  }
}

/// The parameters behind the question mark of an address.
struct QueryParameters: Sendable {
  private var values: [String: String] = [:]

  /// - Throws: ``Problem/Kind/badRequest`` for one that the address does not know, one that comes twice, or a broken escape.
  init(_ request: Request, known: Set<String>) throws(Problem) {
    for part in (request.uri.query ?? "").split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentText.decoded(pair[0], plusIsSpace: true),
        let value = PercentText.decoded(pair.count > 1 ? pair[1] : "", plusIsSpace: true)
      else {
        throw Problem(.badRequest, "The address has a broken escape.", at: "query", advice: "Escape UTF-8 bytes as %XX.")
      }
      guard known.contains(name) else {
        throw Problem(
          .badRequest, "The address knows no parameter of this name.", at: "query.\(name.prefix(40))",
          advice: known.isEmpty ? "Leave it out." : "Use: \(known.sorted().joined(separator: ", ")).")
      }
      guard values.updateValue(value, forKey: name) == nil else {
        throw Problem(.badRequest, "The parameter comes twice.", at: "query.\(name)", advice: "Send it once.")
      }
    }
  }

  subscript(_ name: String) -> String? { values[name] }

  /// A number in a range.
  func integer(_ name: String, in range: ClosedRange<Int64>, default value: Int64) throws(Problem) -> Int64 {
    guard let text = values[name] else { return value }
    guard let number = Int64(text), range.contains(number) else {
      throw Problem(
        .badRequest, "The parameter is no number from \(range.lowerBound) to \(range.upperBound).", at: "query.\(name)",
        advice: "Correct it, or leave it out.")
    }
    return number
  }
}

/// Escapes of addresses (RFC 3986, section 2.1).
enum PercentText {
  /// Nil where an escape is broken or the bytes are no UTF-8.
  static func decoded(_ text: Substring, plusIsSpace: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The text as one segment of a path: only unreserved characters stay (section 2.3).
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Unicode.Scalar(byte).isASCII ? Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init) : nil
  }
}
