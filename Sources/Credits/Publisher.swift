/// Who published an article: one value for all sites and spellings of a publisher, as far as their names show it.
///
/// "www.harbour.example", "sport.harbour.example/tides" and "The Harbour" are one publisher; that two names belong to one owner
/// is not known. An agency that publishes itself is the agency.
package struct Publisher: Sendable, Hashable {
  /// Equal for the sites of one publisher; an agency's ``Agency/id`` for an agency.
  package var key: String
  /// The name for people: as it was given, or the host.
  package var name: String

  /// Names of parts of addresses that stand before a country's two letters.
  private static let suffixes: Set<Substring> = ["ac", "co", "com", "edu", "go", "gob", "gov", "ne", "net", "or", "org"]

  /// The publisher by an outlet's name, or else by an address; nil when both are empty.
  ///
  /// Linear.
  package init?(outlet: String, address: String, agencies: [String: String] = Publisher.agencies) {
    let outlet = outlet.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isHost = !outlet.contains(" ") && outlet.contains(".")
    if !outlet.isEmpty, !isHost {
      name = outlet
      key = Self.squeezed(outlet)
    } else {
      let host = Self.host(outlet.isEmpty ? address : outlet)
      guard !host.isEmpty else { return nil }
      name = host
      key = Self.squeezed(Self.mainLabel(host))
    }
    guard !key.isEmpty else { return nil }
    if let agency = agencies[key] { key = agency }
  }

  /// The ids of agencies by their squeezed names.
  package static let agencies: [String: String] = {
    var result: [String: String] = [:]
    for agency in AgencyList.standard.agencies where !agency.isPaper {
      for name in [agency.label, agency.name] where squeezed(name).count >= 3 { result[squeezed(name)] = agency.id }
    }
    return result
  }()

  /// Letters and digits in small letters, without the article before a name.
  private static func squeezed(_ name: String) -> String {
    var name = name.lowercased()
    if name.hasPrefix("the ") { name.removeFirst(4) }
    return String(name.filter { $0.isLetter || $0.isNumber })
  }

  private static func host(_ address: String) -> String {
    var rest = address[...]
    if let scheme = rest.firstRange(of: "//") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { !"/?#".contains($0) }
    // Before it may stand who signs in, behind it a port.
    if let user = rest.lastIndex(of: "@") { rest = rest[rest.index(after: user)...] }
    return rest.prefix { $0 != ":" }.lowercased()
  }

  /// The label of a host that names its owner: "harbour" of "www.sport.harbour.co.uk".
  private static func mainLabel(_ host: String) -> String {
    var labels = host.split(separator: ".")
    guard labels.count > 1 else { return host }
    let last = labels.removeLast()
    if labels.count > 1, last.count == 2, let second = labels.last, suffixes.contains(second) { labels.removeLast() }
    return String(labels.last ?? last)
  }
}
