import TestSupport
import Testing

@testable import Service

/// Where a service listens, as people write it.
@Suite struct ListenAddressTests {
  private static let hosts = ["localhost", "127.0.0.1", "0.0.0.0", "tide.example", "::1", "fe80::1", "::", "a-b.c"]

  @Test(arguments: hosts, [0, 1, 80, 8_077, 65_535]) func `what is written is read`(host: String, port: Int) {
    let address = ListenAddress(host: host, port: port)
    #expect(ListenAddress(address.description) == address)
    #expect(
      ListenAddress(host.contains(":") ? "[\(host)]" : host) == ListenAddress(host: host, port: ListenAddress.standard.port))
    #expect(ListenAddress(":\(port)") == ListenAddress(host: ListenAddress.standard.host, port: port))
    #expect(ListenAddress("\(port)") == ListenAddress(host: ListenAddress.standard.host, port: port))
  }

  @Test func `an IPv6 address without brackets has no port of its own`() {
    #expect(ListenAddress("::1") == ListenAddress(host: "::1", port: ListenAddress.standard.port))
    #expect(ListenAddress("fe80::1:80") == ListenAddress(host: "fe80::1:80", port: ListenAddress.standard.port))
  }

  @Test(arguments: [
    "", " ", "localhost:", "localhost:x", "localhost:-1", "localhost:65536", "a b", "http://localhost:80", "localhost:80/x",
    "local\u{0}host", "héros", "[::1]:99999", "localhost: 80", "a\n", "[::1]x",
  ]) func `what is no address is refused`(text: String) {
    #expect(ListenAddress(text) == nil)
  }

  @Test(arguments: [
    ("localhost", true), ("127.0.0.1", true), ("127.9.9.9", true), ("::1", true), ("0.0.0.0", false), ("::", false),
    ("127.0.0", false), ("127.0.0.256", false), ("127.tide.example", false), ("128.0.0.1", false), ("localhost.example", false),
    ("10.0.0.1", false), ("127.0.0.1.example", false),
  ]) func `only this machine's own addresses are its own`(host: String, isLoopback: Bool) {
    #expect(ListenAddress(host: host, port: 80).isLoopback == isLoopback)
  }

  @Test(arguments: 0..<200) func `any text is an address that can be written and read again, or none`(seed: Int) {
    var random = SeededGenerator(seed)
    let pieces = ["a", ".", ":", "[", "]", "1", "80", "-", "::", "%", "@", "localhost", "+", "0"]
    let text = (0..<random.below(8)).map { _ in random.pick(pieces) }.joined()
    guard let address = ListenAddress(text) else { return }
    #expect((0...65_535).contains(address.port) && !address.host.isEmpty)
    #expect(ListenAddress(address.description) == address, "\(text): \(address)")
  }
}
