import Drift
import TestSupport
import Testing

/// One sentence of a copied article was shortened, turned round or denied; all round it stands as it stood.
@Suite struct CopiedStatementTests {
  struct Change: Sendable, CustomTestStringConvertible {
    var language: String
    var old: String
    var new: String
    var testDescription: String { "\(language): \(old) | \(new)" }

    init(_ language: String, _ old: String, _ new: String) { (self.language, self.old, self.new) = (language, old, new) }

    func findings(_ category: DriftCategory) -> [DriftFinding] {
      serious().filter { $0.category == category }
    }

    func serious() -> [DriftFinding] {
      let frame = CopiedStatementTests.frames[language] ?? ("", "")
      func article(_ sentence: String) -> String { "\(frame.0)\n\n\(sentence)\n\n\(frame.1)" }
      return Analyzers.compare(article(old), article(new)).findings.filter { $0.severity > .minor }
    }
  }

  private static let frames = [
    "en": (
      "The harbour board of Brandal met in the old salt store on the quay. Its roof had been mended in spring.",
      "Two fishing crews asked for a cheaper berth. The meeting closed with a report on the lighthouse and its lamp."
    ),
    "de": (
      "Der Hafenrat von Brandal tagte im alten Salzlager am Kai. Das Dach war im Frühjahr erneuert worden.",
      "Zwei Mannschaften baten um billigere Liegeplätze. Am Ende stand ein Bericht über den Leuchtturm und seine Lampe."
    ),
    "fr": (
      "Le conseil du port de Brandal a siégé dans l'ancien entrepôt de sel du quai. Le toit avait été refait au printemps.",
      "Deux équipages ont demandé une place moins chère. La séance s'est achevée par un rapport sur le phare et sa lampe."
    ),
    "es": (
      "La junta del puerto de Brandal se reunió en el viejo almacén de sal del muelle. El techo fue reparado en primavera.",
      "Dos tripulaciones pidieron un amarre más barato. La sesión terminó con un informe sobre el faro y su lámpara."
    ),
    "ru": (
      "Совет порта Брандаль собрался в старом соляном складе на причале. Крышу починили весной.",
      "Две команды попросили место подешевле. Заседание закончилось докладом о маяке и его лампе."
    ),
    "nl": (
      "De havenraad van Brandal vergaderde in het oude zoutpakhuis aan de kade. Het dak was in het voorjaar hersteld.",
      "Twee bemanningen vroegen om een goedkopere ligplaats. De zitting eindigde met een verslag over de vuurtoren en zijn lamp."
    ),
    "zh": ("布兰达港务局在码头的旧盐仓开会。屋顶在春天修好了。", "两支船队要求更便宜的泊位。会议最后听取了关于灯塔的报告。"),
  ]

  @Test(arguments: [
    Change("en", "The crack was found by chance, the diver said.", "The crack was found by chance."),
    Change("en", "According to the diving firm, the builder had used old stone.", "The builder had used old stone."),
    Change("en", "Captain Jon Grimdal told inspectors that the engine had stopped.", "The engine had stopped."),
    Change("en", "Inspectors had alleged that Mr Grimdal took 8,000 crowns.", "Mr Grimdal took 8,000 crowns."),
    Change(
      "en", "The clerk is being treated for burns, Nordnytt says, although she feels well.",
      "The clerk is being treated for burns, although she feels well."),
    Change("en", "She added that the lamp had cost the town 8,000 crowns.", "The lamp had cost the town 8,000 crowns."),
    Change("de", "Nach Angaben der Polizei war der Lotse betrunken.", "Der Lotse war betrunken."),
    Change("de", "Der Lotse war betrunken, wie die Polizei mitteilte.", "Der Lotse war betrunken."),
    Change("fr", "Selon la police, le pilote était ivre.", "Le pilote était ivre."),
    Change("fr", "Le pilote était ivre, a indiqué la police.", "Le pilote était ivre."),
    Change("es", "Según la policía, el piloto estaba ebrio.", "El piloto estaba ebrio."),
    Change("ru", "По данным полиции, лоцман был пьян.", "Лоцман был пьян."),
    Change("nl", "Volgens de politie was de loods dronken.", "De loods was dronken."),
  ])
  func `a source that is gone from a short sentence is serious`(change: Change) {
    #expect(change.findings(.attribution).contains { $0.b == nil }, "\(change.serious())")
  }

