import Drift
import TestSupport
import Testing

/// Shares, round numbers in words, units behind them, scores and lists of names in sentences that were copied.
@Suite struct CopiedFigureTests {
  /// Sentences round the one in question, by which its language is told.
  private static let frames = [
    "en": "The harbour board of Brandal met in the old salt store on the quay. Its roof had been mended in spring.",
    "pt": "O conselho do porto de Brandal reuniu-se no velho armazém de sal do cais. O telhado foi reparado na primavera.",
    "es": "La junta del puerto de Brandal se reunió en el viejo almacén de sal del muelle. El techo fue reparado en primavera.",
    "fr": "Le conseil du port de Brandal a siégé dans l'ancien entrepôt de sel du quai. Le toit avait été refait au printemps.",
    "de": "Der Hafenrat von Brandal tagte im alten Salzlager am Kai. Das Dach war im Frühjahr erneuert worden.",
    "ar": "اجتمع مجلس ميناء براندال في مخزن الملح القديم على الرصيف. تم إصلاح السقف في فصل الربيع.",
    "ru": "Совет порта Брандаль собрался в старом соляном складе на причале. Крышу починили весной.",
  ]

  private func serious(_ language: String, _ a: String, _ b: String, _ category: DriftCategory) -> [DriftFinding] {
    let frame = Self.frames[language] ?? ""
    return Analyzers.compare("\(frame) \(a)", "\(frame) \(b)").findings.filter {
      $0.severity > .minor && $0.category == category
    }
  }

  @Test(arguments: [
    ("en", "Half of the boats were damaged in the storm on Monday.", "A third of the boats were damaged in the storm on Monday."),
    ("en", "A fifth of the boats were damaged in the storm on Monday.", "40% of the boats were damaged in the storm on Monday."),
    ("en", "Dozens of people were hurt in the storm on Monday.", "14 people were hurt in the storm on Monday."),
    ("en", "Hundreds of people marched through Brandal on Monday.", "Thousands of people marched through Brandal on Monday."),
    ("pt", "Metade dos barcos foi danificada pela tempestade.", "Um terço dos barcos foi danificado pela tempestade."),
    ("pt", "Dezenas de pessoas ficaram feridas na tempestade.", "14 pessoas ficaram feridas na tempestade."),
    ("es", "La mitad de los barcos resultó dañada por la tormenta.", "Un tercio de los barcos resultó dañado por la tormenta."),
    ("es", "Cientos de personas marcharon por el centro de Brandal.", "Miles de personas marcharon por el centro de Brandal."),
    (
      "de", "Die Hälfte der Boote wurde am Montag im Sturm beschädigt.",
      "Ein Drittel der Boote wurde am Montag im Sturm beschädigt."
    ),
    ("fr", "La moitié des bateaux a été endommagée lundi.", "Un tiers des bateaux a été endommagé lundi."),
    ("ar", "تضرر نصف القوارب في العاصفة التي ضربت الميناء.", "تضرر ثلث القوارب في العاصفة التي ضربت الميناء."),
    ("ru", "Сотни людей прошли в понедельник по центру Брандаля.", "Тысячи людей прошли в понедельник по центру Брандаля."),
  ])
  func `another share or round number is serious, in either direction`(_ language: String, _ a: String, _ b: String) {
    #expect(!serious(language, a, b, .number).isEmpty)
    #expect(!serious(language, b, a, .number).isEmpty)
  }

  @Test(arguments: [
    (
      "pt", "Na denúncia de 102 páginas, assinada por três promotores da comarca do norte, a acusação detalha as obras do cais.",
      "Na denúncia de quase 200 páginas a acusação detalha as obras do cais, que ninguém viu."
    ),
    (
      "en", "In its report of 140 pages, signed by the three wardens of the coast, the board lists the faults of the crane.",
      "In its report of nearly 300 pages the board lists the faults of the crane, which nobody saw."
    ),
  ])
  func `a figure between the same nouns is told whatever else the sentences say`(_ language: String, _ a: String, _ b: String) {
    #expect(!serious(language, a, b, .number).isEmpty)
    #expect(!serious(language, b, a, .number).isEmpty)
  }

  @Test(arguments: [
    ("en", "Half of the boats were damaged in the storm.", "50% of the boats were damaged in the storm."),
    ("en", "A fifth of the boats were damaged in the storm.", "20% of the boats were damaged in the storm."),
    ("en", "Dozens of people were hurt in the storm.", "Scores of people were hurt in the storm."),
    ("en", "Dozens of people were hurt in the storm.", "48 people were hurt in the storm."),
    ("en", "Hundreds of people marched through Brandal.", "350 people marched through Brandal."),
    ("en", "Rates rise by a quarter of a percentage point.", "Rates rise by 0.25 percentage points."),
    ("pt", "Metade dos barcos foi danificada pela tempestade.", "50% dos barcos foram danificados pela tempestade."),
    ("de", "Ein Drittel der Boote wurde am Montag beschädigt.", "33 Prozent der Boote wurden am Montag beschädigt."),
    ("fr", "Un quart des bateaux a été endommagé lundi.", "25 % des bateaux ont été endommagés lundi."),
  ])
  func `one share or number told in two ways is none`(_ language: String, _ a: String, _ b: String) {
    #expect(serious(language, a, b, .number).isEmpty)
    #expect(serious(language, b, a, .number).isEmpty)
  }

