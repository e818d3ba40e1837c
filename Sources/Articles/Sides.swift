/// One of the two articles of a comparison: A is the earlier, B the later or the copy.
@usableFromInline
package enum Side: Sendable, Hashable, CaseIterable {
  case a, b

  @inlinable package var other: Side { self == .a ? .b : .a }
}

/// The same thing of both articles of a comparison, so that one piece of code serves either.
@frozen
@usableFromInline
package struct Sides<Value> {
  @usableFromInline package var a: Value
  @usableFromInline package var b: Value

  @inlinable
  package init(a: Value, b: Value) {
    self.a = a
    self.b = b
  }

  /// What `make` gives for each side.
  @inlinable
  package init<Failure>(_ make: (Side) throws(Failure) -> Value) throws(Failure) {
    a = try make(.a)
    b = try make(.b)
  }

  @inlinable
  package subscript(side: Side) -> Value {
    get { side == .a ? a : b }
    set { if side == .a { a = newValue } else { b = newValue } }
  }

  /// A and B exchanged.
  @inlinable package var swapped: Sides { Sides(a: b, b: a) }

  @inlinable
  package func map<Other, Failure>(_ transform: (Value) throws(Failure) -> Other) throws(Failure) -> Sides<Other> {
    Sides<Other>(a: try transform(a), b: try transform(b))
  }
}

extension Sides: Sendable where Value: Sendable {}
extension Sides: Equatable where Value: Equatable {}
extension Sides: Hashable where Value: Hashable {}
