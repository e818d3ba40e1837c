/// The calendar, day by day: slow, and plain to read.
package enum NaiveCalendar {
  package struct Day: Sendable, Hashable {
    package var year: Int
    package var month: Int
    package var day: Int
    /// Days since 1970-01-01, which was a Thursday.
    package var number: Int
    /// From Monday, 0.
    package var weekday: Int { ((number + 3) % 7 + 7) % 7 }
    package var seconds: Int64 { Int64(number) * 86_400 }
  }

  package static func length(ofMonth month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Every day of some years.
  package static func days(_ years: ClosedRange<Int>) -> [Day] {
    var number = 0
    for year in stride(from: 1970, to: years.lowerBound, by: 1) {
      number += (1...12).reduce(0) { $0 + length(ofMonth: $1, in: year) }
    }
    for year in stride(from: 1969, through: years.lowerBound, by: -1) {
      number -= (1...12).reduce(0) { $0 + length(ofMonth: $1, in: year) }
    }
    var days: [Day] = []
    for year in years {
      for month in 1...12 {
        for day in 1...length(ofMonth: month, in: year) {
          days.append(Day(year: year, month: month, day: day, number: number))
          number += 1
        }
      }
    }
    return days
  }
}
