import Drift
import Lexicon
import TestSupport
import Testing

/// Quotations that differ because two people translated or retold them, and those that somebody altered.
@Suite struct QuotationReadingTests {
  private func altered(_ a: String, _ b: String) -> [DriftFinding] {
    Analyzers.compare(a, b).findings.filter { $0.category == .quotation && $0.severity > .minor }
  }

  /// An article around a quotation, told in two ways, so that neither is a copy.
  private func article(_ quotation: String) -> String {
    """
    O capitão do navio falou ontem à noite no porto de Holmvik, depois da reunião com as famílias. "\(quotation)", disse ele. \
    As buscas foram retomadas na manhã de hoje com dois barcos da guarda costeira.
    """
  }

  private func retold(_ quotation: String, _ more: String = "") -> String {
    """
    Depois de se encontrar com as famílias dos marinheiros, o capitão deu uma declaração no porto de Holmvik. "\(quotation)", disse ele. \
    Dois barcos da guarda costeira voltaram hoje cedo às buscas no mar, que seguem sem prazo. \(more)
    """
  }

  @Test func `other words in place after place are another translation`() {
    let findings = Analyzers.compare(
      article("Rodeado por marinheiros corajosos, o velho barco partiu ontem às duas da tarde com a bandeira do porto"),
      retold("Cercado por corajosos marinheiros, o barco antigo saiu ontem às catorze horas com a bandeira do porto")
    ).findings
    #expect(findings.filter { $0.category == .quotation && $0.severity > .minor }.isEmpty)
    #expect(findings.contains { $0.rule == .quotationTranslated })
  }

  @Test func `one word in a quotation that is verbatim otherwise was altered`() {
    let a = article("Todos os homens do barco estavam acordados quando a onda bateu na proa")
    #expect(!altered(a, retold("Todos os homens do barco estavam bêbados quando a onda bateu na proa")).isEmpty)
  }

  @Test func `a negation that is gone turns a quotation round`() {
    let said = "Os marinheiros não foram ouvidos pela comissão do porto sobre a onda"
    #expect(!altered(article(said), article(said.replacing("não ", with: ""))).isEmpty)
  }

  @Test func `a pronoun for a noun that the other article has too`() {
    let a = article("A piloto está em estado de choque e não fala com ninguém")
    #expect(altered(a, retold("Ela está em estado de choque e não fala com ninguém", "A piloto foi ao hospital.")).isEmpty)
  }

  @Test func `a term that the other article uses elsewhere`() {
    let a = """
      O porto vai combater as chamadas "cargas fantasmas" a partir de maio. Os fiscais vão abrir os contentores. A lei é de 1998.
      """
    let b = """
      O porto vai combater as chamadas "ghost cargoes" a partir de maio. Os fiscais abrem contentores suspeitos de levar cargas fantasmas.
      """
    #expect(altered(a, b).isEmpty)
  }
}

/// Marks that a broken encoding made U+FFFD of.
@Suite struct BrokenMarkTests {
  private let said = """
    The mayor spoke at the quay. “I want to thank every crew that brought blankets to the families, it means so much to us all. Please \
    bring what you can,” Brandt said. The ferry leaves at noon.
    """

  private func altered(_ copy: String) -> Bool {
    Analyzers.compare(said, copy).findings.contains { $0.category == .quotation && $0.severity > .minor }
  }

  private func broken(_ text: String) -> String { text.replacing("“", with: "\u{FFFD}").replacing("”", with: "\u{FFFD}") }

  @Test func `a quotation between broken marks is a quotation`() {
    #expect(!altered(said))
    #expect(!altered(broken(said)))
    #expect(altered(broken(said.replacing(", it means so much to us all", with: ""))))
  }
}