  @Test(arguments: [
    Change("en", "The crack was found by chance, the diver said.", "The diver said the crack was found by chance."),
    Change("en", "The crack was found by chance, the diver said.", "According to the diver, the crack was found by chance."),
    Change("en", "The crack was found by chance, he added.", "The crack was found by chance."),
    Change("en", "The crack was found by chance (Grimdal reported).", "The crack was found by chance."),
    Change("en", "A gale swept through the sheds, tearing off doors.", "A gale tore through the sheds, ripping off doors."),
    Change("en", "He gave out berths in return for votes.", "He gave out berths in exchange for votes."),
    Change("en", "The ship sank off Brandal in the night.", "The ferry sank off Brandal in the night."),
    Change("en", "Robert Grimdal, 44, was fined.", "R. Grimdal, 44, was fined."),
    Change("en", "Talks between the mayor and the board failed.", "Talks between the board and the mayor failed."),
    Change("en", "The mayor met the keeper on Monday.", "The keeper met the mayor on Monday."),
    Change("en", "The ferry lost its rudder. It was towed to the mole.", "The ferry lost her rudder. She was towed to the mole."),
    Change("en", "They didn't reply; the crew's boat isn't ready.", "They didnt reply; the crews boat isnt ready."),
    Change("de", "Laut Polizei war der Lotse betrunken.", "Nach Angaben der Polizei war der Lotse betrunken."),
    Change("fr", "Selon la police, le pilote était ivre.", "Le pilote était ivre, selon la police."),
    Change("fr", "Le bac n'a jamais coulé aujourd'hui.", "Le bac n\u{FFFD}a jamais coulé aujourd\u{FFFD}hui."),
    Change("zh", "承包商否认使用了旧石料。", "承包商不承认使用了旧石料。"),
  ])
  func `what says the same in a copied sentence is nothing serious`(change: Change) {
    #expect(change.serious().isEmpty, "\(change.serious())")
  }

  @Test(arguments: [
    Change(
      "en", "The court found him guilty of fraud but acquitted him of theft.",
      "The court found him guilty of theft but acquitted him of fraud."),
    Change(
      "en", "Boat owners welcomed the plan; the pilots' union rejected it.",
      "The pilots' union welcomed the plan; boat owners rejected it."),
    Change("en", "The board sued Grimdal over the mole.", "Grimdal sued the board over the mole."),
  ])
  func `phrases that changed places are serious`(change: Change) {
    #expect(!change.findings(.agency).isEmpty, "\(change.serious())")
  }

  @Test(arguments: [
    Change("fr", "L'incendie serait d'origine criminelle.", "L'incendie est d'origine criminelle."),
    Change("nl", "De loods zou op camerabeelden te zien zijn.", "De loods is op camerabeelden te zien."),
  ])
  func `what may be and what is are two things`(change: Change) {
    #expect(!change.findings(.modality).isEmpty, "\(change.serious())")
  }

  @Test(arguments: [
    Change(
      "en", "The keeper said the old lamp will be replaced by a lantern from Varne.",
      "The keeper said the old lamp was replaced by a lantern from Varne."),
    Change(
      "en", "The old lamp is likely to be replaced by a lantern from Varne.",
      "The old lamp will be replaced by a lantern from Varne."),
    Change(
      "en", "The leak has raised fears of a long closure of the mole, fishing crews say.",
      "The leak has caused a long closure of the mole, fishing crews say."),
  ])
  func `what was to come, likely or feared and has come is serious`(change: Change) {
    #expect(change.findings(.modality).count + change.findings(.tense).count > 0, "\(change.serious())")
  }

  @Test(arguments: [
    Change(
      "en", "The keeper rejected calls from crews for the lamp to be replaced by a lantern.",
      "Calls from crews for the lamp to be replaced by a lantern were rejected by the keeper."),
    Change(
      "en", "The old lamp is likely to be replaced by a lantern from Varne.",
      "The old lamp may be replaced by a lantern from Varne."),
    Change(
      "en", "Keepers who sleep by day are less likely to develop a cough, the doctor says.",
      "Keepers who sleep by day develop a cough less often, the doctor says."),
  ])
  func `what is still to come is nothing serious`(change: Change) {
    #expect(change.serious().isEmpty, "\(change.serious())")
  }

  @Test(arguments: [
    Change(
      "es", "Según la naviera Solveig, el faro costó mucho más de lo previsto. Lo pagó la ciudad.",
      "El faro costó mucho más de lo previsto. Lo pagó la ciudad, recuerda la naviera Solveig."),
    Change(
      "de", "Laut der Reederei Solveig war der Leuchtturm viel teurer als geplant. Das bedauert der Rat.",
      "Der Leuchtturm war viel teurer als geplant. Das bedauert die Reederei Solveig."),
  ])
  func `a source that the next sentence names is not gone`(change: Change) {
    #expect(change.findings(.attribution).isEmpty, "\(change.serious())")
  }

  @Test(arguments: [
    Change("zh", "市长说码头今年不会重新开放。", "市长说码头今年会重新开放。"), Change("zh", "承包商否认使用了旧石料。", "承包商承认使用了旧石料。"),
    Change("zh", "工程比原计划推迟三个月完工。", "工程比原计划提前三个月完工。"),
  ])
  func `Chinese negation and opposites are read by the ideograph`(change: Change) {
    #expect(!change.serious().isEmpty)
  }
}
