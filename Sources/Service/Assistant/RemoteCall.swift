internal import Input
internal import Output

/// A message of JSON-RPC 2.0, as far as an assistant's server needs it.
struct RemoteCall: Sendable {
  /// As it was written, JSON; nil for a notification, which is not answered.
  let id: [UInt8]?
  let method: String
  /// The message itself, for its parameters.
  let line: [UInt8]

  /// Errors of JSON-RPC, section 5.1.
  enum Failure: Int, Error, Sendable {
    case parse = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParameters = -32602
    case internalError = -32603
  }

  /// - Throws: what is wrong with the message, to be answered without an id.
  init?(_ line: [UInt8]) throws(Failure) {
    let values: [JSONFieldReader.Value]
    do {
      guard let read = try JSONFieldReader(["jsonrpc", "id", "method"]).read(line.span) else { return nil }
      values = read
    } catch {
      // A list is JSON; batches have been taken out of the protocol.
      throw line.first { !$0.isSpace } == UInt8(ascii: "[") ? .invalidRequest : .parse
    }
    guard values[0].text == "2.0", case .string(let method) = values[2] else { throw .invalidRequest }
    switch values[1] {
    case .missing: id = nil
    case .number(let bytes): id = bytes
    case .string(let bytes): id = JSON.string(String(decoding: bytes, as: UTF8.self)).bytes
    case .other: throw .invalidRequest
    }
    self.method = String(decoding: method, as: UTF8.self)
    self.line = line
  }

  /// Values of the parameters by their paths, such as `name` for `params.name`; at most seven.
  func parameters(_ paths: [String]) throws(Failure) -> [JSONFieldReader.Value] {
    do {
      return try JSONFieldReader(paths.map { "params.\($0)" }).read(line.span) ?? []
    } catch {
      throw .invalidParameters
    }
  }

  // MARK: Answers

  /// `{"id": ..., "jsonrpc": "2.0", "result": ...}` on one line.
  static func answer(_ id: [UInt8], _ result: (inout JSONWriter) -> Void) -> [UInt8] {
    JSON.line { writer in
      writer.object { writer in
        writer.key("id")
        writer.verbatim(id.span)
        writer.key("jsonrpc")
        writer.string("2.0")
        writer.key("result")
        result(&writer)
      }
    }
  }

  static func failure(_ failure: Failure, id: [UInt8]?, _ message: String) -> [UInt8] {
    JSON.line { writer in
      writer.object { writer in
        writer.key("error")
        writer.object { writer in
          writer.key("code")
          writer.integer(failure.rawValue)
          writer.key("message")
          writer.string(message)
        }
        writer.key("id")
        if let id { writer.verbatim(id.span) } else { writer.null() }
        writer.key("jsonrpc")
        writer.string("2.0")
      }
    }
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
