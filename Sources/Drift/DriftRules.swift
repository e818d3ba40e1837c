/// Every drift rule, in the order in which they are asked.
package enum DriftRules {
  package static var all: [any DriftRule.Type] { [] }
}
