import Drift
import Lexicon
import TestSupport
import Testing

/// Texts that say on which day they were written, and name two days: sessions, forecasts and matches, no versions of one text.
@Suite struct TwoDaysTests {
  private func serious(_ a: String, _ b: String) -> [DriftFinding] {
    Analyzers.compare(a, b).findings.filter { $0.severity > .minor && [.number, .time, .name].contains($0.category) }
  }

  @Test(arguments: [
    (
      """
      The first hearing on the sinking of the Solveig opened today, Thursday, in the old customs house. The widows of the crew sat in \
      front. The chairman said that every witness would be heard, and 3 of them were.
      """,
      """
      In the old customs house, the second hearing about the sinking of the Solveig began today, Friday. Fewer of the widows came. The \
      chairman read letters for an hour, and 5 witnesses of the crew were heard at last.
      """
    ),
    (
      "تتواصل اليوم الاثنين 03 أفريل 2017 الرياح القوية قرب السواحل مع أمطار غزيرة بالشمال، وتتجاوز سرعة الرياح 70 كلم/س خلال الليل.",
      "تتواصل اليوم الأربعاء 19 أفريل 2017 الرياح القوية قرب السواحل مع أمطار متفرقة بالوسط والجنوب، وتتجاوز سرعة الرياح 70 كلم/س بعد الظهر."
    ),
  ])
  func `what is filled in on another day did not become something else`(a: String, b: String) {
    #expect(serious(a, b).isEmpty)
  }

  @Test func `one day that is wrong in a copy is a slip`() {
    let a = """
      The first hearing on the sinking of the Solveig opens on Thursday 4 May in the old customs house. The widows of the crew will sit \
      in the front row. The chairman says that every witness will be heard. Nobody is allowed to film.
      """
    #expect(serious(a, a.replacing("Thursday", with: "Friday")).contains { $0.category == .time })
    #expect(serious(a, a.replacing("4 May", with: "14 May")).contains { $0.category == .time || $0.category == .number })
  }

  @Test func `the date of one weekday in a text that was copied, and a little edited, is a change`() {
    let a = """
      A câmara do porto de Velmora decidiu nesta terça-feira (25) soltar o antigo capitão do rebocador. O marinheiro está preso no forte \
      desde o inverno. Votaram a favor os três juízes mais velhos. Os pescadores do cais pediram calma. Ninguém falou com os jornalistas.
      """
    let b = """
      A câmara do porto de Velmora mandou soltar nesta terça-feira (2) o antigo capitão do rebocador. O marinheiro está preso no forte \
      desde o inverno. Votaram pela soltura os três juízes mais velhos. Os pescadores do cais pediram calma. Ninguém falou com jornalistas.
      """
    #expect(serious(a, b).contains { $0.rule == .timeFigure })
  }

  @Test func `two hours in two free sentences belong to two matches`() {
    let a = """
      Holmvik lost 3-1 to Granby in the friendly at the old gymnasium, in spite of a strong second half and two saves by the young keeper, \
      four days before the summer cup, in which it plays Sandnes on Sunday at 23:50.
      """
    let b = """
      Today at 22:00 the team of Holmvik meets Granby for a friendly, and the doors of the old gymnasium open early so that families find \
      seats near the court.
      """
    #expect(serious(a, b).isEmpty)
  }

  @Test func `a weekday that may be an ordinal is one behind a pointing word`() {
    let a = """
      O motorista foi ouvido na noite desta segunda, no porto de Holmvik. A polícia espera a segunda audiência para decidir. O barco \
      continua preso no cais.
      """
    #expect(serious(a, a.replacing("desta segunda,", with: "desta terça,")).contains { $0.category == .time })
    let session =
      "O conselho do porto abriu nesta segunda sessão o debate sobre o cais. Os pescadores vieram ouvir. Nada foi decidido."
    #expect(!serious(session, session.replacing("segunda", with: "terceira")).contains { $0.category == .time })
  }
}
