internal import Resources

/// The words of the outputs that are neither drift categories nor flags, for `newsprint explain`: the rows of `glossary.tsv`.
enum Glossary {
  struct Entry {
    var name: String
    var definition: String
  }

  static let entries = Resource.rows("glossary.tsv").filter { $0.count == 2 }.map {
    Entry(name: String($0[0]), definition: String($0[1]))
  }

  static func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }
}
