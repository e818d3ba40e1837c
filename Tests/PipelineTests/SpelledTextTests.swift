import Drift
import Foundation
import Pipeline
import Testing

/// One article in two spellings of its characters is a reprint; a figure that changed is told in any of them.
@Suite struct SpelledTextTests {
  private static let arabic = """
    قالت بلدية فيلمورا إن 14 شخصا أصيبوا في حادث وقع في الميناء مساء الأحد، وإن 46 آخرين نقلوا إلى فندق قريب. وأضافت أن إصلاح الرصيف \
    يكلف 350 ألف دينار ويستغرق 12 أسبوعا. وأوضح مدير الميناء أن السفن ستعود إلى العمل بعد فحص الرافعات، وأن لجنة شكلت لمعرفة سبب الحادث.
    """
  private static let portuguese = """
    A câmara de Velmora não aprovou a concessão de água à região na sexta-feira. O secretário José Antônio Araújo disse que a decisão \
    é provisória e que haverá outra sessão em março. Três vereadores já pediram vistas do processo, que custa 3,2 milhões de reais.
    """

  private func compare(_ a: String, _ b: String) -> (relation: String, serious: [String]) {
    let found = PairComparer(options: DriftOptions()).compare(Array(a.utf8), Array(b.utf8))
    return ("\(found.relation.relation)", found.drift.findings.filter { $0.severity > .minor }.map(\.message))
  }

  private static func native(_ text: String, zero: UInt32) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isDigit = (0x30...0x39).contains(scalar.value)
          return isDigit ? Unicode.Scalar(zero + scalar.value - 0x30) ?? scalar : scalar
        }))
  }

  @Test(arguments: [UInt32(0x660), 0x6F0]) func `native digits`(zero: UInt32) {
    let native = Self.native(Self.arabic, zero: zero)
    let same = compare(Self.arabic, native)
    #expect(["identical", "reprint"].contains(same.relation) && same.serious.isEmpty, "\(same)")
    let changed = compare(Self.arabic, Self.native(Self.arabic.replacing("350", with: "530"), zero: zero))
    #expect(changed.serious.count == 1, "\(changed)")
    let both = compare(native, Self.native(Self.arabic.replacing("350", with: "530"), zero: zero))
    #expect(both.serious.count == 1, "\(both)")
  }

  @Test func `accents behind their letters`() {
    let apart = Self.portuguese.decomposedStringWithCanonicalMapping
    let same = compare(Self.portuguese, apart)
    #expect(["identical", "reprint"].contains(same.relation) && same.serious.isEmpty, "\(same)")
    let changed = compare(
      Self.portuguese, Self.portuguese.replacing("não aprovou", with: "aprovou").decomposedStringWithCanonicalMapping)
    #expect(changed.serious.count == 1, "\(changed)")
  }
}
