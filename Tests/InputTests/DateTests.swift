import Articles
import TestSupport
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
    #expect(PublicationDate(Array(text.utf8).span) == .time(Int64(seconds)))
  }

  @Test(arguments: [
    ("1734085230", 1_734_085_230), ("1734085230.75", 1_734_085_230), ("1734085230000", 1_734_085_230),
    ("1.734085230E9", 1_734_085_230), ("1734085230123456", 1_734_085_230), ("1734085230123456789", 1_734_085_230),
    ("20241213102030", 1_734_085_230), ("202412131020", 1_734_085_200), ("Fri, 13 Dec 2024 10:20:30 +0000", 1_734_085_230),
    ("13 Dec 2024 10:20:30 GMT", 1_734_085_230), ("Fri, 13 Dec 24 05:20:30 EST", 1_734_085_230),
    ("Fri Dec 13 10:20:30 2024", 1_734_085_230), ("Fri Dec 13 10:20:30 +0000 2024", 1_734_085_230),
    ("Fri Dec 13 10:20:30 UTC 2024", 1_734_085_230), ("13 Dec 2024 03:50 PM IST", 1_734_085_200),
    ("Dec 13, 2024, 12:20 AM", 1_734_049_200), ("December 13th, 2024 at 3:50 p.m. IST", 1_734_085_200),
    ("Published: 13 December 2024", 1_734_048_000), ("Friday, December 13, 2024", 1_734_048_000),
    ("13. Dezember 2024, 10.20 Uhr", 1_734_085_200), ("13 de dezembro de 2024 às 10h20", 1_734_085_200),
    ("13 décembre 2024 à 10h20", 1_734_085_200), ("13.12.2024", 1_734_048_000), ("13.12.2024 10:20", 1_734_085_200),
    ("13/12/2024", 1_734_048_000), ("12/13/2024", 1_734_048_000), ("12-13-2024 10:20:30 AM", 1_734_085_230),
    ("2024/12/13 10:20:30", 1_734_085_230), ("2024-12-13T10:20:30 UTC", 1_734_085_230),
    ("2024-12-13T11:20:30 CET", 1_734_085_230),
    ("2024-1-1", 1_704_067_200), ("13-Dec-2024 10:20:30", 1_734_085_230), ("Friday, 13-Dec-24 10:20:30 GMT", 1_734_085_230),
    ("Fri Dec 13 2024 11:20:30 GMT+0100 (Central European Standard Time)", 1_734_085_230), ("10:20 - 13 Dec 2024", 1_734_085_200),
    ("Dec 13, 2024 5:20 AM ET", 1_734_085_200), ("Jul 4, 2024 5:20 AM ET", 1_720_084_800), ("5/5/2024", 1_714_867_200),
    ("2024年12月13日 10:20", 1_734_085_200), ("13\u{A0}Dec\u{A0}2024 • 10:20", 1_734_085_200),
    ("6:20 am EDT Jul 4 2024", 1_720_088_400),
  ])
  func `a date as feeds, databases and pages write it becomes seconds`(text: String, seconds: Int) {
    #expect(PublicationDate(Array(text.utf8).span) == .time(Int64(seconds)))
  }

  @Test(arguments: [
    ("09/11/2016", DateOrder.dmy, 1_478_649_600), ("09/11/2016", .mdy, 1_473_552_000), ("09-11-16 10:00", .dmy, 1_478_685_600),
    ("09.11.2016", .mdy, 1_473_552_000),
  ])
  func `a stated order settles which figure is the day`(text: String, order: DateOrder, seconds: Int) {
    #expect(PublicationDate(Array(text.utf8).span, order: order) == .time(Int64(seconds)))
  }

  @Test(arguments: [("09/11/2016", "09/11/2016"), ("9-11-2016", "09/11/2016"), ("01/02/99 10:00", "01/02/1999 10:00:00")])
  func `figures that can be exchanged are ambiguous without an order, and mean two days`(text: String, figures: String) throws {
    func read(_ text: String, _ order: DateOrder? = nil) -> PublicationDate {
      PublicationDate(Array(text.utf8).span, order: order)
    }
    guard case .ambiguous(let date) = read(text) else {
      Issue.record("\(text) is not ambiguous")
      return
    }
    #expect(read(text, .dmy) == .time(date.dayFirst))
    #expect(read(text, .mdy) == .time(date.monthFirst))
    #expect(date.figures == figures)
    #expect(read(date.figures) == .ambiguous(date))
  }

  @Test
  func `figures of an ambiguous date are read again as the same`() {
    var random = SeededGenerator(7)
    for _ in 0..<2_000 {
      let year = Int64.random(in: 1_000...9_999, using: &random)
      let first = Int64.random(in: 1...12, using: &random)
      let second = Int64.random(in: 1...12, using: &random)
      guard first != second, let day = PublicationDate.days(year: year, month: second, day: first),
        let month = PublicationDate.days(year: year, month: first, day: second)
      else { continue }
      let time = Bool.random(using: &random) ? 0 : Int64.random(in: 0..<86_400, using: &random)
      let date = OpenDate(dayFirst: day * 86_400 + time, monthFirst: month * 86_400 + time)
      #expect(PublicationDate(Array(date.figures.utf8).span) == .ambiguous(date), "\(date.figures)")
    }
  }

  @Test(arguments: [
    "12.13.2024", "2024-13-01", "2023-02-29", "1900-02-29", "2024-00-10", "2024", "2024-12", "yesterday", "soon", "12",
    "2024-12-13T25:00", "2024-12-13T10:60", "2024-12-13T10:20:61", "2024-12-13T10:20:30+25:00", "31 Feb 2024", "13 Foo 2024",
    "2024-1213", "", "２０２４-12-13", "Dec 2024", "13 Dec", "12345", "12345678", "13 Dec 2024 14:00 PM", "1 2 3 4", "10:20:30",
    "13 Dec 2024 2025", "Article of 13 Dec 2024", "1e400", "13/13/2024", "--", "2024-12-13 10:20:30 Nowhere",
  ])
  func `what is not a date gives nothing`(text: String) {
    #expect(PublicationDate(Array(text.utf8).span) == .none)
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
