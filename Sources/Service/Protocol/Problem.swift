internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
package import Files
internal import Output
internal import Reports

/// What a call ends with when it cannot be answered: what is wrong, where, and what to do (RFC 9457).
package struct Problem: Error, Sendable, Hashable {
  /// Kinds of problems, for programs to branch on.
  package enum Kind: String, Sendable, CaseIterable {
    case badRequest = "bad-request"
    case unauthorized
    case forbidden
    case readOnly = "read-only"
    case notFound = "not-found"
    case noSuchRoute = "no-such-route"
    case methodNotAllowed = "method-not-allowed"
    case slowBody = "slow-body"
    case conflict
    case tooLarge = "too-large"
    case unsupportedType = "unsupported-type"
    case unusable
    case busy
    case stopping
    case storage
    case failure

    var status: Int {
      switch self {
      case .badRequest: 400
      case .unauthorized: 401
      case .forbidden, .readOnly: 403
      case .notFound, .noSuchRoute: 404
      case .methodNotAllowed: 405
      case .slowBody: 408
      case .conflict: 409
      case .tooLarge: 413
      case .unsupportedType: 415
      case .unusable: 422
      case .busy: 429
      case .failure: 500
      case .stopping: 503
      case .storage: 507
      }
    }

    /// Whether the rest of the body is not read.
    var leavesBody: Bool { self == .tooLarge || self == .slowBody }

    var title: String {
      switch self {
      case .badRequest: "The call cannot be understood"
      case .unauthorized: "A token is needed"
      case .forbidden: "The token does not allow this"
      case .readOnly: "Nothing can be changed here"
      case .notFound: "There is no such thing in this scope"
      case .noSuchRoute: "There is no such address"
      case .methodNotAllowed: "The address has no such method"
      case .slowBody: "The body came too slowly"
      case .conflict: "Another call stands in the way"
      case .tooLarge: "The body is too large"
      case .unsupportedType: "The body is of a type that is not read here"
      case .unusable: "The content cannot be used"
      case .busy: "Too many calls are waiting"
      case .failure: "The service failed"
      case .stopping: "The service is not ready"
      case .storage: "The index cannot be written"
      }
    }
  }

  package var kind: Kind
  /// What is wrong, a sentence.
  package var detail: String
  /// The field, parameter or header that it is about, such as `body.text`.
  package var place: String?
  /// What to do, a sentence.
  package var advice: String
  /// Methods that the address has, of ``Kind/methodNotAllowed``.
  var allowed: [String] = []

  init(_ kind: Kind, _ detail: String, at place: String? = nil, advice: String) {
    self.kind = kind
    self.detail = detail
    self.place = place
    self.advice = advice
  }

  /// What an error of another module means to a caller: never paths or causes, those are for the log.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as ReadingError where error.code == .unwritable:
      self.init(.storage, "The index could not be written; nothing of this call was kept.", advice: "Try again later.")
    default:
      self.init(.failure, "The call could not be carried out.", advice: "Try again; the log of the service has the cause.")
    }
  }

  /// The problem as JSON, for a body or for a line of a stream.
  func write(to writer: inout JSONWriter, request: String? = nil) {
    writer.object { writer in
      writer.member("advice", advice)
      writer.member("detail", detail)
      if let request {
        writer.member("request", request)
      }
      writer.member("status", kind.status)
      writer.member("title", kind.title)
      writer.member("type", "urn:newsprint:problem:\(kind.rawValue)")
      if let place {
        writer.member("where", place)
      }
    }
  }

  /// The problem for a person who looks at a page.
  private var page: String {
    let text = [detail, advice].map { "<p>\(HTMLText.escape($0))</p>" }.joined()
    let title = HTMLText.escape(kind.title)
    return "<!doctype html><html lang=en><meta charset=utf-8><title>\(title)</title><h1>\(title)</h1>\(text)"
  }

  /// The answer to the call.
  func response(request: String, asPage: Bool = false) -> Response {
    var writer = JSONWriter()
    write(to: &writer, request: request)
    writer.newline()
    var headers: HTTPFields = [.contentType: asPage ? "text/html; charset=utf-8" : "application/problem+json"]
    switch kind {
    case .busy, .stopping, .conflict: headers[.retryAfter] = String(ServiceLimits.retryAfter)
    case .unauthorized: headers[.wwwAuthenticate] = "Bearer realm=\"newsprint\""
    case .methodNotAllowed: headers[.allow] = allowed.joined(separator: ", ")
    case _ where kind.leavesBody: headers[.connection] = "close"
    default: break
    }
    let body = asPage ? ByteBuffer(string: page) : ByteBuffer(bytes: writer.bytes)
    return Response(status: .init(code: kind.status), headers: headers, body: .init(byteBuffer: body))
  }
}
