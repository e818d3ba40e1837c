import Testing

@testable import Input

struct DateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1970-01-02", 86400), ("1969-12-31", -86400), ("2000-02-29", 951_782_400),
    ("2024-12-13", 1_734_048_000), ("20241213", 1_734_048_000), ("2024-12-13T10:20:30Z", 1_734_085_230),
    ("2024-12-13T10:20:30", 1_734_085_230), ("2024-12-13 10:20:30", 1_734_085_230), ("2024-12-13T10:20", 1_734_085_200),
    ("2024-12-13T10:20:30.987654Z", 1_734_085_230), ("2024-12-13T10:20:30,5Z", 1_734_085_230),
    ("2024-12-13T11:20:30+01:00", 1_734_085_230), ("2024-12-13T11:20:30+0100", 1_734_085_230),
    ("2024-12-13T11:20:30+01", 1_734_085_230), ("2024-12-13T04:50:30-05:30", 1_734_085_230),
    ("20241213T102030Z", 1_734_085_230), ("2024-12-13 10:20:30 +0000", 1_734_085_230), (" 2024-12-13 ", 1_734_048_000),
    ("2024-12-13t10:20:30z", 1_734_085_230), ("2016-12-31T23:59:60Z", 1_483_228_800), ("2024-12-13T24:00:00Z", 1_734_134_400),
    ("0001-01-01", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func `a date in ISO 8601 becomes seconds`(text: String, seconds: Int) {
    #expect(PublicationDate.seconds(Array(text.utf8).span) == Int64(seconds))
  }

  @Test(arguments: [
    "12.13.2024", "2024-13-01", "2023-02-29", "1900-02-29", "2024-00-10", "2024-1-1", "2024", "2024-12", "yesterday",
    "2024-12-13T",
    "2024-12-13T25:00", "2024-12-13T10:60", "2024-12-13T10:20:61", "2024-12-13T10:20:30+25:00", "2024-12-13T10:20:30 CET",
    "2024-12-13T10:20:30.", "2024-12-13Z10:20", "2024-1213", "Fri, 13 Dec 2024", "", "2024-12-13T10:20:30Zx", "２０２４-12-13",
  ])
  func `what is not a date gives nothing`(text: String) {
    #expect(PublicationDate.seconds(Array(text.utf8).span) == nil)
  }

  @Test
  func `days follow each other through leap years and centuries`() {
    var expected: Int64 = -25_567
    for year in 1900...2100 {
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (month, length) in [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...length {
          #expect(PublicationDate.days(year: Int64(year), month: Int64(month + 1), day: Int64(day)) == expected)
          expected += 1
        }
        #expect(PublicationDate.days(year: Int64(year), month: Int64(month + 1), day: Int64(length + 1)) == nil)
      }
    }
  }
}
