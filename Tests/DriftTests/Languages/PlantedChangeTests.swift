import Drift
import TestSupport
import Testing

/// One word or figure changed in an otherwise equal text, in twenty languages: what an editor would retract.
struct PlantedChangeTests {
  struct Text: Sendable, CustomTestStringConvertible {
    var language: String
    var text: String
    /// Words of the text, each once, and what is put in their place.
    var changes: [(String, String)]
    var testDescription: String { language }
  }

  private static let texts = [
    Text(
      language: "es",
      text: """
        La policía detuvo el viernes a un hombre después de que tres personas resultaran heridas en Robledal. El \
        tribunal confirmó que el acusado es culpable y el club ganó el partido.
        """,
      changes: [
        ("detuvo", "liberó"), ("un hombre", "una mujer"), ("heridas", "muertas"), ("confirmó", "negó"), ("culpable", "inocente"),
        ("tres", "trece"), ("viernes", "domingo"), ("ganó", "perdió"),
      ]),
    Text(
      language: "pt",
      text: """
        A polícia prendeu na sexta-feira um homem depois que três pessoas ficaram feridas em Robledal. O tribunal \
        confirmou que o acusado é culpado e o clube venceu a partida.
        """,
      changes: [
        ("prendeu", "libertou"), ("um homem", "uma mulher"), ("feridas", "mortas"), ("confirmou", "negou"),
        ("culpado", "inocente"), ("três", "treze"), ("sexta-feira", "domingo"), ("venceu", "perdeu"),
      ]),
    Text(
      language: "de",
      text: """
        Die Polizei nahm am Freitag einen Mann fest, nachdem drei Menschen in Robleda verletzt worden waren. Das Gericht \
        bestätigte, dass der Angeklagte schuldig ist, und der Verein gewann das Spiel.
        """,
      changes: [
        ("einen Mann", "eine Frau"), ("verletzt", "getötet"), ("bestätigte", "bestritt"), ("schuldig", "unschuldig"),
        ("drei", "dreizehn"), ("Freitag", "Sonntag"), ("gewann", "verlor"),
      ]),
    Text(
      language: "fr",
      text: """
        La police a arrêté vendredi un homme après que trois personnes ont été blessées à Robleda. Le tribunal a \
        confirmé que l'accusé est coupable et le club a gagné le match.
        """,
      changes: [
        ("arrêté", "libéré"), ("un homme", "une femme"), ("blessées", "tuées"), ("confirmé", "nié"), ("coupable", "innocent"),
        ("trois", "treize"), ("vendredi", "dimanche"), ("gagné", "perdu"),
      ]),
    Text(
      language: "it",
      text: """
        La polizia ha arrestato venerdì un uomo dopo che tre persone sono rimaste ferite a Robleda. Il tribunale ha \
        confermato che l'imputato è colpevole e il club ha vinto la partita.
        """,
      changes: [
        ("arrestato", "liberato"), ("un uomo", "una donna"), ("ferite", "uccise"), ("confermato", "negato"),
        ("colpevole", "innocente"), ("tre", "tredici"), ("venerdì", "domenica"), ("vinto", "perso"),
      ]),
    Text(
      language: "nl",
      text: """
        De politie heeft vrijdag een man aangehouden nadat drie mensen in Robleda gewond raakten. De rechtbank \
        bevestigde dat de verdachte schuldig is en de club won de wedstrijd.
        """,
      changes: [
        ("aangehouden", "vrijgelaten"), ("een man", "een vrouw"), ("bevestigde", "ontkende"), ("schuldig", "onschuldig"),
        ("drie", "dertien"), ("vrijdag", "zondag"),
      ]),
    Text(
      language: "sv",
      text: """
        Polisen grep en man på fredagen sedan tre personer skadats i Robleda. Domstolen bekräftade att den åtalade är \
        skyldig och klubben vann matchen.
        """,
      changes: [
        ("grep", "släppte"), ("en man", "en kvinna"), ("skadats", "dödats"), ("bekräftade", "förnekade"), ("skyldig", "oskyldig"),
        ("tre", "tretton"), ("fredagen", "söndagen"), ("vann", "förlorade"),
      ]),
    Text(
      language: "no",
      text: """
        Politiet pågrep fredag en mann etter at tre personer ble skadet i Robleda. Retten bekreftet at tiltalte er \
        skyldig, og klubben vant kampen.
        """,
      changes: [
        ("pågrep", "løslot"), ("en mann", "en kvinne"), ("skadet", "drept"), ("bekreftet", "avkreftet"), ("skyldig", "uskyldig"),
        ("tre", "tretten"), ("fredag", "søndag"), ("vant", "tapte"),
      ]),
    Text(
      language: "da",
      text: """
        Politiet anholdt fredag en mand, efter at tre personer blev såret i Robleda. Retten bekræftede, at tiltalte er \
        skyldig, og klubben vandt kampen.
        """,
      changes: [
        ("anholdt", "løslod"), ("en mand", "en kvinde"), ("såret", "dræbt"), ("bekræftede", "afviste"), ("skyldig", "uskyldig"),
        ("tre", "tretten"), ("fredag", "søndag"), ("vandt", "tabte"),
      ]),
    Text(
      language: "pl",
      text: """
        Policja zatrzymała w piątek mężczyznę po tym, jak trzy osoby zostały ranne w Robledzie. Sąd potwierdził, że \
        oskarżony jest winny, a klub wygrał mecz.
        """,
      changes: [
        ("zatrzymała", "zwolniła"), ("mężczyznę", "kobietę"), ("ranne", "zabite"), ("potwierdził", "zaprzeczył"),
        ("winny", "niewinny"), ("piątek", "niedzielę"), ("wygrał", "przegrał"),
      ]),
    Text(
      language: "cs",
      text: """
        Policie v pátek zadržela muže poté, co byli v Robledě zraněni tři lidé. Soud potvrdil, že obžalovaný je vinen, a \
        klub vyhrál zápas.
        """,
      changes: [
        ("zadržela", "propustila"), ("muže", "ženu"), ("zraněni", "zabiti"), ("potvrdil", "popřel"), ("vinen", "nevinen"),
        ("tři", "třináct"), ("pátek", "neděli"), ("vyhrál", "prohrál"),
      ]),
    Text(
      language: "ru",
      text: """
        Полиция задержала в пятницу мужчину после того, как три человека были ранены в Робледе. Суд подтвердил, что \
        обвиняемый виновен, а клуб выиграл матч.
        """,
      changes: [
        ("задержала", "отпустила"), ("мужчину", "женщину"), ("ранены", "убиты"), ("подтвердил", "опроверг"),
        ("виновен", "невиновен"), ("три", "тринадцать"), ("пятницу", "воскресенье"), ("выиграл", "проиграл"),
      ]),
    Text(
      language: "uk",
      text: """
        Поліція затримала в п'ятницю чоловіка після того, як троє людей були поранені в Робледі. Суд підтвердив, що \
        обвинувачений винний, а клуб виграв матч.
        """,
      changes: [
        ("затримала", "відпустила"), ("чоловіка", "жінку"), ("поранені", "вбиті"), ("підтвердив", "спростував"),
        ("винний", "невинний"), ("троє", "тринадцять"), ("п'ятницю", "неділю"), ("виграв", "програв"),
      ]),
    Text(
      language: "ar",
      text: """
        أوقفت الشرطة يوم الجمعة رجلا بعد إصابة ثلاثة أشخاص في روبليدا. وأكدت المحكمة أن المتهم مذنب وفاز النادي \
        بالمباراة.
        """,
      changes: [
        ("أوقفت", "أطلقت"), ("رجلا", "امرأة"), ("إصابة", "مقتل"), ("وأكدت", "ونفت"), ("مذنب", "بريء"), ("ثلاثة", "سبعة"),
        ("الجمعة", "الأحد"), ("وفاز", "وخسر"),
      ]),
    Text(
      language: "el",
      text: """
        Η αστυνομία συνέλαβε την Παρασκευή έναν άνδρα αφού τρία άτομα τραυματίστηκαν στη Ρομπλέδα. Το δικαστήριο \
        επιβεβαίωσε ότι ο κατηγορούμενος είναι ένοχος και η ομάδα κέρδισε τον αγώνα.
        """,
      changes: [
        ("συνέλαβε", "απελευθέρωσε"), ("έναν άνδρα", "μια γυναίκα"), ("τραυματίστηκαν", "σκοτώθηκαν"),
        ("επιβεβαίωσε", "διέψευσε"), ("ένοχος", "αθώος"), ("τρία", "δεκατρία"), ("Παρασκευή", "Κυριακή"), ("κέρδισε", "έχασε"),
      ]),
    Text(
      language: "ro",
      text: """
        Poliția a reținut vineri un bărbat după ce trei persoane au fost rănite la Robleda. Tribunalul a confirmat că \
        inculpatul este vinovat, iar clubul a câștigat meciul.
        """,
      changes: [
        ("reținut", "eliberat"), ("un bărbat", "o femeie"), ("rănite", "ucise"), ("confirmat", "negat"), ("vinovat", "nevinovat"),
        ("trei", "treisprezece"), ("vineri", "duminică"), ("câștigat", "pierdut"),
      ]),
    Text(
      language: "hu",
      text: """
        A rendőrség pénteken őrizetbe vett egy férfit, miután három ember megsérült Robledában. A bíróság megerősítette, \
        hogy a vádlott bűnös, a klub pedig megnyerte a meccset.
        """,
      changes: [
        ("férfit", "nőt"), ("megsérült", "meghalt"), ("megerősítette", "cáfolta"), ("bűnös", "ártatlan"), ("három", "tizenhárom"),
        ("pénteken", "vasárnap"), ("megnyerte", "elveszítette"),
      ]),
    Text(
      language: "tr",
      text: """
        Polis, Robleda'da üç kişinin yaralanmasının ardından cuma günü bir erkeği gözaltına aldı. Mahkeme sanığın suçlu \
        olduğunu doğruladı ve kulüp maçı kazandı.
        """,
      changes: [
        ("gözaltına aldı", "serbest bıraktı"), ("erkeği", "kadını"), ("yaralanmasının", "ölmesinin"), ("doğruladı", "yalanladı"),
        ("suçlu", "suçsuz"), ("üç", "on üç"), ("cuma", "pazar"), ("kazandı", "kaybetti"),
      ]),
    Text(
      language: "hi",
      text: """
        पुलिस ने शुक्रवार को एक आदमी को गिरफ्तार किया जब रोब्लेडा में तीन लोग घायल हुए। अदालत ने पुष्टि की कि आरोपी दोषी \
        है और क्लब मैच जीता।
        """,
      changes: [
        ("गिरफ्तार", "रिहा"), ("आदमी", "औरत"), ("घायल", "मारे"), ("पुष्टि की", "खंडन किया"), ("दोषी", "निर्दोष"), ("तीन", "तेरह"), ("शुक्रवार", "रविवार"),
        ("जीता", "हारा"),
      ]),
    Text(
      language: "zh",
      text: """
        警方周五逮捕了一名男子,此前罗布莱达有三人受伤。法院确认被告有罪,该俱乐部赢得了比赛。
        """,
      changes: [("逮捕", "释放"), ("男子", "女子"), ("受伤", "死亡"), ("确认", "否认"), ("有罪", "无罪"), ("三人", "十三人"), ("周五", "周日"), ("赢得", "输掉")]),
  ]

