/// Where a service listens: a host and a port.
package struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
  package var host: String
  /// 0 lets the system choose.
  package var port: Int

  /// The default: this machine only.
  package static let standard = ListenAddress(host: "127.0.0.1", port: 8077)

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST:PORT`, `[IPv6]:PORT`, `HOST` or `:PORT`; nil when it is none of them.
  package init?(_ text: String) {
    var host = Substring(text)
    var port = Self.standard.port
    if let colon = text.lastIndex(of: ":"), !text.hasSuffix("]"), text.hasPrefix("[") || text.firstIndex(of: ":") == colon {
      guard let number = Int(text[text.index(after: colon)...]), (0...65_535).contains(number) else { return nil }
      (host, port) = (text[..<colon], number)
    }
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !text.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else { return nil }
    self.init(host: host.isEmpty ? Self.standard.host : String(host), port: port)
  }

  /// Whether only programs of this machine reach it.
  ///
  /// A name other than `localhost` may lead anywhere.
  package var isLoopback: Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let isIPv4 = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    return host == "localhost" || host == "::1" || (isIPv4 && parts[0] == "127")
  }

  package var description: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }
}
