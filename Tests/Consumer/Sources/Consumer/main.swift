import Newsprint

let text = "The harbour of Velmora stays closed until Monday, Mayor Idris Tavelan said, after a crane fell on a barge at dawn."
let wire = Article(id: "wire", text: text)
let copy = Article(id: "copy", text: text.replacing("Monday", with: "Friday"))
let detector = try Detector()
for member in try detector.stories([wire, copy]).memberships {
  print(member.article, "is", member.role.rawValue, "of", member.original)
}
for finding in detector.compare(wire, copy).findings { print(finding.severity.rawValue, finding.message) }
