import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Index
import Logging
import NIOCore
import Newsprint
import TestSupport

@testable import Service

/// A service over an index in a folder of its own.
final class ServiceHarness: Sendable {
  let folder: Folder
  let service: NewsprintService
  let calls: ServiceCalls

  init(change: (inout ServiceSetting) throws -> Void = { _ in }) throws {
    folder = try Folder()
    let parts = try Detector().reporting(nil)
    var setting = ServiceSetting(IndexOptions(parts.batch), drift: parts.drift, context: parts.context)
    try change(&setting)
    let index = try IndexFile("\(folder.path)/news.index", for: .creating)
    service = try NewsprintService(index, setting, address: ListenAddress(host: "127.0.0.1", port: 0))
    calls = try ServiceCalls(index, setting)
  }

  /// Runs a test against the service without a network.
  func run(_ test: @escaping @Sendable (Client) async throws -> Void) async throws {
    try await application.test(.router) { client in try await test(Client(client: client)) }
  }

  /// Runs a test against the service on a socket.
  func runLive(_ test: @escaping @Sendable (Client) async throws -> Void) async throws {
    try await application.test(.live) { client in try await test(Client(client: client)) }
  }

  private var application: some ApplicationProtocol {
    service.application(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }
}

/// Calls and their answers in short.
struct Client: Sendable {
  let client: any TestClientProtocol

  struct Answer: Sendable {
    var status: Int
    var headers: HTTPFields
    var text: String

    /// Members of the JSON that was answered.
    var json: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
    }

    subscript(_ name: String) -> String? { json[name] as? String }
    var lines: [Self] { text.split(separator: "\n").map { Self(status: status, headers: headers, text: String($0)) } }
  }

  func call(
    _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, type: String? = "application/json",
    headers: [String: String] = [:]
  ) async throws -> Answer {
    var fields = HTTPFields()
    if body != nil, let type { fields[.contentType] = type }
    for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
    let response = try await client.executeRequest(
      uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
    return Answer(
      status: Int(response.status.code), headers: response.headers, text: String(buffer: response.body))
  }

  func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
    try await call(.get, path, headers: headers)
  }

  func post(_ path: String, _ body: String, headers: [String: String] = [:]) async throws -> Answer {
    try await call(.post, path, body, headers: headers)
  }
}

/// Invented articles.
enum Articles {
  static let text =
    "The harbour of Velmora was closed on Monday after a crane fell on a barge near the northern quay. Nobody was hurt, the port "
    + "authority said. Divers will inspect the hull before the Ostrava bridge opens again, and ferries to Lindmark are cancelled."

  static func json(_ id: String, _ text: String = text, _ more: [String: String] = [:]) -> String {
    let members = more.merging(["id": id, "text": text]) { $1 }
    let data = (try? JSONSerialization.data(withJSONObject: members, options: [.sortedKeys])) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  /// The same story with another day.
  static let changed = text.replacingOccurrences(of: "Monday", with: "Thursday")
  static let other =
    "A choir from Halden won the singing contest in Brunnsted with a song about bees. The jury praised its clear voices, and the "
    + "mayor promised a new rehearsal room before the winter season begins."
}
