/// A number that says what it counts: the place of an article, story or event in the list of its kind.
///
/// 4 bytes. Two numbers of different kinds neither compare nor mix; a list is asked by ``Swift/Array/subscript(_:)``.
@frozen
@usableFromInline
package struct Numbered<Kind>: Sendable, Hashable, Comparable {
  @usableFromInline package var rawValue: UInt32

  @inlinable package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable package init(_ index: Int) { rawValue = UInt32(index) }

  /// As an index of a list of its kind.
  @inlinable package var index: Int { Int(rawValue) }

  @inlinable package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// What a number can count.
package enum Counted {
  /// Articles in the order of the input, skipped ones included.
  package enum Article {}
  /// Articles that are nobody's copy, in the order of their content.
  package enum Place {}
  /// Stories in the order of their first articles.
  package enum Story {}
  /// Events in the order of their first articles.
  package enum Event {}
}

package typealias ArticleNumber = Numbered<Counted.Article>
/// See ``Counted/Place``.
package typealias PlaceNumber = Numbered<Counted.Place>
package typealias StoryNumber = Numbered<Counted.Story>
package typealias EventNumber = Numbered<Counted.Event>

extension Array {
  /// The element of a list that is kept in the order of its kind's numbers.
  @inlinable
  package subscript<Kind>(number: Numbered<Kind>) -> Element {
    get { self[number.index] }
    _modify { yield &self[number.index] }
  }
}