  @Test(arguments: [
    ("en", "The oil drifted for several miles along the coast.", "The oil drifted for several kilometres along the coast."),
    ("pt", "O navio foi levado a centenas de quilômetros da costa.", "O navio foi levado a centenas de milhas da costa."),
    (
      "de", "Das Öl trieb Hunderte Kilometer weit an der Küste entlang.",
      "Das Öl trieb Hunderte Meilen weit an der Küste entlang."
    ),
  ])
  func `another unit behind a word that counts is serious`(_ language: String, _ a: String, _ b: String) {
    #expect(!serious(language, a, b, .unit).isEmpty)
    #expect(serious(language, a, a, .unit).isEmpty)
  }

  @Test func `the things that are counted are no units`() {
    #expect(
      serious("en", "The oil reached hundreds of miles of shore.", "The oil reached hundreds of miles of beaches.", .unit).isEmpty
    )
  }

  @Test(arguments: [
    ("de", "Brandal gewann das Spiel am Samstag in Varne mit 3:0.", "Brandal gewann das Spiel am Samstag in Varne mit 0:3."),
    ("en", "Brandal won the match on Saturday in Varne 3-1.", "Brandal won the match on Saturday in Varne 1-3."),
    ("pt", "O Brandal venceu o jogo de sábado em Varne por 3 a 1.", "O Brandal venceu o jogo de sábado em Varne por 1 a 3."),
    (
      "de", "Grimdal zog sich im Heimspiel gegen Varne (0:3) am Samstag eine Zerrung zu.",
      "Grimdal zog sich im Heimspiel gegen Varne (3:0) am Samstag einen Bruch zu."
    ),
  ])
  func `a score the other way round is serious where all else was kept`(_ language: String, _ a: String, _ b: String) {
    #expect(!serious(language, a, b, .number).isEmpty)
    #expect(serious(language, a, a, .number).isEmpty)
  }

  @Test func `a score told from the other side is one score`() {
    #expect(serious("en", "Brandal beat Varne 3-1 on Saturday.", "Varne lost to Brandal 1-3 on Saturday.", .number).isEmpty)
  }

  @Test(arguments: [
    (
      "es", "El faro de Brandal le costó $57,000 a la junta del puerto.",
      "El faro de Brandal le costó €20,000 a la junta del puerto.", true
    ),
    (
      "es", "El faro de Brandal le costó $57,000 a la junta del puerto.",
      "El faro de Brandal le costó €50,000 a la junta del puerto.", false
    ),
    ("en", "The lamp of Brandal cost the town £9,000 in all.", "The lamp of Brandal cost the town $2,000 in all.", true),
    ("en", "The lamp of Brandal cost the town £9,000 in all.", "The lamp of Brandal cost the town $12,000 in all.", false),
    ("en", "The lamp of Brandal cost the town $9,000 in all.", "The lamp of Brandal cost the town 1,300,000 yen in all.", false),
  ])
  func `a sum in another currency is serious where no rate makes it the same`(
    _ language: String, _ a: String, _ b: String, _ isSerious: Bool
  ) {
    #expect(serious(language, a, b, .number).isEmpty != isSerious)
  }

  @Test func `a number of thousands with a blank inside is one number`() {
    #expect(serious("pt", "Gastou 7, 7 mil euros na loja do porto.", "Gastou 7,7 mil euros na loja do porto.", .number).isEmpty)
  }

  @Test(arguments: [
    (
      "en", "Playing for Varne on Sunday: Lind - Moe - Brandt - Oster - Kray - Holm - Tveit.",
      "Playing for Varne on Sunday: Lind - Moe - Brandt - Oster - Sandvik - Holm - Tveit."
    ),
    (
      "ar", "تشكيلة الفريق : رامي الجريدي - سليم محجوب - محمود صالح - ياسين مرياح - كريم عوض - حسام حبيب - وليد ندى .",
      "تشكيلة الفريق : رامي الجريدي - سليم محجوب - محمود صالح - ياسين مرياح - كريم عوض - فارس طيب - وليد ندى ."
    ),
  ])
  func `a name in another's place in a list is serious, in another order or left out it is not`(
    _ language: String, _ a: String, _ b: String
  ) {
    #expect(!serious(language, a, b, .name).isEmpty)
    let parts: [String] = a.components(":")
    let items: [String] = parts[1].components("-").map { $0.filter { $0 != "." } }
    let turned = "\(parts[0]):\(Array(items.reversed()).joined(separator: " -")) ."
    let shorter = "\(parts[0]):\(Array(items.dropLast()).joined(separator: " -")) ."
    #expect(serious(language, a, turned, .name).isEmpty)
    #expect(serious(language, a, shorter, .name).isEmpty)
  }
}

extension String {
  fileprivate func components(_ separator: Character) -> [String] { split(separator: separator).map(String.init) }
}
