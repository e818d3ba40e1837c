/// The features of a word while they are collected; see ``WordFeatures`` for what each means.
struct FeatureDraft {
  var synsets: [Ranked] = []
  var antonyms: [Ranked] = []
  var poles: [Ranked] = []
  var opposedPoles: [Ranked] = []
  var kindPoles: [Ranked] = []
  var opposedKindPoles: [Ranked] = []
  var derivedAntonyms: [Ranked] = []
  var ancestors: [[Ranked]] = []
  var extendedAntonyms: [WordID] = []
  var negatedBases: [WordID] = []
  var negatedStems: [WordID] = []
  var positiveBases: [WordID] = []
  var glossWords: [UInt64] = []
  var opposites: [OppositeList.Membership] = []
  var extendedOpposites: [OppositeList.Membership] = []
  var groups: [Int32] = []
  var contrasts: [OppositeList.Membership] = []
  var valence: Int8 = 0
}