  private func serious(_ old: String, _ new: String) -> [DriftFinding] {
    Analyzers.compare(old, new).findings.filter { $0.severity > .minor }
  }

  @Test(arguments: texts) func `each change is serious, whichever text came first, and stands where it was made`(_ text: Text) {
    for (old, new) in text.changes {
      let changed = text.text.replacing(old, with: new)
      for (a, b, word) in [(text.text, changed, old), (changed, text.text, new)] {
        let found = serious(a, b)
        let place = Self.bytes(of: word, in: a)
        #expect(found.contains { $0.a.map { $0.range.overlaps(place) } ?? true }, "\(old), \(new): \(found)")
      }
    }
  }

  @Test(arguments: texts) func `nothing is serious where nothing changed`(_ text: Text) {
    #expect(serious(text.text, text.text).isEmpty)
    #expect(serious(text.text, text.text + " ").isEmpty)
  }

  private static func bytes(of word: String, in text: String) -> Range<Int> {
    // "perso", and not the beginning of "persone"; ideographs have letters behind them always.
    let ranges = text.ranges(of: word)
    guard let range = ranges.first(where: { !text[$0.upperBound...].prefix(1).contains(where: \.isLetter) }) ?? ranges.first
    else {
      return 0..<0
    }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return start..<start + word.utf8.count
  }
}
