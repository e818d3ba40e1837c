import Credits
import Resources
import TestSupport
import Testing

/// The lists taken literally: every spelling of an agency and every phrase of a credit is read where the lists say it counts.
@Suite struct `Every row of the lists of credits` {
  private static let agencies = Resource.rows("agencies.tsv").filter { $0.count >= 5 }

  @Test func `every spelling of an agency is its agency in a dateline`() {
    var missed: [String] = []
    for row in Self.agencies {
      // A newspaper counts in bylines and owner's lines.
      let isPaper = row.count > 5 && row[5] == "paper"
      for column in [3, 4, 6] where column < row.count {
        for form in row[column].split(separator: ",") {
          let name = form.drop { $0 == "?" }
          let text =
            isPaper ? "By Ann Lee, \(name)\n\n\(CreditedArticle.short)" : "VELMORA, March 3 (\(name)) - \(CreditedArticle.short)"
          let found = attribution(text).agencies
          // Some short names are those of two agencies in two countries.
          let isShared = Self.agencies.contains { other in other[0] != row[0] && other[3].split(separator: ",").contains(name) }
          if !found.contains(String(row[0])), !(isShared && found.count == 1) { missed.append("\(row[0]): \(name)") }
        }
      }
    }
    #expect(missed == [])
  }

  @Test func `an agency's short name in small letters counts in brackets alone`() {
    for name in ["afp", "dpa", "ansa", "efe", "pti"] {
      #expect(attribution("\(CreditedArticle.short) (\(name))").agencies == [name])
      #expect(attribution("\(CreditedArticle.short)\n\nThe \(name) of the harbour was mended").agencies == [])
    }
  }

  /// Where a phrase of each kind stands in a credit.
  private static func credit(_ kind: Substring, _ phrase: Substring) -> String? {
    let sentence = phrase.prefix(1).uppercased() + phrase.dropFirst()
    return switch kind {
    case "contributed": "AFP and Reuters \(phrase)."
    case "inputs": "\(sentence) AFP."
    case "source": "\(sentence) AFP"
    case "copyright": "\(sentence) 2021 AFP"
    case "rights": "© AFP. \(sentence)."
    case "with": "(\(phrase) AFP)"
    case "byline": "\(sentence) AFP"
    case "label": "\(sentence): AFP"
    default: nil
    }
  }

  @Test func `every phrase of a credit makes one`() {
    var missed: [String] = []
    for row in Resource.rows("credit_phrases.tsv") where row.count >= 3 {
      // Pictures are offered by courtesy too.
      guard row[2] != "courtesy of", let credit = Self.credit(row[0], row[2]) else { continue }
      let text = row[0] == "byline" ? "\(credit)\n\n\(CreditedArticle.short)" : "\(CreditedArticle.short)\n\n\(credit)"
      if !attribution(text).agencies.contains("afp") { missed.append("\(row[0]) \(row[1]): \(credit)") }
    }
    #expect(missed == [])
  }

  @Test func `no phrase of a credit makes one of a text without an agency`() {
    for row in Resource.rows("credit_phrases.tsv") where row.count >= 3 && row[0] != "reporting" {
      let text = "\(CreditedArticle.short)\n\n\(row[2].prefix(1).uppercased() + row[2].dropFirst()) the harbour board."
      #expect(attribution(text).agencies == [], "\(row[2])")
    }
  }
}
