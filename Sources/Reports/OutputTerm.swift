/// A field of the outputs that is neither a drift category nor a flag, and what it means.
struct OutputTerm: Sendable {
  let name: String
  let definition: String

  static let all: [OutputTerm] = [
    OutputTerm(
      name: "cluster",
      definition: """
        One story: the copies, edits, excerpts and rewrites of one text. An article alone is its own cluster. The id comes from the \
        members' content.
        """),
    OutputTerm(
      name: "event",
      definition: """
        The stories about one happening, told independently; each cluster lies inside one event.
        """),
    OutputTerm(
      name: "role",
      definition: """
        What an article is in its cluster: original, reprint, edited, rewrite, machine-rewrite, excerpt, update, composite (draws on \
        several stories) or single.
        """),
    OutputTerm(
      name: "original",
      definition: "The article of the cluster that the others go back to, as far as dates, credits and the texts tell."),
    OutputTerm(
      name: "similarity", definition: "How much of the article's text the original has, 0 to 1."),
    OutputTerm(
      name: "wire",
      definition: """
        The news agencies that the article's own words credit with the text: in a dateline, byline, credit, source or copyright line \
        or a sign-off. An agency that is only mentioned, or credited with a picture, is left out.
        """),
    OutputTerm(
      name: "wire_lost",
      definition: """
        The article is a copy of a story whose original credits an agency beyond doubt, and names no agency anywhere.
        """),
    OutputTerm(
      name: "sources",
      definition: """
        How many sources the event has that do not copy from each other: the agencies that its stories credit, and the publishers of \
        stories that credit none. "source_names" says which.
        """),
    OutputTerm(
      name: "score",
      definition: """
        How bad an article's flags are, from 0 (none) to 1; what is no article comes first. It ranks articles and is no probability.
        """),
  ]
}
