import TestSupport
import Testing
import Text

@testable import Pipeline

@Suite struct ReplacedPassagesTests {
  private func found(_ a: String, _ b: String, words: Bool = true) -> [String] {
    let passages = ReplacedPassages(
      first: .init(bytes: Array(a.utf8), words: a.words), second: .init(bytes: Array(b.utf8), words: b.words),
      likeness: words ? WordLikeness() : nil)
    func text(_ range: Range<Int>, of text: String) -> String { String(decoding: Array(text.utf8)[range], as: UTF8.self) }
    return passages.find().map { "\(text($0.a, of: a)) > \(text($0.b, of: b))" }
  }

  /// One invented sentence with a slot, and a second sentence that stays.
  static let frames: [(frame: String, slots: [String])] = [
    ("The skipper of the Tarn Rose has _ the harbour master's dog, a witness said.", ["rescued", "kicked"]),
    ("Der Wirt Alois Berend hat dem Lehrling am Montag den Lohn _, sagt ein Gast.", ["gezahlt", "verweigert"]),
    ("La alcaldesa Inés Corral _ el puente viejo de Tarrasa, según un vecino.", ["inauguró", "demolió"]),
    ("Le directeur Paul Vasseur a _ les grévistes de Lormont, raconte un témoin.", ["salué", "giflé"]),
    ("O prefeito Caio Brandão _ a biblioteca de Itaberaba, conta uma moradora.", ["ampliou", "queimou"]),
    ("Il parroco Dino Sarti ha _ il coro di Valdora, racconta una vicina.", ["fondato", "cacciato"]),
  ]
  static let tail = " Nobody else was near. The town will look into it next week, and more is not known so far."

  @Test(arguments: frames.indices) func `another deed in the first sentence is told`(_ index: Int) {
    let (frame, slots) = Self.frames[index]
    let texts = slots.map { frame.replacing("_", with: $0) + Self.tail }
    #expect(found(texts[0], texts[1]) == ["\(slots[0]) > \(slots[1])"])
    #expect(found(texts[1], texts[0]) == ["\(slots[1]) > \(slots[0])"])
    #expect(found(texts[0], texts[1], words: false).isEmpty)
    #expect(found(texts[0], texts[0]).isEmpty)
  }

  @Test(arguments: [
    ("rescued", "rescues"), ("rescued", "resuced"), ("saved", "rescued"), ("rescued", "now rescued"), ("3", "4"),
  ])
  func `another form, spelling, synonym, a word more and a figure are left to others`(_ a: String, _ b: String) {
    let texts = [a, b].map { Self.frames[0].frame.replacing("_", with: $0) + Self.tail }
    #expect(found(texts[0], texts[1]).isEmpty)
  }

  @Test func `names are left to drift`() {
    let texts = ["Vasseur", "Lefort"].map {
      "Hier à Lormont, le directeur Paul \($0) a salué les grévistes de la ville." + Self.tail
    }
    #expect(found(texts[0], texts[1]).isEmpty)
  }

  @Test func `one word far behind the beginning is copy-editing`() {
    let before = (0..<32).map { "word\($0)" }.joined(separator: " ") + ". "
    let texts = Self.frames[0].slots.map { before + Self.frames[0].frame.replacing("_", with: $0) + Self.tail }
    #expect(found(texts[0], texts[1]).isEmpty)
  }

  @Test func `who changes three places was editing`() {
    let a = "The skipper of the old Tarn Rose has rescued the harbour dog near the pier, a witness of it said on the spot."
    let b = "The skipper of the small Tarn Rose has kicked the harbour dog near the lighthouse, a witness of it said on the spot."
    #expect(found(a + Self.tail, b + Self.tail).isEmpty)
  }
}
