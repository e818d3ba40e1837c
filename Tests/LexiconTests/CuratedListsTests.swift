import Resources
import Lexicon
import Testing

struct CuratedListsTests {
  private let lists = CuratedLists.standard

  @Test func `the compiled-in lists parse whole`() {
    #expect(lists.opposites.count >= 600)
    #expect(lists.opposites.malformed.isEmpty)
    #expect(lists.synonyms.count >= 500)
    #expect(!lists.reportingVerbs.phrases.isEmpty && !lists.hedges.phrases.isEmpty)
    #expect(!lists.negators.phrases.isEmpty)
  }

  @Test func `values of the phrase lists are the ones their format names`() {
    func values(_ table: PhraseTable) -> Set<String> { Set(table.phrases.compactMap { table.value(of: $0) }) }
    #expect(values(lists.hedges) == ["open", "strong", "weak"])
    #expect(values(lists.negators) == ["explicit", "implicit"])
    #expect(values(lists.reportingVerbs).isSuperset(of: ["neutral", "deny", "claim"]))
  }

  @Test func `words on both sides of one entry are opposites of themselves nowhere`() {
    let session = LexiconSession()
    for word in ["rise", "fall", "win", "lose", "accept", "reject", "ease", "tighten"] {
      let id = session.id(for: word)
      #expect(!session.relation(id, id).isOpposite)
    }
  }

  @Test func `an entry of opposites opposes every word of one side to every word of the other`() {
    let list = OppositeList(text: "# comment\nrise, climb | fall, drop\nopen | shut\nbroken line\n")
    #expect(list.count == 2)
    #expect(list.malformed == ["broken line"])
    #expect(list.memberships(of: "climb") == [.init(entry: 0, side: 0)])
    #expect(list.memberships(of: "drop") == [.init(entry: 0, side: 1)])
    #expect(list.memberships(of: "shut") == [.init(entry: 1, side: 1)])
    #expect(list.memberships(of: "comment").isEmpty)
  }

  @Test func `a contrast set names its topic first`() {
    let list = OppositeList(text: "projectile: missile | rocket, rockets | shell", hasTopics: true)
    #expect(list.memberships(of: "missile") == [.init(entry: 0, side: 0)])
    #expect(list.memberships(of: "rockets") == [.init(entry: 0, side: 1)])
    #expect(list.memberships(of: "projectile").isEmpty)
  }

  @Test func `a word has one valence`() {
    let list = ValenceList(text: "positive: mend, help\nnegative: break\nneutral: stand\n")
    #expect(["mend", "help", "break", "stand"].map(list.sign) == [1, 1, -1, 0])
    #expect(list.malformed == ["neutral: stand"])
    #expect(lists.valence.malformed.isEmpty && lists.contrasts.malformed.isEmpty)
  }

  /// The lists answer one question each; a pair in two of them would get two answers.
  @Test func `no near-synonyms are opposites or contrasts`() {
    let words = Set(
      (Self.entries("opposites.txt") + Self.entries("contrasts.txt")).filter { !lists.synonyms.groups(of: $0).isEmpty })
    for (name, list) in [("opposites", lists.opposites), ("contrasts", lists.contrasts)] {
      var sides: [Int32: [(word: String, side: Int32)]] = [:]
      for word in words.sorted() {
        for place in list.memberships(of: word) { sides[place.entry, default: []].append((word, place.side)) }
      }
      for members in sides.values {
        for (index, first) in members.enumerated() {
          for second in members[(index + 1)...] where first.side != second.side {
            let shared = Set(lists.synonyms.groups(of: first.word)).intersection(lists.synonyms.groups(of: second.word))
            #expect(shared.isEmpty, "\(name): \(first.word), \(second.word)")
          }
        }
      }
    }
  }

  /// Every word of a list that the program carries.
  private static func entries(_ name: String) -> [String] {
    (Resource.text(name) ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap { line in
      line.split { "|,:".contains($0) }.map { String($0.drop { $0 == " " }) }.map { word in
        String(word.reversed().drop { $0 == " " }.reversed())
      }
    }
  }

  @Test func `a scale counts the steps between two words`() {
    let list = ScaleList(text: "quantity: none < few, some < most < all\nforce: slightly < sharply")
    #expect(list.distance("some", "all")?.steps == 2)
    #expect(list.distance("all", "some")?.steps == 2)
    #expect(list.distance("few", "some")?.steps == 0)
    #expect(list.distance("few", "sharply") == nil)
    #expect(list.names == ["quantity", "force"])
  }

  @Test func `a phrase has its value, or the one of its list`() {
    let table = PhraseTable(text: "# comment\nsay\nmake  clear\tclaim\n", fallback: "neutral")
    #expect(table.phrases == ["say", "make clear"])
    #expect(table.value(of: "say") == "neutral" && table.value(of: "make clear") == "claim")
    #expect(table.value(of: "make") == nil)
  }

  @Test func `a country is found by alias adjective and capital`() {
    let list = PlaceList(
      text: "Freedonia\tFD, Republic of Freedonia\tFreedonian\tGlorville;Old Glory\nSylvania\t\tSylvanian\tBonn")
    #expect(list.share("freedonian", "glorville"))
    #expect(list.share("fd", "old glory"))
    #expect(!list.share("freedonia", "sylvanian"))
  }

  @Test func `spelling folds both variants to one`() {
    let list = SpellingList(text: "colour\tcolor\ncentre\tcenter")
    #expect(list.fold("colour") == list.fold("color"))
    #expect(list.fold("privatisation") == list.fold("privatization"))
    #expect(list.fold("analysed") == list.fold("analyzed"))
    #expect(list.fold("rise") == "rise")
  }

  @Test(arguments: ["", "|", "a|", "\t\t\t", ":\n:<", ",,,|,,,", "<<<", "a:b<", "\u{0}\u{0}"])
  func `broken lists give empty tables`(text: String) {
    _ = OppositeList(text: text)
    _ = SynonymList(text: text)
    _ = ScaleList(text: text)
    _ = PhraseTable(text: text)
    _ = PlaceList(text: text)
    _ = OrganisationList(text: text)
    _ = UnitList(text: text)
    #expect(SpellingList(text: text).count == 0)
  }
}
