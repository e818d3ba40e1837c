internal import Resources

/// Recognises the head of an update or a correction: "CORRECTED-", "UPDATE 2-", "(Corrects spelling in paragraph 3)".
package enum RevisionMarker {
  /// As much of a text's beginning is looked at.
  ///
  /// In bytes.
  private static let head = 120

  private static let phrases: [[UInt8]] = {
    let corrections = Resource.lines("correction_markers.tsv").compactMap { line -> [UInt8]? in
      guard let phrase = line.split(separator: "\t").last, phrase.utf8.count >= 4 else { return nil }
      return Array(phrase.lowercased().utf8)
    }
    return corrections
      + ["update 1", "update 2", "update 3", "update 4", "update 5", "update:", "updated:"].map { Array($0.utf8) }
  }()

  /// Whether `text` begins with a marker, after brackets, stars and white space.
  package static func marks(_ text: ArraySlice<UInt8>) -> Bool {
    let folded = text.prefix(head).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let trimmed = folded.drop { $0 <= 0x30 && $0 != 0x22 }
    return phrases.contains { phrase in
      guard trimmed.starts(with: phrase) else { return false }
      let next = trimmed.dropFirst(phrase.count).first ?? 0x20
      return !(next &- 0x61 < 26)
    }
  }
}
