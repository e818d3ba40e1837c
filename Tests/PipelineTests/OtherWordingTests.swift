import Drift
import Input
import Quality
import TestSupport
import Testing

@testable import Pipeline

/// Two reports of one event that share a quotation but for a word: neither copied the other, and an editor wants to know.
struct OtherWordingTests {
  /// A quotation with a place left open, and two reports without anything else in common but the event's names.
  struct Speech: Sendable, CustomTestStringConvertible {
    var language: String
    var said: String
    var words: (String, String)
    var first: (String, String)
    var second: (String, String)

    var testDescription: String { language }

    func texts(_ one: String, _ other: String) -> [String] {
      [(first, one), (second, other)].map { report, word in
        "\(report.0) \"\(said.replacing("#", with: word))\" \(report.1)"
      }
    }
  }

  static let speeches = [
    Speech(
      language: "English",
      said:
        "We tested the filter beds at Ormsgill twice in April and nobody at the ministry # us that the results were alarming,",
      words: ("told", "warned"),
      first: (
        """
        The Tarn Valley water company shut its treatment works at Ormsgill on Monday evening after inspectors found diesel in a \
        filter bed.
        """,
        """
        Petra Holloway, who runs the works, said at the gate. Tankers brought drinking water to four villages overnight. Schools in \
        Ormsgill and Lower Tarn stay closed until Wednesday, the county said, and the hospital draws on its own well.
        """
      ),
      second: (
        """
        Residents of four villages queued for bottled water on Tuesday, a day after diesel was found at the treatment works in \
        Ormsgill. Alec Brandreth, a farmer with sixty cows, had driven to the river three times before breakfast.
        """,
        """
        Petra Holloway of the Tarn Valley water company had told reporters. The regulator, which opened an inquiry in the morning, \
        would not say how long it will take. Members of the county council want the company to pay for the tankers.
        """
      )),
    Speech(
      language: "Spanish",
      said:
        "Revisamos los filtros de la planta de Robledal dos veces en abril y nadie del ministerio nos # que los datos eran malos",
      words: ("dijo", "advirtió"),
      first: (
        """
        La compañía Aguas del Tarvo cerró el lunes por la noche la planta potabilizadora de Robledal después de que los inspectores \
        hallaran gasóleo en un filtro.
        """,
        """
        afirmó en la puerta Petra Holguín, directora de la planta. Camiones cisterna llevaron agua a cuatro pueblos durante la \
        noche. Las escuelas de Robledal seguirán cerradas hasta el miércoles, según la provincia.
        """
      ),
      second: (
        """
        Los vecinos de cuatro pueblos hicieron cola el martes para recoger agua embotellada, un día después de que apareciera \
        gasóleo en la planta potabilizadora de Robledal. Un ganadero con sesenta vacas había ido tres veces al río.
        """,
        """
        había declarado a la prensa Petra Holguín, de Aguas del Tarvo. La fiscalía, que abrió diligencias por la mañana, no quiso \
        decir cuánto tardará. La oposición reclama que la empresa pague los camiones.
        """
      )),
    Speech(
      language: "German",
      said: "Wir haben die Filterbecken in Ormsfeld im April zweimal geprüft, und aus dem Ministerium hat uns niemand davon #,",
      words: ("erzählt", "gewarnt"),
      first: (
        """
        Das Wasserwerk Tarntal hat am Montagabend seine Aufbereitungsanlage in Ormsfeld abgeschaltet, nachdem Prüfer in einem \
        Filterbecken Diesel gefunden hatten.
        """,
        """
        sagte Petra Hollmann, die das Werk leitet, am Tor. Tankwagen brachten in der Nacht Trinkwasser in vier Dörfer. Die Schulen \
        in Ormsfeld bleiben nach Angaben des Landkreises bis Mittwoch geschlossen.
        """
      ),
      second: (
        """
        Bewohner von vier Dörfern standen am Dienstag für Wasser in Flaschen an, einen Tag nachdem in der Aufbereitungsanlage in \
        Ormsfeld Diesel gefunden worden war. Ein Landwirt mit sechzig Kühen war vor dem Frühstück dreimal am Fluss.
        """,
        """
        hatte Petra Hollmann vom Wasserwerk Tarntal vor Journalisten gesagt. Die Aufsicht ermittelt seit dem Morgen und nennt keine \
        Dauer. Abgeordnete des Kreistags verlangen, dass das Werk die Tankwagen bezahlt.
        """
      )),
  ]

  private func flags(_ texts: [String], published: [String?]) throws -> [[QualityFlag]] {
    let folder = try Folder()
    let lines = texts.indices.map { place in
      record("\(place)", texts[place].replacing("\"", with: "\\\""), published: published[place], source: "site-\(place)")
    }
    var job = ClusterJob(roles: .full, context: RunContext(threads: 2))
    job.wantsFlags = true
    let result = try job.run(inputs: .paths([try folder.file("reports.jsonl", lines)]))
    #expect(result.members.map(\.role) == [.single, .single] && Set(result.members.map(\.event)).count == 1)
    return result.quality.map { $0.flags.filter { $0.flag == .alteredQuotation } }
  }

  @Test(arguments: speeches)
  func `without dates each report shows what the other has`(_ speech: Speech) throws {
    let found = try flags(speech.texts(speech.words.0, speech.words.1), published: [nil, nil])
    #expect(found.map { $0.map(\.text) } == [[speech.words.0], [speech.words.1]])
    #expect(found.joined().allSatisfy { $0.severity == .minor })
    #expect(found.map { $0.first?.message.contains("“\(speech.words.1)”") } == [true, false])
  }

  @Test(arguments: speeches)
  func `with dates the later one shows it`(_ speech: Speech) throws {
    let texts = speech.texts(speech.words.0, speech.words.1)
    #expect(try flags(texts, published: ["2024-06-03", "2024-06-04"]).map(\.count) == [0, 1])
    #expect(try flags(texts, published: ["2024-06-04", "2024-06-03"]).map(\.count) == [1, 0])
  }

  @Test(arguments: speeches)
  func `the same words are no other wording`(_ speech: Speech) throws {
    #expect(try flags(speech.texts(speech.words.0, speech.words.0), published: [nil, nil]).map(\.count) == [0, 0])
  }

  @Test func `words that agree around a place make one utterance`() {
    let (own, other) = (Array("He said: we saw nothing of it.".utf8), Array("She said: we heard nothing of it.".utf8))
    func finding(_ a: Range<Int>, _ b: Range<Int>) -> DriftFinding {
      DriftFinding(rule: .quotationAltered, severity: .major, confidence: 0.7, a: .init(a), b: .init(b), message: "")
    }
    #expect(!finding(12..<15, 13..<18).isSameUtterance(own, other))
    let tail = Array(" And nobody will tell us.".utf8)
    #expect(finding(12..<15, 13..<18).isSameUtterance(own + tail, other + tail))
    #expect(!finding(12..<15, 0..<3).isSameUtterance(own + tail, other + tail))
  }
}
