internal import Files
package import FoundationEssentials
internal import Output

/// Who may do what: bearer tokens with their rights and scopes, from a file.
///
/// One token a line: the token, its rights, its scopes, with white space between them; `#` begins a comment.
///
///     # token                                rights      scopes
///     3f9c1e8a5b7d4c2f9a6e8b1d0c5f7a3e       read        -
///     sha256:9b74c9897bac770ffc029102a200c5de...  read,write  -,desk-berlin
///     c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6       read,write  *
///
/// `-` is the scope without a name, `*` every scope. The first scope of a token is the one that its calls mean when they name
/// none. `sha256:` and 64 hexadecimal digits stand for a token without telling it.
package struct AccessTokens: Sendable {
  private var holders: [Holder] = []

  private struct Holder: Sendable {
    let digest: [UInt8]
    let access: Access
  }

  /// Characters that a token must have, so that it cannot be guessed.
  private static let leastCharacters = 16

  /// - Throws: ``ReadingError`` that names the line which is wrong.
  package init(contentsOf path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ReadingError(
        .unreadable, "the file of tokens cannot be read", at: .init(path), advice: "Check the path and its permissions.")
    }
    try self.init(String(decoding: data, as: UTF8.self), name: path)
  }

  /// - Throws: ``ReadingError`` that names the line which is wrong.
  package init(_ text: String, name: String) throws {
    // "\r\n" is one character, and no line feed.
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let parts = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      guard !parts.isEmpty else { continue }
      do {
        holders.append(try Self.holder(parts, number: index + 1))
      } catch {
        throw ReadingError(.content, error.reason, at: .init(name, line: index + 1), advice: error.advice)
      }
    }
    guard !holders.isEmpty else {
      throw ReadingError(
        .content, "there is no token in the file", at: .init(name),
        advice: "Write a line with a token, its rights and its scopes.")
    }
  }

  private struct Failure: Error {
    var reason: String
    var advice: String
  }

  private static func holder(_ parts: [Substring], number: Int) throws(Failure) -> Holder {
    guard parts.count == 3 else {
      throw Failure(
        reason: "a line needs a token, its rights and its scopes, and has \(parts.count) of these",
        advice: "Write for example: TOKEN read,write -")
    }
    var access = Access(name: "token-\(number)", rights: [], scopes: [])
    for right in parts[1].split(separator: ",") {
      switch right {
      case "read": access.rights.insert(.read)
      case "write": access.rights.insert(.write)
      default: throw Failure(reason: "\"\(right)\" is no right", advice: "Write read, write, or read,write.")
      }
    }
    for scope in parts[2].split(separator: ",") {
      if scope == "*" {
        access.hasEveryScope = true
      } else if let scope = Scope(scope == "-" ? "" : String(scope)) {
        access.scopes.append(scope)
      } else {
        throw Failure(reason: "\"\(scope)\" is no name of a scope", advice: "Use letters, digits, '.', '_' and '-'.")
      }
    }
    return Holder(digest: try digest(String(parts[0])), access: access)
  }

  private static func digest(_ token: String) throws(Failure) -> [UInt8] {
    guard token.hasPrefix("sha256:") else {
      guard token.utf8.count >= leastCharacters else {
        throw Failure(
          reason: "a token is shorter than \(leastCharacters) characters", advice: "Make one with: openssl rand -hex 16")
      }
      return SHA256.digest(Array(token.utf8))
    }
    let digits = token.dropFirst(7).compactMap { $0.isASCII ? $0.hexDigitValue.map(UInt8.init) : nil }
    guard digits.count == 64, token.utf8.count == 71 else {
      throw Failure(
        reason: "sha256: is not followed by 64 hexadecimal digits", advice: "Make them with: printf %s TOKEN | sha256sum")
    }
    return stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// What the bearer of a token may do; nil for one that is unknown.
  ///
  /// Takes the same time whichever token comes close.
  func access(_ token: String) -> Access? {
    let asked = SHA256.digest(Array(token.utf8))
    var found: Access?
    for holder in holders where zip(holder.digest, asked).reduce(0, { $0 | ($1.0 ^ $1.1) }) == 0 { found = holder.access }
    return found
  }
}

/// What a caller may do.
struct Access: Sendable, Hashable {
  enum Right: String, Sendable { case read, write }

  /// For logs: never the token.
  var name: String
  var rights: Set<Right>
  var scopes: [Scope]
  var hasEveryScope = false

  /// Everything, where no tokens are asked for.
  static let everything = Access(name: "anybody", rights: [.read, .write], scopes: [], hasEveryScope: true)

  /// The scope that a call means: the one that it names, or the first of the token's; nil when it is not the token's.
  func scope(_ asked: Scope?) -> Scope? {
    guard let asked else { return scopes.first ?? (hasEveryScope ? .unnamed : nil) }
    return hasEveryScope || scopes.contains(asked) ? asked : nil
  }
}

/// A part of an index that sees only itself.
package struct Scope: Sendable, Hashable {
  package let name: String

  /// The scope without a name.
  package static let unnamed = Scope(unchecked: "")

  private init(unchecked name: String) { self.name = name }

  /// Nil for a name with other characters than letters, digits, `.`, `_` and `-`, or more than 64 of them.
  package init?(_ name: String) {
    let isPlain = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x2E
        || $0 == 0x5F
    }
    guard isPlain, name.utf8.count <= ServiceLimits.scopeCharacters else { return nil }
    self.name = name
  }
}
