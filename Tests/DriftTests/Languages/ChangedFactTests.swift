import Drift
import Foundation
import Output
import Pipeline
import Reports
import TestSupport
import Testing

/// A figure, a day or a name changed in an article of each language gives that finding, and the same article gives none.
@Suite struct ChangedFactTests {
  struct Article: Sendable, CustomStringConvertible {
    var code: String
    var text: String
    var changes: [(old: String, new: String, category: DriftCategory)]
    var description: String { code }
  }

  private static let articles = [
    Article(
      code: "de",
      text: """
        Der Hafenrat von Velmora gibt 46 Millionen Kronen für eine neue Mole aus. Der Vorsitzende Olav Berrefjord sagte am Dienstag, die Steine seien \
        bezahlt. Taucher aus Askvoll haben zwölf der dreißig Pfeiler gesehen. Die Sitzung endete mit einem Bericht über die Lampe des Leuchtturms.
        """,
      changes: [
        ("46", "48", .number), ("Dienstag", "Freitag", .time), ("Berrefjord", "Marholm", .name), ("zwölf", "vierzehn", .number),
      ]),
    Article(
      code: "es",
      text: """
        La junta del puerto de Velmora gastará 46 millones de coronas en un nuevo rompeolas. El presidente Olav Berrefjord dijo el martes que la \
        piedra ya está pagada. Los buzos de Askvoll han visto doce de los treinta pilares. La reunión terminó con un informe sobre la lámpara del faro.
        """,
      changes: [
        ("46", "48", .number), ("martes", "viernes", .time), ("Berrefjord", "Marholm", .name), ("doce", "catorce", .number),
      ]),
    Article(
      code: "pt",
      text: """
        A junta do porto de Velmora vai gastar 46 milhões de coroas em um novo quebra-mar. O presidente Olav Berrefjord disse na terça-feira que a \
        pedra já está paga. Os mergulhadores de Askvoll viram doze dos trinta pilares. A reunião terminou com um relatório sobre a lâmpada do farol.
        """,
      changes: [
        ("46", "48", .number), ("terça-feira", "sexta-feira", .time), ("Berrefjord", "Marholm", .name),
        ("doze", "catorze", .number),
      ]),
    Article(
      code: "fr",
      text: """
        Le conseil du port de Velmora dépensera 46 millions de couronnes pour une nouvelle jetée. Le président Olav Berrefjord a dit mardi que la \
        pierre est déjà payée. Les plongeurs d'Askvoll ont vu douze des trente piliers. La réunion s'est terminée par un rapport sur la lampe du phare.
        """,
      changes: [
        ("46", "48", .number), ("mardi", "vendredi", .time), ("Berrefjord", "Marholm", .name), ("douze", "quatorze", .number),
      ]),
    Article(
      code: "ar",
      text: """
        سينفق مجلس ميناء فلمورا 46 مليون كرونة على رصيف جديد طوله 310 أمتار. وقال رئيس المجلس يوم الثلاثاء إن ثمن 900 طن من الحجارة قد دفع في \
        ثلاثة أقساط. ورأى الغواصون 12 من 30 عمودا في الحوض القديم الذي بني عام 1874. وانتهى الاجتماع بتقرير عن مصباح المنارة التي بنيت قبل الحرب.
        """,
      changes: [("46", "48", .number), ("الثلاثاء", "الجمعة", .time)]),
  ]

  private let comparer = PairComparer(options: DriftOptions())

  private func serious(_ a: String, _ b: String) -> [DriftFinding] {
    comparer.compare(a, b).drift.findings.filter { $0.severity > .minor }
  }

  @Test(arguments: articles) func `a changed fact is that finding, in either direction`(article: Article) {
    #expect(comparer.compare(article.text, article.text).drift.findings.isEmpty)
    for (old, new, category) in article.changes {
      let copy = article.text.replacing(old, with: new)
      for (a, b) in [(article.text, copy), (copy, article.text)] {
        let found = serious(a, b)
        #expect(found.map(\.category) == [category], "\(old): \(found.map(\.message))")
        for finding in found {
          let words = finding.b.map { String(decoding: Array(b.utf8)[$0.range], as: UTF8.self) } ?? ""
          // "sexta" stands for "sexta-feira" too.
          let wanted = b == copy ? new : old
          #expect(!words.isEmpty && (words.contains(wanted) || wanted.hasPrefix(words)), "\(words)")
        }
      }
    }
  }

  @Test(arguments: articles) func `what stands in a line of output is what the places cut out`(article: Article) throws {
    let copy = article.changes.reduce(article.text) { $0.replacing($1.old, with: $1.new) }
    for (seed, mutant) in Places.mutations(of: copy, count: 3, seed: 5).enumerated() {
      let (a, b) = seed % 2 == 0 ? (Array(article.text.utf8), Array(mutant.utf8)) : (Array(mutant.utf8), Array(copy.utf8))
      let line = ComparisonJSON.line(comparer.compare(a, b), a: a, b: b)
      #expect(line.last == 0x0A && line.count { $0 == 0x0A } == 1)
      let object = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      let findings = try #require(object["drift"] as? [[String: Any]])
      for finding in findings {
        for (side, text) in [("a", a), ("b", b)] {
          guard let span = finding[side] as? [String: Any] else { continue }
          let (start, end) = (try #require(span["start"] as? Int), try #require(span["end"] as? Int))
          #expect(Places.isWhole(start..<end, in: text) && start < end)
          #expect((span["text"] as? String).map { Array($0.utf8) } == Array(text[start..<end]), "\(span)")
        }
      }
    }
  }
}
