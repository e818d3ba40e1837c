import Drift
import Quality
import TestSupport
import Testing

/// A name that stands often in an invented article, and once in a spelling that differs by a letter.
struct NameSlipTests {
  private static let names = ["Marholt", "Velmora", "Odenbrecht", "Samarko", "Wagnerol", "Kestrelby", "Delcidio", "Bandine"]

  private static let sentences = [
    "The board of # met on Monday and said nothing.", "Crews left # before dawn, as the wind had asked them to.",
    "Nobody in # knew who would pay for the quay.", "A lawyer for # told the court that the loan was paid back.",
    "The papers name # eleven times.", "What became of # was never asked.", "The ministry wrote to # in spring.",
  ]

  /// The article with the name in all sentences but one, which has the slip.
  private static func text(_ name: String, _ slip: String?, uses: Int, random: inout SeededGenerator) -> String {
    var forms = [String](repeating: name, count: uses)
    if let slip { forms.insert(slip, at: random.below(uses + 1)) }
    return forms.enumerated().map { sentences[$0 % sentences.count].replacing("#", with: $1) }.joined(separator: " ")
  }

  private func found(_ text: String) -> [String] { report(text).flags.filter { $0.flag == .inconsistentName }.map(\.text) }

  enum Slip: CaseIterable { case another, missing, doubled, swapped }

  private func slip(_ kind: Slip, _ name: String, _ random: inout SeededGenerator) -> String {
    var letters = Array(name)
    // Neither the first letter nor the last two: those may be another name or another form of it.
    let place = 2 + random.below(letters.count - 5)
    switch kind {
    case .another: letters[place] = letters[place] == "x" ? "z" : "x"
    case .missing: letters.remove(at: place)
    case .doubled: letters.insert("x", at: place)
    case .swapped: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }

  @Test(arguments: Slip.allCases, 0..<16)
  func `a spelling that stands once beside one that stands often is flagged where it stands`(kind: Slip, seed: Int) {
    var random = SeededGenerator(seed)
    let name = random.pick(Self.names)
    let wrong = slip(kind, name, &random)
    // Two equal letters that changed places are no slip.
    guard wrong != name else { return }
    #expect(found(Self.text(name, wrong, uses: 6, random: &random)) == [wrong], "\(name)")
    #expect(found(Self.text(name, nil, uses: 6, random: &random)).isEmpty)
  }

  @Test(arguments: 0..<16) func `a letter that differs is none where the name stands a few times`(seed: Int) {
    var random = SeededGenerator(seed)
    let name = random.pick(Self.names)
    #expect(found(Self.text(name, slip(.another, name, &random), uses: 4, random: &random)).isEmpty)
    #expect(found(Self.text(name, slip(.missing, name, &random), uses: 3, random: &random)).count == 1)
    #expect(found(Self.text(name, slip(.missing, name, &random), uses: 1, random: &random)).isEmpty)
  }

  @Test(arguments: [
    ("Ribeira", "Nelia Ribeiro"), ("Presidencia", "Precidencia"), ("Conservation", "Conversation"), ("Marholt", "Anna Marhold"),
    ("Norvanian", "Norvanians"), ("Velmora", "Velmoran"), ("Holm", "Helm"),
  ])
  func `other words and other people are no slips`(name: String, other: String) {
    var random = SeededGenerator(1)
    #expect(found(Self.text(name, other, uses: 6, random: &random)).isEmpty)
  }

  @Test func `two slips beside a name that stands all over the article are two slips, three are many hands`() {
    var random = SeededGenerator(3)
    let often = Self.text("Marholt", nil, uses: 12, random: &random)
    let slips = ["Marhollt", "Maholt", "Marhlot"].map { "A lawyer wrote to \($0) about it." }
    #expect(found(often + " " + slips.prefix(2).joined(separator: " ")) == ["Marhollt", "Maholt"])
    #expect(found(often + " " + slips.joined(separator: " ")).isEmpty)
    let seldom = Self.text("Marholt", nil, uses: 6, random: &random)
    #expect(found(seldom + " " + slips.prefix(2).joined(separator: " ")).isEmpty)
  }

  @Test(arguments: [
    ("\"We were told nothing,\" Odenbreht said at the gate.", true), ("Odenbreht wrote to the court in spring.", true),
    ("The film \"Odenbreht\" tells of it.", false), ("ODENBRECH IN COURT AGAIN", false),
    ("\"Odenbreht will not pay,\" the mayor said.", true),
  ])
  func `a slip is told where a capital is no proof of a name`(sentence: String, isSlip: Bool) {
    var random = SeededGenerator(5)
    let text = Self.text("Odenbrecht", nil, uses: 6, random: &random) + " " + sentence
    #expect(found(text) == (isSlip ? ["Odenbreht"] : []))
  }

  @Test(arguments: [
    "Presidentti Niinistön puhe kesti tunnin. Lehdet kysyivät Niinistön kantaa ja Niinistön vastausta. Kaikki uskoivat Niinistön "
      + "sanoihin, ja Niinistön ystävät odottivat. He luottivat Niinistöön.",
    "Суд допросил Навальный дважды. Сказал, что Навальный молчал, а Навальный писал. Все знают, как Навальный жил и где Навальный "
      + "был. Письмо передали для Навальной вечером.",
  ])
  func `forms of a name are no slips`(text: String) { #expect(found(text).isEmpty) }

  @Test func `a slip of an accent is minor`() {
    var random = SeededGenerator(4)
    let flags = report(Self.text("Délcidio", "Delcidio", uses: 6, random: &random)).flags.filter { $0.flag == .inconsistentName }
    #expect(flags.map(\.severity) == [.minor] && flags.map(\.text) == ["Delcidio"])
  }
}
