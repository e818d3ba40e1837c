import TestSupport
import Testing
import Text

@testable import Pipeline

@Suite struct LeadCheckTests {
  private func text(_ name: String, _ count: Int) -> String {
    (0..<count).map { "\(name)\(["ra", "ten", "osk", "vil"][$0 % 4])\(["um", "ar", "eth"][$0 % 3])\($0)" }.joined(separator: " ")
  }

  @Test func `another beginning over the same text is told`() {
    let body = text("b", 120)
    #expect(LeadCheck.differs("\(text("x", 60)) \(body)".words, "\(text("y", 60)) \(body)".words))
  }

  @Test func `a beginning put in or left out, the same one, and short texts are none`() {
    let body = text("b", 120)
    #expect(!LeadCheck.differs("\(text("x", 60)) \(body)".words, body.words))
    #expect(!LeadCheck.differs(body.words, body.words))
    #expect(!LeadCheck.differs(text("x", 12).words, text("y", 12).words))
  }
}
