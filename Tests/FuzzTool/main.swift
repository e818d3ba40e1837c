// Gives the readers, the analysis and the reports mutated inputs; called by scripts/fuzz.
//
// usage: FuzzTool CORPUS [--inputs N | --total N] [--seconds N] [--seed N] [--target NAME] [--keep FOLDER]
import Foundation

var inputs = 500
var total: Int?
var seconds: Double?
var seed: UInt64 = 1
var only: String?
var keep = "."
var folder = "Fixtures/fuzz"

var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  switch argument {
  case "--inputs": inputs = arguments.popFirst().flatMap { Int($0) } ?? inputs
  case "--total": total = arguments.popFirst().flatMap { Int($0) }
  case "--seconds": seconds = arguments.popFirst().flatMap { Double($0) }
  case "--seed": seed = arguments.popFirst().flatMap { UInt64($0) } ?? seed
  case "--target": only = arguments.popFirst()
  case "--keep": keep = arguments.popFirst() ?? keep
  default: folder = argument
  }
}

let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
var broken = 0
var runs = 0
let targets = Target.all.filter { only == nil || $0.name == only }
if targets.isEmpty { print("there is no such target; there are \(Target.all.map(\.name).joined(separator: ", "))") }
let shares = targets.reduce(0) { $0 + $1.share }
for target in targets {
  let corpus = try names.filter { name in target.endings.contains { name.hasSuffix("." + $0) } }.map {
    try [UInt8](Data(contentsOf: URL(filePath: "\(folder)/\($0)")))
  }
  guard !corpus.isEmpty else { continue }
  var mutator = Mutator(corpus, seed: seed)
  let end = seconds.map { Date().addingTimeInterval($0 / Double(targets.count)) }
  let wanted = total.map { max(1, $0 * target.share / shares) } ?? inputs
  var count = 0
  let last = try LastInput("\(keep)/\(target.name)-\(seed)-last")
  while end.map({ Date() < $0 }) ?? (count < wanted) {
    let input = count < corpus.count ? corpus[count] : mutator.next()
    count += 1
    try last.keep(input)
    do { try target.run(input) } catch {
      broken += 1
      let kept = "\(keep)/\(target.name)-\(seed)-\(count)"
      try Data(input).write(to: URL(filePath: kept))
      print("\(target.name): \(error); the input is \(kept)")
    }
  }
  try last.remove()
  runs += count
  print("\(target.name): \(count) inputs")
}
Scratch.removeAll()
print("\(runs) inputs, \(broken) broken promises")
exit(broken == 0 ? 0 : 1)

/// The input that is being looked at, in a file that is written over and over: a crash leaves it behind.
struct LastInput {
  private let path: String
  private let file: FileHandle

  init(_ path: String) throws {
    self.path = path
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    file = try FileHandle(forWritingTo: URL(filePath: path))
  }

  func keep(_ input: [UInt8]) throws {
    try file.seek(toOffset: 0)
    try file.write(contentsOf: Data(input))
    try file.truncate(atOffset: UInt64(input.count))
  }

  func remove() throws {
    try file.close()
    try FileManager.default.removeItem(atPath: path)
  }
}
