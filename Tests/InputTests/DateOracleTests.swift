import Articles
import TestSupport
import Testing

@testable import Input

/// Dates in the forms of feeds, databases and pages, made from a calendar that counts days one by one.
struct DateOracleTests {
  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]
  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let other: [(code: String, months: [String], form: String)] = [
    (
      "de",
      ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
      "DAY. MONTH YEAR"
    ),
    (
      "es",
      [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
      ], "DAY de MONTH de YEAR"
    ),
    (
      "pt",
      [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
        "dezembro",
      ], "DAY de MONTH de YEAR"
    ),
    (
      "fr",
      ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
      "DAY MONTH YEAR"
    ),
    (
      "it",
      [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre",
        "dicembre",
      ], "DAY MONTH YEAR"
    ),
  ]

  /// Some days of a century, leap days and ends of years among them.
  private static let days = NaiveCalendar.days(1972...2031).filter {
    $0.number % 211 == 0 || $0.month == 2 && $0.day == 29 || $0.month == 12 && $0.day == 31 && $0.year % 5 == 0
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func read(_ text: String, order: DateOrder? = nil) -> PublicationDate {
    PublicationDate(Array(text.utf8).span, order: order)
  }

  private static func ordinal(_ day: Int) -> String {
    switch (day % 10, day / 10) {
    case (1, let tens) where tens != 1: "\(day)st"
    case (2, let tens) where tens != 1: "\(day)nd"
    case (3, let tens) where tens != 1: "\(day)rd"
    default: "\(day)th"
    }
  }

  @Test func `a day is itself in every form without a time`() {
    for day in Self.days {
      let (y, m, d) = (day.year, Self.two(day.month), Self.two(day.day))
      let month = Self.english[day.month - 1], weekday = Self.weekdays[day.weekday]
      let short = String(month.prefix(3))
      for text in [
        "\(y)-\(m)-\(d)", "\(y)\(m)\(d)", "\(y)/\(m)/\(d)", "\(y)-\(day.month)-\(day.day)", "\(day.day) \(month) \(y)",
        "\(month) \(day.day), \(y)",
        "\(short) \(day.day), \(y)", "\(day.day) \(short). \(y)", "\(weekday), \(month) \(day.day), \(y)",
        "\(weekday) \(day.day) \(month) \(y)",
        "\(month) \(Self.ordinal(day.day)), \(y)", "the \(Self.ordinal(day.day)) of \(month) \(y)", "\(d)-\(short)-\(y)",
        "\(month.uppercased()) \(day.day), \(y)",
        "\(weekday.prefix(3)), \(day.day) \(short) \(y) 00:00:00 GMT", "Published: \(day.day) \(month) \(y)",
        "\(y)年\(day.month)月\(day.day)日",
      ] where !(text.hasPrefix("the") && Self.read(text) == .none) {
        #expect(Self.read(text) == .time(day.seconds), "\(text)")
      }
    }
  }

  @Test func `a day has one number in every language`() {
    for day in Self.days {
      for language in Self.other {
        let text = language.form.replacing("DAY", with: "\(day.day)").replacing("MONTH", with: language.months[day.month - 1])
          .replacing("YEAR", with: "\(day.year)")
        #expect(Self.read(text) == .time(day.seconds), "\(language.code): \(text)")
        #expect(Self.read(text.uppercased()) == .time(day.seconds), "\(language.code): \(text.uppercased())")
      }
    }
  }

  @Test func `figures that can be exchanged are ambiguous, and an order settles them`() {
    for day in Self.days {
      for mark in ["/", "-"] {
        let dmy = "\(day.day)\(mark)\(day.month)\(mark)\(day.year)", mdy = "\(day.month)\(mark)\(day.day)\(mark)\(day.year)"
        #expect(Self.read(dmy, order: .dmy) == .time(day.seconds), "\(dmy)")
        #expect(Self.read(mdy, order: .mdy) == .time(day.seconds), "\(mdy)")
        let isAmbiguous = day.day <= 12 && day.day != day.month
        for (text, reading) in [(dmy, \OpenDate.dayFirst), (mdy, \OpenDate.monthFirst)] {
          if isAmbiguous, case .ambiguous(let open) = Self.read(text) {
            #expect(open[keyPath: reading] == day.seconds, "\(text)")
          } else {
            #expect(!isAmbiguous && Self.read(text) == .time(day.seconds), "\(text)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("Z", 0), ("+00:00", 0), ("+0530", 330), ("-08:00", -480), ("+14", 840), (" +0100", 60), (" GMT", 0), (" EST", -300),
    ("-03:30", -210),
  ])
  func `a time is as far from UTC as its zone says`(zone: String, minutes: Int) {
    var random = SeededGenerator(minutes)
    for day in Self.days.prefix(60) {
      let second = random.below(86_400)
      let clock = "\(Self.two(second / 3600)):\(Self.two(second / 60 % 60)):\(Self.two(second % 60))"
      let date = "\(day.year)-\(Self.two(day.month))-\(Self.two(day.day))"
      let wanted = PublicationDate.time(day.seconds + Int64(second) - Int64(minutes) * 60)
      for text in ["\(date)T\(clock)\(zone)", "\(date) \(clock)\(zone)", "\(date)T\(clock).123\(zone)"] {
        #expect(Self.read(text) == wanted, "\(text)")
      }
    }
  }

  @Test func `a clock of twelve hours is that of twenty-four`() {
    for minute in stride(from: 0, to: 1440, by: 7) {
      let (hour, rest) = (minute / 60, Self.two(minute % 60))
      let twelve = hour % 12 == 0 ? 12 : hour % 12
      let half = hour < 12 ? "AM" : "PM"
      let wanted = PublicationDate.time(1_734_048_000 + Int64(minute) * 60)
      for text in [
        "Dec 13, 2024 \(twelve):\(rest) \(half)", "13 December 2024, \(twelve):\(rest)\(half.lowercased())",
        "13 Dec 2024 \(Self.two(hour)):\(rest)",
        "13.12.2024 \(Self.two(hour)):\(rest) Uhr", "Dec. 13, 2024 at \(twelve):\(rest) \(half == "AM" ? "a.m." : "p.m.")",
        "2024-12-13T\(Self.two(hour)):\(rest)",
      ] { #expect(Self.read(text) == wanted, "\(text)") }
    }
  }

  @Test func `a time since 1970 has its unit by its length`() {
    var random = SeededGenerator(5)
    for _ in 0..<200 {
      let seconds = 100_000_000 + random.below(1_900_000_000)
      for text in ["\(seconds)", "\(seconds)000", "\(seconds)999", "\(seconds)000000", "\(seconds)000000000", "\(seconds).5"] {
        // A unit is told by the number of digits; below a billion the longer ones have one less.
        guard seconds >= 1_000_000_000 || text.count < 12 else { continue }
        #expect(Self.read(text) == .time(Int64(seconds)), "\(text)")
      }
    }
  }

  @Test func `a day that the calendar has not is no date in any form`() {
    for year in [1900, 2023, 2024, 2100] {
      for month in 1...12 {
        let day = NaiveCalendar.length(ofMonth: month, in: year) + 1
        let name = Self.english[month - 1]
        for text in [
          "\(year)-\(Self.two(month))-\(day)", "\(day) \(name) \(year)", "\(name) \(day), \(year)",
          "\(day).\(Self.two(month)).\(year)",
        ] {
          #expect(Self.read(text) == .none, "\(text)")
        }
      }
    }
  }

  @Test(arguments: 0..<40) func `any bytes at all are a date, ambiguous, or none`(seed: Int) {
    var random = SeededGenerator(seed)
    let pieces = [
      "13", "2024", "Dec", "/", "-", ":", " ", "T", "Z", "+", "é", "(", ")", "am", "99999999999", "\u{A0}", "年", ".", ",",
    ]
    for _ in 0..<20 {
      let text = (0..<random.below(14)).map { _ in random.pick(pieces) }.joined()
      if case .time(let seconds) = Self.read(text) { #expect((-62_135_683_200...1_000_000_000_000).contains(seconds), "\(text)") }
    }
  }
}
