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
    for line in ListReader.lines(in: text) {
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

/// Number words (`number_words.txt`): `word<TAB>value<TAB>kind`.
package struct NumberWordList: Sendable {
  package struct Entry: Hashable, Sendable {
    package var value: Double
    /// The list's own word for what it is: unit, ten, scale, ordinal, fraction ...
    package var kind: String
  }

  private var entries: [String: Entry] = [:]
  package var count: Int { entries.count }

  package init(text: String) {
    for line in ListReader.lines(in: text) {
      let fields = ListReader.fields(line)
      guard fields.count >= 2, let value = Double(fields[1]) else { continue }
      entries[String(fields[0])] = Entry(value: value, kind: fields.count > 2 ? String(fields[2]) : "")
    }
  }

  package func entry(of word: String) -> Entry? { entries[word] }
}
