internal import Input
internal import Newsprint
internal import Output

/// The calls of the service as tools for assistants: the Model Context Protocol over lines of JSON-RPC.
///
/// One message a line in, at most one out. What goes wrong inside a tool is a result that says so, for the assistant to read;
/// what is wrong with a message is an error of JSON-RPC.
package struct AssistantServer: Sendable {
  private let calls: ServiceCalls
  private let scope: Scope
  /// Whether there is an index; without one only texts can be compared and flagged.
  private let hasIndex: Bool

  /// Versions of the protocol that are understood, newest first.
  private static let versions = ["2025-06-18", "2025-03-26", "2024-11-05"]

  package init(_ calls: ServiceCalls, scope: Scope, hasIndex: Bool) {
    (self.calls, self.scope, self.hasIndex) = (calls, scope, hasIndex)
  }

  private var tools: [AssistantTool] {
    AssistantTool.allCases.filter { (hasIndex || !$0.needsIndex) && (!calls.setting.isReadOnly || !$0.isChange) }
  }

  /// The answer to a line, with its line feed; nil when there is nothing to answer.
  package func answer(_ line: [UInt8]) async -> [UInt8]? {
    let call: RemoteCall
    do {
      guard let read = try RemoteCall(line) else { return nil }
      call = read
    } catch {
      let message = error == .parse ? "The line is not JSON." : "The message is no request of JSON-RPC 2.0."
      return RemoteCall.failure(error, id: nil, message)
    }
    // A notification is never answered, whatever it says.
    guard let id = call.id else { return nil }
    do {
      return try await answer(call, id)
    } catch let failure as RemoteCall.Failure {
      return RemoteCall.failure(failure, id: id, Self.message(failure, call))
    } catch {
      return RemoteCall.failure(.internalError, id: id, Problem(error).detail)
    }
  }

  private static func message(_ failure: RemoteCall.Failure, _ call: RemoteCall) -> String {
    switch failure {
    case .methodNotFound: "There is no method \"\(call.method.prefix(80))\". Use initialize, ping, tools/list or tools/call."
    case .invalidParameters: "The parameters are wrong. Ask tools/list for the names and types."
    case .parse, .invalidRequest, .internalError: "The message cannot be answered."
    }
  }

  private func answer(_ call: RemoteCall, _ id: [UInt8]) async throws -> [UInt8] {
    switch call.method {
    case "initialize": return try initialize(call, id)
    case "ping": return RemoteCall.answer(id) { $0.object { _ in } }
    case "tools/list":
      return RemoteCall.answer(id) { writer in
        writer.object { writer in
          writer.key("tools")
          writer.array(tools) { $1.write(to: &$0) }
        }
      }
    case "tools/call": return try await use(call, id)
    default: throw RemoteCall.Failure.methodNotFound
    }
  }

  private func initialize(_ call: RemoteCall, _ id: [UInt8]) throws -> [UInt8] {
    guard let asked = try call.parameters(["protocolVersion"]).first?.text else { throw RemoteCall.Failure.invalidParameters }
    return RemoteCall.answer(id) { writer in
      writer.object { writer in
        writer.key("capabilities")
        writer.object { writer in
          writer.key("tools")
          writer.object { _ in }
        }
        writer.key("instructions")
        writer.string(
          "Newsprint finds copies and rewrites among news articles, and what copying changed. Offsets are UTF-8 bytes.")
        writer.member("protocolVersion", Self.versions.contains(asked) ? asked : Self.versions[0])
        writer.key("serverInfo")
        writer.object { writer in
          writer.member("name", "newsprint")
          writer.member("version", Version.current)
        }
      }
    }
  }

  // MARK: Tools

  private func use(_ call: RemoteCall, _ id: [UInt8]) async throws -> [UInt8] {
    guard let name = try call.parameters(["name"]).first?.text, let tool = AssistantTool(rawValue: name), tools.contains(tool)
    else { throw RemoteCall.Failure.invalidParameters }
    let (text, isError): ([UInt8], Bool)
    do {
      (text, isError) = (try await result(of: tool, call), false)
    } catch let failure as RemoteCall.Failure {
      throw failure
    } catch {
      (text, isError) = (JSON.line { Problem(error).write(to: &$0) }, true)
    }
    return RemoteCall.answer(id) { writer in
      writer.object { writer in
        writer.key("content")
        writer.array([text]) { writer, text in
          writer.object { writer in
            writer.member("text", text.span.extracting(droppingLast: 1))
            writer.member("type", "text")
          }
        }
        writer.member("isError", isError)
      }
    }
  }

  private func result(of tool: AssistantTool, _ call: RemoteCall) async throws -> [UInt8] {
    let names = tool.arguments.map(\.name)
    let values = try call.parameters(names.map { "arguments.\($0)" })
    let arguments = Dictionary(uniqueKeysWithValues: zip(names, values))
    func id() throws -> String {
      guard let id = arguments["id"]?.text else { throw RemoteCall.Failure.invalidParameters }
      return id
    }
    func number(_ name: String, in range: ClosedRange<Int>, default value: Int) throws -> Int {
      guard let given = arguments[name], given != .missing else { return value }
      guard case .number = given, let number = given.text.flatMap(Int.init), range.contains(number) else {
        throw RemoteCall.Failure.invalidParameters
      }
      return number
    }
    func limit() throws -> Int { try number("limit", in: 1...ServiceLimits.largestPage, default: ServiceLimits.page) }
    switch tool {
    case .query: return try await calls.query(Self.object(arguments), scope: scope)
    case .compare: return try await calls.compare(Self.object(arguments), scope: scope)
    case .flag: return try await calls.flag(Self.object(arguments))
    case .add: return try await calls.add(Self.object(arguments), scope: scope).json
    case .article: return try await calls.article(try id(), scope: scope)
    case .story: return try await calls.story(try id(), scope: scope, limit: try limit())
    case .stories:
      let since = Int64(try number("since", in: 0...Int.max, default: 0))
      let after = Int64(try number("after", in: 0...Int.max, default: 0))
      return try await calls.stories(since: since, after: after, scope: scope, limit: try limit())
    case .event: return try await calls.event(try id(), scope: scope, limit: try limit())
    case .remove:
      let id = try id()
      try await calls.remove(id, scope: scope)
      return JSON.line { writer in
        writer.object { writer in
          writer.member("removed", id)
        }
      }
    }
  }

  /// The arguments as the body of the call that they mean.
  private static func object(_ arguments: [String: JSONFieldReader.Value]) throws -> [UInt8] {
    guard !arguments.values.contains(.other) else { throw RemoteCall.Failure.invalidParameters }
    return JSON.line { writer in
      writer.object { writer in
        for (name, value) in arguments.sorted(by: { $0.key < $1.key }) {
          switch value {
          case .string(let bytes):
            writer.key(name)
            writer.string(bytes.span)
          case .number(let bytes):
            writer.key(name)
            writer.verbatim(bytes.span)
          case .missing, .other: break
          }
        }
      }
    }
  }
}

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
        writer.member("jsonrpc", "2.0")
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
          writer.member("code", failure.rawValue)
          writer.member("message", message)
        }
        writer.key("id")
        if let id { writer.verbatim(id.span) } else { writer.null() }
        writer.member("jsonrpc", "2.0")
      }
    }
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
