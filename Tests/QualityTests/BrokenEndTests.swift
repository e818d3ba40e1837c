import Testing

@testable import Quality

/// Where articles break off, and where they are whole without a full stop.
@Suite struct BrokenEndTests {
  private static let english = """
    The north quay of Velmora stays shut until divers have looked at each of its piles, the harbour board said on Monday.

    Ferries leave from the south quay meanwhile, where queues were long and tempers short for most of the day.

    Nobody knows who ordered the first survey. It was done eleven years ago by a firm from Brod.
    """
  private static let german = """
    Der Nordkai von Velmora bleibt gesperrt, bis Taucher jeden seiner Pfähle angesehen haben, sagte die Hafenbehörde am Montag.

    Die Fähren legen solange am Südkai ab, wo die Schlangen den ganzen Tag über lang und die Nerven dünn waren.

    Wer das erste Gutachten bestellt hat, weiß niemand mehr. Es ist elf Jahre alt.
    """

  private func isFlagged(_ text: String) -> Bool { report(text).flags.contains { $0.flag == .truncatedText } }

  @Test(arguments: [
    " The board will meet again in Octo", " The board paid $4", " The survey (which cost", " It found that the piles had van-",
    " \"We were told noth", "\n\nThe divers work in cold water,", "\n\n\"We were told nothing and then",
    "\n\nThe survey of the piles (which nobody", "\n\n(continued on page B4)", "\n\nRead the full story at velmora.example",
    " The board met in April and the", "\n\nSix barges are sent to...", "\n\nThe board will hear of the…",
    " It was found by the [more]",
    "\n\nDivers said that she was sorry about the (more…)", " The survey went into the [continued on page 7]",
    " “The piles that nobody...",
  ])
  func `an English text that breaks off`(end: String) { #expect(isFlagged(Self.english + end), "\(end)") }

  @Test(arguments: [
    " Die Behörde tagt erst wieder im Okto", " Gefunden haben die Taucher bisher nur", " Das Gutachten (das nie",
    "\n\nAm Sonntag soll zum...", "\n\nDie Behörde tagt wegen [weiterlesen]", " „Die Pfähle, die niemand...",
    "\n\nDie Taucher arbeiten in kaltem Wasser,", "\n\n„Uns hat niemand etwas", "\n\nFortsetzung auf Seite 4",
  ])
  func `a German text that breaks off`(end: String) { #expect(isFlagged(Self.german + end), "\(end)") }

  @Test(arguments: [
    "", "\n\nJane Roe", "\n\nContact Ann Pell at 555-0148 or apell@velmora.example", "\n\nPhoto: Joe Hardy", "\n\nENDS",
    "\n\n-30-",
    "\n\nTags: harbour, ferries, divers", "\n\nFollow @annpell on X", "\n\nGoat stops the night train twice",
    "\n\n© 2024 The Velmora Mail", "\n\nMore: https://velmora.example/quay", "\n\n\"We were told nothing,\" Pell said.",
    "\n\nWhere: South Quay\nWhen: from 8 a.m.", " (AP)", " What a day!", "\n\n- two divers\n- one boat\n- eleven piles",
    "\n\nAnd nobody knew why...", "\n\nThe quay was shut (see page 4)", " \u{201C}We were told nothing...\u{201D}",
    "\n\nWe shall see...",
    "\n\nReporting by Ann Pell; Editing by Joe Hardy", "\n\nSource: Harbour Board of Velmora",
  ])
  func `a whole English text`(end: String) { #expect(!isFlagged(Self.english + end), "\(end)") }

  @Test func `where other paragraphs have no full stop either, a missing one says nothing`() {
    let sloppy = Self.english.replacing("of the day.", with: "of the day")
    #expect(!isFlagged(sloppy + " The board will meet again in the old town hall"))
  }

  private static let chinese = """
    港务局周一表示，北码头在潜水员检查完所有木桩之前将继续关闭。渡轮暂时改从南码头出发。

    第一份报告是谁要求的，现在已经没有人知道。报告写于十一年前。
    """

  @Test(arguments: ["\n\n新的木桩预计要花两百万元，如果议会同意在冬天之前", "\n\n新的木桩预计要花两百万元，如果议会……"])
  func `a Chinese text that breaks off`(end: String) { #expect(isFlagged(Self.chinese + end)) }

  @Test(arguments: ["", "\n\n记者 王小明", "\n\n新的木桩预计要花两百万元，议会将在冬天之前决定。", "（完）"])
  func `a whole Chinese text`(end: String) { #expect(!isFlagged(Self.chinese + end)) }

  private static let french = """
    Le quai nord de Velmora reste fermé tant que des plongeurs n'auront pas vu chacun de ses pieux, a dit lundi la direction du port.

    Les bacs partent en attendant du quai sud, où les files étaient longues et les nerfs courts pendant presque toute la journée.

    Personne ne sait qui a demandé la première étude. Elle a été faite il y a onze ans par un cabinet de Brod.
    """

  @Test(arguments: [" « On ne nous a rien dit. C'est vrai. Mais", "\n\n« On ne nous a rien dit depuis le"])
  func `a quotation that is never closed breaks off`(end: String) { #expect(isFlagged(Self.french + end), "\(end)") }

  @Test(arguments: [
    " « On ne nous a rien dit. »", " « On ne nous a rien dit », répète-t-on", "\n\n« On ne nous a rien dit, et c'est tout.",
    " Avec des informations de la Gazette du Port", "\n\nTraduit par Anne Pell",
  ])
  func `a whole French text`(end: String) { #expect(!isFlagged(Self.french + end), "\(end)") }

  @Test(arguments: [
    " With information from the harbour gazette", " Reporting by the night desk of the mail",
    " Con información de el diario del puerto",
    " Con informacion de eldiariodelpuerto",
  ])
  func `a credit behind the last full stop is no rest of a sentence`(end: String) {
    #expect(!isFlagged(Self.english + end), "\(end)")
  }
}
