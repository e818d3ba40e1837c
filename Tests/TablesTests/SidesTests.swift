import Articles
import Testing

struct SidesTests {
  @Test func `a side finds its own value, and the other's after an exchange`() {
    var lengths = Sides(a: 3, b: 5)
    lengths[.b] += 1
    #expect(lengths == Sides(a: 3, b: 6))
    for side in Side.allCases { #expect(lengths.swapped[side] == lengths[side.other]) }
    #expect(lengths.map { $0 * 2 } == Sides { lengths[$0] * 2 })
  }
}
