internal import Output
internal import Resources

/// The OpenAPI document (3.1).
enum OpenAPIDocument {
  static let bytes = Resource.bytes("service/openapi.json")
}

/// The page to try the service: one document, in which only its own script and style run.
enum TryPage {
  private static let style = Resource.text("service/try.css") ?? ""
  private static let script = Resource.text("service/try.js") ?? ""

  static let bytes: [UInt8] = {
    var page = ""
    var rest = (Resource.text("service/try.html") ?? "")[...]
    for (mark, content) in [("{{style}}", style), ("{{script}}", script)] {
      let parts = rest.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
      page += parts[0] + content
      rest = parts.count > 1 ? parts[1] : ""
    }
    return Array((page + rest).utf8)
  }()

  static let policy = """
    default-src 'none'; script-src 'sha256-\(SHA256.base64(script))'; style-src 'sha256-\(SHA256.base64(style))'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
    """
}
