import Drift
import Lexicon
import TestSupport
import Testing

/// What two writers say in their own way, and a checker of words alone takes for a change.
@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct SameMeaningTests {
  static let before = "The town council of Varne met twice in the spring to speak about the harbour. "
  static let after = " A market will open near the station before the summer. The ring road was quiet on Monday."

  @Test(arguments: [
    // Where a place is.
    ("The mill lies about nine miles north of the weir.", "The mill sits about nine miles north of the weir."),
    ("An old chapel stands above the ferry landing.", "An old chapel sits above the ferry landing."),
    // What is denied in part, or denied before a verb of thinking.
    (
      "The ledger shows what was spent, so the audit doesn't necessarily contradict the mayor.",
      "The ledger shows what was spent, so it doesn't contradict the mayor."
    ),
    (
      "\"It is an inappropriate song,\" the choir said on Monday.",
      "\"We don't think it is an appropriate song,\" the choir said on Monday."
    ),
    // A speaker named outside the words that go on about another man.
    (
      "Marin was ready. \"Well, when he has rowed to 30 islands, he can row with me,\" Marin said.",
      "Marin was ready. \"Well,\" she said, \"when he has rowed to 30 islands, he can row with me.\""
    ),
    // A figure cut off, and the same one rounded.
    ("The pumps moved 4,771,913 litres on Sunday.", "The pumps moved 4,700,000 litres on Sunday."),
    ("The pumps moved 4,771,913 litres on Sunday.", "The pumps moved 4,800,000 litres on Sunday."),
    // A hedge that belongs to the clause before.
    ("Or, as seems likely, will we be fined for the broken gate?", "Will we be fined for the broken gate?"),
    // A slip of the tongue mended in a quotation.
    (
      "It was dull. \"It is a hour too long,\" he said of the play.",
      "It was dull. \"It is an hour too long,\" he said of the play."
    ),
    // Who is named behind a preposition does not speak.
    (
      "A warden for the bird island in Lormont says the gulls are \"slowly losing their fear\" of the boats.",
      "Tilda Okonedo, a warden for the bird island in Lormont, says the gulls are \"slowly losing their fear\" of the boats."
    ),
  ])
  func `no serious finding`(_ a: String, _ b: String) {
    for pair in [MarkedPair(Self.before + a + Self.after, Self.before + b + Self.after)] {
      let serious = pair.findings().filter { $0.severity > .minor }
      #expect(serious.isEmpty, "\(serious.map(\.message))")
    }
  }

  @Test(arguments: [
    ("The pumps moved 4,771,913 litres on Sunday.", "The pumps moved 4,100,000 litres on Sunday."),
    ("The mill lies north of the weir.", "The mill lies south of the weir."),
  ])
  func `what only looks like it is serious still`(_ a: String, _ b: String) {
    let pair = MarkedPair(Self.before + a + Self.after, Self.before + b + Self.after)
    #expect(pair.findings().contains { $0.severity > .minor }, "\(pair.findings().map(\.message))")
  }
}
