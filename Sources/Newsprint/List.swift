/// The values of a result, each made when it is asked for, so that a result over a million articles holds no million of them.
///
/// O(1) from value to value, plus what is in it.
public struct List<Element>: RandomAccessCollection, Sendable {
  /// How many there are.
  public let count: Int
  private let make: @Sendable (Int) -> Element

  init(count: Int, _ make: @escaping @Sendable (Int) -> Element) {
    self.count = count
    self.make = make
  }

  /// Always 0.
  public var startIndex: Int { 0 }
  /// The same as ``count``.
  public var endIndex: Int { count }
  /// The value at a place.
  public subscript(position: Int) -> Element {
    precondition((0..<count).contains(position), "Index out of range")
    return make(position)
  }
}
