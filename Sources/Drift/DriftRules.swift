/// Every drift rule, in the order in which they are asked: particular ones first, the general ones for what is left.
package enum DriftRules {
  package static var all: [any DriftRule.Type] {
    [
      NumberRule.self
    ]
  }
}
