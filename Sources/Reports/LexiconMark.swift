internal import Lexicon
internal import Output

extension JSONWriter {
  /// Marks a result that was had without WordNet: `"lexicon":"own"`, nothing where WordNet was read.
  mutating func lexicon() {
    guard !Lexicon.standard.hasWordNet else { return }
    key("lexicon")
    string("own")
  }
}
