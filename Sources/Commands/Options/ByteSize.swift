internal import ArgumentParser

/// An amount of memory as people write it: "512M", "8G"; in powers of 1,024.
struct ByteSize: ExpressibleByArgument {
  let bytes: Int

  private static let units: [Character: Int] = ["K": 10, "M": 20, "G": 30, "T": 40]
  /// Less is no room to sort in.
  private static let least = 1 << 20

  init?(argument: String) {
    guard let last = argument.last, let shift = Self.units[Character(last.uppercased())], let count = Int(argument.dropLast()),
      count > 0, count <= 1 << 20, count << shift >= Self.least
    else { return nil }
    bytes = count << shift
  }
}
