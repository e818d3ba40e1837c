internal import Resources

/// Finds the fields of an article under the names that they usually have, when nobody said what they are called.
///
/// `content` for the text, `link` for the address, `date` for the time: the list is `field_names.tsv`. A field that exists
/// under its own name, or whose name a person has chosen, is left alone. What was guessed is said once.
///
/// Here it is done for a whole file by its first records, or by its headings, to tell its form and to say what was guessed.
/// A record of JSON is read as a file would be that holds nothing else (``JSONParser``): what an article says does not
/// depend on what stands before it.
struct FieldGuess {
  /// What a field's value is, as far as that matters.
  enum Kind: Sendable { case string, strings, number, object, list, nothing }

  /// A field of the file.
  struct Found: Sendable {
    var name: String
    var kind: Kind

    /// The columns of a table, whose cells are all strings.
    static func columns(_ names: [String]) -> [Found] { names.map { Found(name: $0, kind: .string) } }
  }

  let fields: FieldNames

  init(_ fields: FieldNames) { self.fields = fields }

  /// The names of each ``ArticleField``, the likeliest first, lower case.
  private static let usual: [[String]] = ArticleField.allCases.map { field in
    Resource.rows("field_names.tsv").filter { $0.count == 2 && $0[0] == field.name }.map { String($0[1]) }
  }

  /// The names of a field, the likeliest first, lower case and ASCII.
  static func usual(_ field: ArticleField) -> [String] { usual[field.rawValue] }

  /// Where an object holds the value that it stands for: `{"source": {"id": null, "name": "Ledger"}}`.
  private static let inside = ["name", "rendered", "text", "value"]

  /// The names under which a file with these fields is read.
  func resolve(_ found: [Found]) -> FieldNames {
    var names = fields
    var taken = Set(ArticleField.allCases.filter { fields.chosen.contains($0) || isThere($0, found) }.map { fields[$0] })
    let lower = found.map { $0.name.lowercased() }
    for field in ArticleField.allCases where !fields.chosen.contains(field) {
      if let own = found.first(where: { $0.name == fields[field] }) {
        names[field] = usable(own, for: field, found) ?? fields[field]
        continue
      }
      guard let (name, path) = guess(field, found, lower, except: taken) else { continue }
      taken.insert(name)
      names[field] = path
    }
    return names
  }

  /// Whether one of the fields can be the text.
  func hasText(_ found: [Found]) -> Bool {
    let name = resolve(found).text
    return found.contains { $0.name == name && ($0.kind == .string || $0.kind == .strings) }
  }

  private func isThere(_ field: ArticleField, _ found: [Found]) -> Bool { found.contains { $0.name == fields[field] } }

  private func guess(_ field: ArticleField, _ found: [Found], _ lower: [String], except taken: Set<String>)
    -> (name: String, path: String)?
  {
    for usual in Self.usual(field) {
      for (candidate, name) in zip(found, lower) where name == usual && !taken.contains(candidate.name) {
        if let path = usable(candidate, for: field, found) { return (candidate.name, path) }
      }
    }
    return nil
  }

  /// The path to the field's value; nil when it cannot be one of that field.
  private func usable(_ candidate: Found, for field: ArticleField, _ found: [Found]) -> String? {
    switch candidate.kind {
    case .string: return candidate.name
    case .strings: return field == .text ? candidate.name : nil
    case .number: return field == .id || field == .published ? candidate.name : nil
    case .object:
      // What MongoDB writes for an id or a date is read as it is.
      if found.contains(where: { $0.name.hasPrefix(candidate.name + ".$") }) { return candidate.name }
      let paths = Self.inside.map { "\(candidate.name).\($0)" }
      return paths.first { path in found.contains { $0.name == path && $0.kind == .string } }
    case .list, .nothing: return nil
    }
  }

  /// The fields that are read under another name than was asked for.
  static func differences(_ asked: FieldNames, _ used: FieldNames) -> [ArticleField] {
    ArticleField.allCases.filter { asked[$0] != used[$0] }
  }
}

extension FieldNames {
  /// Whether the field's name is this usual one, or leads into it.
  func reads(_ usual: String, as field: ArticleField) -> Bool {
    let name = self[field].lowercased()
    return name == usual || name.hasPrefix(usual + ".")
  }
}
