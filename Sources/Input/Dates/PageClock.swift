/// The clock that a page prints above an article: `Tue May 3, 2011 6:41 am EDT`, `Updated: 3.5.2011, 14:05`.
package enum PageClock {
  /// Seconds since 1970-01-01 00:00 UTC; nil for what is no date with a year and a time of day.
  ///
  /// A time without a zone is taken for UTC.
  package static func time(_ bytes: Span<UInt8>) -> Int64? {
    // A date alone is midnight and says no more than a field of the record does.
    let hasTime = (1..<max(1, bytes.count - 1)).contains { place in
      bytes[place] == UInt8(ascii: ":") && (0x30...0x39).contains(bytes[place - 1]) && (0x30...0x39).contains(bytes[place + 1])
    }
    guard hasTime, case .time(let seconds) = PublicationDate(bytes) else { return nil }
    return seconds
  }
}
