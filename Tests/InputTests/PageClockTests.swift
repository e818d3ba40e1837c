import Testing

@testable import Input

@Suite struct PageClockTests {
  @Test(arguments: [
    ("Tue Mar 4, 2014 6:41 am EST", 1_393_933_260), ("Tue Mar 4, 2014 11:41 am GMT", 1_393_933_260),
    ("4 March 2014 Last updated at 11:41 GMT", 1_393_933_260),
  ])
  func `a date with a time of day is a clock`(text: String, seconds: Int64) {
    #expect(PageClock.time(Array(text.utf8).span) == seconds)
  }

  @Test(arguments: ["4 March 2014", "6:41 am", "", ":", "Chapter 3:16, Mark", "2014-03-04", "03/04/2014 11:41"])
  func `anything else is none`(text: String) {
    #expect(PageClock.time(Array(text.utf8).span) == nil)
  }
}
