import Input
import TestSupport
import Testing

@testable import Pipeline

/// Copies that lost their letters beyond ASCII to a code page.
@Suite struct LostLetterTests {
  private static let texts = [
    """
    La préfecture a annoncé jeudi la fermeture du pont de fer d'Almore aux camions, après la découverte de fissures dans deux poutres. \
    « Nous ne pouvons plus prendre ce risque », a déclaré la sous-préfète Hélène Bréval devant les élus réunis à la mairie. Les autobus et \
    les voitures passeront encore sur une seule file. Les transporteurs de la carrière devront faire un détour de dix-sept kilomètres, ce \
    qui coûtera plus cher que le péage. Les travaux, estimés à trois millions d'euros, commenceront au printemps prochain si le conseil \
    général vote le crédit en décembre. Le pont avait été renforcé pour la dernière fois en 1988, lorsque les camions étaient plus légers.
    """,
    """
    El ayuntamiento cerró el lunes el puente de hierro porque dos pilares se hundieron medio palmo en el cauce del río. La ingeniera Pilar \
    Osés midió grietas en siete vigas y pidió que ni siquiera pasaran bicicletas. Los vecinos de la otra orilla tardan ahora cuarenta \
    minutos más en llegar al mercado por la carretera vieja. La diputación pondrá un transbordador antes del viernes, según explicó el \
    alcalde en una reunión con los comerciantes. Nadie sabe todavía cuánto costará la reparación ni quién la pagará.
    """,
    """
    Der Gemeinderat hat am Donnerstag die Sperrung der Brücke für Lastwagen beschlossen, weil ein Gutachter Risse in zwei Trägern gefunden \
    hat. »Wir dürfen das nicht länger verantworten«, sagte Bürgermeisterin Käthe Möhring. Für Fußgänger bleibt der Übergang geöffnet. Die \
    Händler am Markt befürchten, dass im Winter weniger Gäste kommen. Die Reparatur soll im Frühjahr beginnen und höchstens drei Millionen \
    Euro kosten. Über den Zuschuss des Landes wird erst im Dezember entschieden, wie das Amt mitteilte.
    """,
  ]

  static let losses = ["?", "\u{FFFD}", ""]

  private func lost(_ text: String, _ sign: String) -> String {
    text.unicodeScalars.map { $0.isASCII ? String($0) : sign }.joined()
  }

  /// Of the German text too few words in a row are left whole.
  @Test(arguments: texts.prefix(2), losses) func `a text without its accented letters is a copy, and the whole one stays`(
    text: String, sign: String
  ) throws {
    let folder = try Folder()
    let file = try folder.file("in.jsonl", [record("lost", lost(text, sign)), record("whole", text)])
    #expect(try Deduplication([file]).kept == ["whole"])
  }

  /// Words of a script without spaces overlap, so that none is cut from the one before.
  @Test func `two Chinese reports with one background stay two`() throws {
    let background = "北桥去年冬天因为两根横梁出现裂缝而关闭，货车只能绕行十七公里，市场上的商贩抱怨客人越来越少。"
    let first = "市长周一宣布北桥将在春天重新开放，修理费由省里承担，工人已经换好了新的横梁。" + background
    let second = "一艘渔船周五夜里撞上了北桥的桥墩，船上三人受了轻伤，警察正在调查船长是否喝了酒。" + background
    let folder = try Folder()
    let file = try folder.file("in.jsonl", [record("first", first), record("second", second)])
    #expect(try Deduplication([file]).kept == ["first", "second"])
  }

  @Test(arguments: losses) func `other texts without theirs are no copies`(sign: String) throws {
    let folder = try Folder()
    let lines = Self.texts.enumerated().flatMap { number, text in
      [record("lost-\(number)", lost(text, sign)), record("other-\(number)", Self.texts[(number + 1) % 3])]
    }
    let kept = try Deduplication([folder.file("in.jsonl", Array(lines.dropLast(5)))]).kept
    #expect(kept.count == 1)
    let one = try folder.file("two.jsonl", [record("lost", lost(Self.texts[0], sign)), record("other", Self.texts[1])])
    #expect(try Deduplication([one]).kept.count == 2)
  }

  @Test(arguments: texts) func `plain letters for accented ones are a copy that changed nothing, and the accented one stays`(
    text: String
  ) throws {
    let folder = try Folder()
    let plain = [
      "é": "e", "è": "e", "ê": "e", "ó": "o", "í": "i", "ü": "u", "ä": "a", "ö": "o", "ß": "ss", "Ü": "U", "à": "a", "á": "a",
    ]
    let ascii = text.map { plain[String($0)] ?? String($0) }.joined()
    var job = DedupeJob(context: RunContext(threads: 2))
    job.changes = .auto
    let result = try job.run(inputs: .paths([folder.file("in.jsonl", [record("plain", ascii), record("whole", text)])]))
    #expect(result.kept.map { result.corpus.name($0) } == ["whole"])
    #expect(result.dropped.allSatisfy { $0.changes.isEmpty })
  }
}
