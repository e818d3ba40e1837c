/// Something that is given inputs without end, and what it promises of each.
struct Target: Sendable {
  let name: String
  /// Endings of the files in the corpus that it begins with.
  let endings: [String]
  /// Its share of the inputs when a total is asked for: dear targets get few.
  let share: Int
  /// - Throws: ``BrokenPromise`` when the input was not treated as promised.
  let run: @Sendable ([UInt8]) throws -> Void

  static let all: [Target] =
    [("lines", "jsonl"), ("json", "json"), ("csv", "csv"), ("tsv", "tsv"), ("text", "txt"), ("unknown", "")].map { name, ending in
      Target(name: "read-\(name)", endings: ending.isEmpty ? ["jsonl", "json", "csv", "txt"] : [ending], share: 100) { bytes in
        try ReadingTargets.read(bytes, as: ending.isEmpty ? "input" : "input.\(ending)")
      }
    } + [
      Target(name: "fields", endings: ["jsonl", "json"], share: 100, run: ReadingTargets.fields),
      Target(name: "labels", endings: ["jsonl"], share: 10, run: ReadingTargets.labels),
      Target(name: "options", endings: ["args"], share: 4, run: ReadingTargets.options),
      Target(name: "view", endings: ["txt"], share: 100, run: TextTargets.view),
      Target(name: "words", endings: ["txt"], share: 100, run: TextTargets.words),
      Target(name: "boilerplate", endings: ["txt"], share: 100, run: TextTargets.boilerplate),
      Target(name: "sentences", endings: ["txt"], share: 100, run: TextTargets.sentences),
      Target(name: "credits", endings: ["txt"], share: 60, run: TextTargets.credits),
      Target(name: "flags", endings: ["txt"], share: 60, run: TextTargets.flags),
      Target(name: "fingerprint", endings: ["txt"], share: 60, run: TextTargets.fingerprint),
      Target(name: "compare", endings: ["txt"], share: 6, run: TextTargets.compare),
      Target(name: "batch", endings: ["jsonl"], share: 1, run: BatchTargets.batch),
      Target(name: "report", endings: ["jsonl"], share: 1, run: BatchTargets.report),
    ]
}
