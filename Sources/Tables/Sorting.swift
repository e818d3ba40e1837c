/// Sorting 64-bit values by some of their bits, stably and in linear time.
package enum RadixSort {
  /// Sorts `values` by their bits `bits`, least significant digit first, 11 bits a pass, of few values 8; bits that all have
  /// alike take no pass.
  ///
  /// O(n) a pass; needs room for a copy.
  package static func sort(_ values: inout [UInt64], bits: Range<Int>) {
    guard !bits.isEmpty, values.count > few else { return sortFew(&values, bits) }
    let mask = Self.mask(bits)
    var left = differing(values.span) & mask
    guard left != 0 else { return }
    var scratch = [UInt64](repeating: 0, count: values.count)
    // The counts of a pass are not to outnumber the values.
    let digit: UInt64 = values.count < 2048 ? 1 << 8 - 1 : 1 << 11 - 1
    while left != 0 {
      let shift = UInt64(left.trailingZeroBitCount)
      pass(values.span, &scratch, shift: shift, mask: mask >> shift & digit)
      swap(&values, &scratch)
      left &= ~(digit << shift)
    }
  }

  private static func mask(_ bits: Range<Int>) -> UInt64 { (UInt64.max >> UInt64(64 - bits.count)) << UInt64(bits.lowerBound) }

  /// The bits in which any two of the values differ.
  private static func differing(_ values: Span<UInt64>) -> UInt64 {
    let first = values[0]
    var bits: UInt64 = 0
    for index in values.indices { bits |= values[index] ^ first }
    return bits
  }

  /// Up to so many values are put in their places one by one: the counts of a pass alone take longer.
  private static let few = 32

  private static func sortFew(_ values: inout [UInt64], _ bits: Range<Int>) {
    guard !bits.isEmpty else { return }
    let mask = Self.mask(bits)
    for index in values.indices.dropFirst() {
      let value = values[index]
      var place = index
      while place > 0, values[place - 1] & mask > value & mask {
        values[place] = values[place - 1]
        place -= 1
      }
      values[place] = value
    }
  }

  /// Sorts pairs `first << 32 | second` of numbers below `limit`.
  ///
  /// O(n) a pass, as many passes as the numbers need.
  package static func sortPairs(_ pairs: inout [UInt64], below limit: Int) {
    let bits = max(1, Int.bitWidth - max(1, limit - 1).leadingZeroBitCount)
    sort(&pairs, bits: 0..<bits)
    sort(&pairs, bits: 32..<32 + bits)
  }

  private static func pass(_ values: borrowing Span<UInt64>, _ scratch: inout [UInt64], shift: UInt64, mask: UInt64) {
    var offsets = [Int](repeating: 0, count: Int(mask) + 1)
    for index in values.indices { offsets[Int(values[index] >> shift & mask)] += 1 }
    var sum = 0
    for digit in offsets.indices {
      let count = offsets[digit]
      offsets[digit] = sum
      sum += count
    }
    var target = scratch.mutableSpan
    for index in values.indices {
      let digit = Int(values[index] >> shift & mask)
      target[offsets[digit]] = values[index]
      offsets[digit] += 1
    }
  }
}

extension [UInt64] {
  /// The distinct values of a sorted array.
  package func deduplicated() -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(count)
    for value in self where value != result.last { result.append(value) }
    return result
  }
}

/// The least of many numbers, without sorting them all.
package enum Selection {
  /// Puts the `count` least of `values`, in any order, before all others.
  ///
  /// Hoare's selection (1961, 10.1145/366622.366647) with the median of three as pivot: linear but for inputs made to defeat it.
  package static func partition(_ values: inout [UInt64], least count: Int) {
    var low = 0
    var high = values.count - 1
    guard count > 0, count <= high else { return }
    var places = values.mutableSpan
    // The border between the two parts lies in low...high.
    while low < high {
      let pivot = median(places[low], places[low + (high - low) / 2], places[high])
      var left = low
      var right = high
      while left <= right {
        while places[left] < pivot { left += 1 }
        while places[right] > pivot { right -= 1 }
        guard left <= right else { break }
        (places[left], places[right]) = (places[right], places[left])
        left += 1
        right -= 1
      }
      if count - 1 <= right { high = right } else if count - 1 >= left { low = left } else { return }
    }
  }

  private static func median(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 { max(min(a, b), min(max(a, b), c)) }
}

extension RandomAccessCollection {
  /// The first place whose element, like all behind it, has the property; the end when none has it.
  ///
  /// The elements without the property must all stand before those with it.
  ///
  /// - Complexity: O(log n) calls of `belongsBehind`.
  @inlinable
  package func partitioningIndex(where belongsBehind: (Element) throws -> Bool) rethrows -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if try belongsBehind(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}
