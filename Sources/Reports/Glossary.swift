/// The words of the outputs that are neither drift categories nor flags, for `newsprint explain`.
enum Glossary {
  struct Entry {
    var name: String
    var definition: String
  }

  static let entries: [Entry] = [
    Entry(
      name: "cluster",
      definition: """
        The copies and rewrites of one story. An article alone is a cluster of its own. The id comes from the members' content, so it \
        is the same in any batch.
        """),
    Entry(
      name: "event",
      definition: """
        The stories about one happening: looser than a cluster, which lies inside one event. Independent reports share an event and \
        no cluster.
        """),
    Entry(
      name: "role",
      definition: """
        What an article is in its cluster: the original, or a reprint, edited, rewrite, machine-rewrite, excerpt, update or composite \
        version of it; single for an article alone.
        """),
    Entry(
      name: "original",
      definition:
        "The version that the others of its cluster come from, as far as dates and texts tell; unknown where nothing decides."),
    Entry(name: "parent", definition: "The version that an article was made from: the nearest one, not the first."),
    Entry(
      name: "relation",
      definition: """
        How B relates to A: identical, reprint (word for word but for trivia), edited, rewrite, excerpt, update (a later version), \
        template (one form with other figures or names), shared-quotes (independent stories with quotations or background in common), \
        unrelated. The first six mean the same story.
        """),
    Entry(
      name: "wire",
      definition:
        "The news agencies that a text is credited to, in its dateline, byline or at its end. A mention or a photo credit is none."
    ),
    Entry(
      name: "similarity",
      definition: """
        Resemblance is the share of word runs that two texts have in common of all that either has; containment the share of the one's \
        that the other has. 0 to 1.
        """),
    Entry(
      name: "severity",
      definition: """
        How bad a finding is by its meaning: critical is what an editor would retract, major a fact that an editor would correct, minor \
        a matter of wording. A finding that is not sure enough for the preset is minor too.
        """),
    Entry(
      name: "confidence",
      definition: "How sure a finding is, 0 to 1; serious from .65 in the precise preset, from .55 in the sensitive one."),
  ]

  static func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }
}
