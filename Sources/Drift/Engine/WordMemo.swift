import Articles
import Text

/// What a rule found out about words once, by their numbers; shared by the copies of the rule in one session.
final class WordMemo<Value> {
  // One thread's own and never entered twice: asking at run time whether it is in use would cost as much as reading it.
  @exclusivity(unchecked) private var values: [Value?] = []

  func value(of word: WordNumber, _ compute: () -> Value) -> Value {
    if Int(word) >= values.count {
      values.append(contentsOf: repeatElement(nil, count: max(Int(word) + 1, values.count * 2) - values.count))
    }
    if let known = values[Int(word)] { return known }
    let value = compute()
    values[Int(word)] = value
    return value
  }
}
