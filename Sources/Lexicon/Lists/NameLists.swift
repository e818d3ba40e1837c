internal import Resources

/// Countries with their aliases, adjectives and capitals (`places.tsv`): `country<TAB>aliases<TAB>adjectives<TAB>capital;old
/// spelling`.
package struct PlaceList: Sendable {
  /// What an entry's word is to its country.
  package enum Role: Sendable { case name, adjective, capital }

  private var entries: [String: [(country: Int32, role: Role)]] = [:]
  /// Country names as they are written in the list.
  package private(set) var countries: [String] = []

  package init(text: String) {
    for line in ListReader.lines(in: text[...]) {
      let fields = ListReader.fields(line)
      guard let name = fields.first, !name.isEmpty else { continue }
      let country = Int32(countries.count)
      countries.append(String(name))
      add(name, country, .name)
      for (field, role) in zip(fields.dropFirst(), [Role.name, .adjective, .capital]) {
        for word in field.split(whereSeparator: { $0 == "," || $0 == ";" }) { add(ListReader.trimmed(word), country, role) }
      }
    }
  }

  private mutating func add(_ word: Substring, _ country: Int32, _ role: Role) {
    guard !word.isEmpty else { return }
    entries[word.lowercased(), default: []].append((country, role))
  }

  /// The countries a lower-case name, adjective or capital stands for.
  package func places(of name: String) -> [(country: Int32, role: Role)] { entries[name] ?? [] }

  /// True when both stand for one country: names, aliases, adjectives, and the capital as a country's government.
  package func share(_ first: String, _ second: String) -> Bool {
    let others = places(of: second)
    return places(of: first).contains { place in others.contains { $0.country == place.country } }
  }
}

/// Organisations with their aliases (`organisations.tsv`): `name<TAB>alias, alias`.
package struct OrganisationList: Sendable {
  private var entries: [String: [Int32]] = [:]
  package private(set) var count = 0

  package init(text: String) {
    for line in ListReader.lines(in: text[...]) {
      let fields = ListReader.fields(line)
      guard let name = fields.first, !name.isEmpty else { continue }
      let id = Int32(count)
      count += 1
      entries[name.lowercased(), default: []].append(id)
      for field in fields.dropFirst() {
        for alias in field.split(whereSeparator: { $0 == "," || $0 == ";" }) {
          entries[ListReader.trimmed(alias).lowercased(), default: []].append(id)
        }
      }
    }
  }

  /// Numbers of the organisations a lower-case name or alias stands for.
  package func organisations(of name: String) -> [Int32] { entries[name] ?? [] }

  package func share(_ first: String, _ second: String) -> Bool {
    let others = organisations(of: second)
    return organisations(of: first).contains { others.contains($0) }
  }
}

/// Units of measure (`units.txt`): `group<TAB>alias, alias<TAB>factor`.
///
/// Units of one group measure one thing; the factor turns a value into the group's base unit.
package struct UnitList: Sendable {
  package struct Unit: Hashable, Sendable {
    /// What is measured: length, mass, money in dollars ...
    package var group: String
    /// First alias: the unit's canonical name.
    package var name: String
    /// Base units in one of this unit, or nil where no factor is given (currencies).
    package var factor: Double?
  }

  private var entries: [String: Unit] = [:]
  package private(set) var count = 0

  package init(text: String) {
    for line in ListReader.lines(in: text[...]) {
      let fields = ListReader.fields(line)
      guard fields.count >= 2, let first = ListReader.parts(fields[1], ",").first else { continue }
      let unit = Unit(group: String(fields[0]), name: String(first), factor: fields.count > 2 ? Double(fields[2]) : nil)
      count += 1
      for alias in ListReader.parts(fields[1], ",") {
        let key = alias.lowercased()
        if entries[key] == nil { entries[key] = unit }
      }
    }
  }

  /// The unit a word or sign stands for, whatever its case.
  package func unit(of alias: String) -> Unit? { entries[alias] ?? entries[alias.lowercased()] }
}
