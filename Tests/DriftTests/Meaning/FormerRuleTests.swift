import Drift
import TestSupport
import Testing

/// Who held an office once holds it now.
@Suite struct FormerRuleTests {
  @Test(arguments: [
    (
      "A prisão do ex-prefeito de Tavira surpreendeu os sócios do clube.",
      "A prisão do prefeito de Tavira surpreendeu os sócios do clube."
    ),
    (
      "La detención del exalcalde de Varne sorprendió a los socios del club.",
      "La detención del alcalde de Varne sorprendió a los socios del club."
    ),
    (
      "La détention de l'ancien trésorier de la commune a surpris tous les membres du club de voile.",
      "La détention du trésorier de la commune a surpris tous les membres du club de voile."
    ),
    (
      "L'arresto dell'ex tesoriere del comune ha sorpreso tutti i soci della squadra di canottaggio.",
      "L'arresto del tesoriere del comune ha sorpreso tutti i soci della squadra di canottaggio."
    ),
    ("Der ehemalige Kassier des Vereins wurde am See gesehen.", "Der Kassier des Vereins wurde am See gesehen."),
    ("The former treasurer of the club was seen at the lake.", "The treasurer of the club was seen at the lake."),
    ("شوهد أمين المال السابق للنادي على ضفة البحيرة.", "شوهد أمين المال للنادي على ضفة البحيرة."),
  ]) func `a former holder and a holder of an office are told apart`(_ a: String, _ b: String) {
    for pair in [(a, b), (b, a)] {
      let findings = Analyzers.compare(pair.0, pair.1).findings
      #expect(findings.contains { $0.rule == .termFormer && $0.severity > .minor }, "\(pair) \(findings)")
    }
  }

  @Test(arguments: [
    ("The former treasurer of the club was seen at the lake.", "The ex treasurer of the club was seen at the lake."),
    ("The former treasurer was seen at the lake, and the club knew.", "The club knew where the treasurer had been seen."),
    ("O ex-prefeito de Tavira nada no lago.", "O ex prefeito de Tavira nada no lago."),
  ]) func `another way to say it and another sentence are not`(_ a: String, _ b: String) {
    let findings = Analyzers.compare(a, b).findings
    #expect(!findings.contains { $0.rule == .termFormer && $0.severity > .minor }, "\(findings)")
  }
}
