internal import Tables

/// The name that somebody meant who wrote another.
package enum NearestName {
  /// The nearest of the names as `plain` has them; nil when none is near.
  package static func of(_ written: String, among names: [String], plain: (String) -> String = { $0 }) -> String? {
    let word = Array(plain(written).utf8)
    let most = min(mostSlips, word.count / 3)
    return names.compactMap { name in EditDistance.within(most, word, Array(plain(name).utf8)).map { (slips: $0, name: name) } }
      .min { $0.slips < $1.slips }?.name
  }

  /// Letters by which a word may differ from the one that is meant.
  private static let mostSlips = 2
}
