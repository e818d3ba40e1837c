/// Jaro-Winkler similarity of two spellings (Winkler 1990), 0 to 1, symmetric, 1 for equal ones.
package enum JaroWinkler {
  package static func similarity(_ a: [UInt8], _ b: [UInt8]) -> Double {
    if a == b { return 1 }
    guard !a.isEmpty, !b.isEmpty, a.count <= 64, b.count <= 64 else { return 0 }
    // The shorter one first: greedy matching depends on the order, the measure must not.
    let swap = (a.count, a.lexicographicallyPrecedes(b) ? 0 : 1) > (b.count, a.lexicographicallyPrecedes(b) ? 1 : 0)
    let jaro = swap ? jaro(b, a) : jaro(a, b)
    let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }

  private static func jaro(_ a: [UInt8], _ b: [UInt8]) -> Double {
    let reach = max(0, max(a.count, b.count) / 2 - 1)
    var usedB: UInt64 = 0
    var matchesA: [UInt8] = []
    for (i, letter) in a.enumerated() {
      for j in max(0, i - reach)..<max(max(0, i - reach), min(b.count, i + reach + 1))
      where usedB >> UInt64(j) & 1 == 0 && b[j] == letter {
        usedB |= 1 << UInt64(j)
        matchesA.append(letter)
        break
      }
    }
    guard !matchesA.isEmpty else { return 0 }
    let matchesB = b.indices.filter { usedB >> UInt64($0) & 1 == 1 }.map { b[$0] }
    let transposed = Double(zip(matchesA, matchesB).filter { $0 != $1 }.count) / 2
    let m = Double(matchesA.count)
    return (m / Double(a.count) + m / Double(b.count) + (m - transposed) / m) / 3
  }
}
