import Foundation

/// A story and what can happen to it, all invented.
enum InventedStory {
  static let original = [
    "The council of Varnholm voted on Tuesday to close the old ferry terminal, ending a service that began in 1931.",
    "Mayor Ilse Brandvold said the decision had been taken after three inspections found the quay unsafe for passengers.",
    "\"We cannot ask families to walk over a pier that our own engineers refuse to stand on,\" Brandvold told reporters.",
    "The operator, Fjordlinjen, carried 214,000 passengers last year and employs 61 people at the terminal.",
    "Union leader Anders Tveit called the vote a betrayal and promised to challenge it before the regional court.",
    "\"They had ten years to repair this quay and they spent the money on a car park,\" Tveit said on Wednesday.",
    "Residents of the outer islands would have to travel 40 kilometres to the next harbour from the first of May.",
    "A replacement bus is planned, but the regional transport office has not yet published a timetable for it.",
  ]

  /// The same sentences in the same order as by two machine translations, quotations and a name included.
  static let machine = [
    "The advice of Varnholm has voted Tuesday to shut the ancient ferry terminal, finishing a service who started in 1931.",
    "The mayoress Ilse Brandvald said the decision was taken afterwards three inspections have discovered the dock insecure.",
    "\"We are not able to demand households to march on a jetty where our proper technicians decline to be,\" told Brandvold to reporters.",
    "The operator, Fjordlinjen, transported 214,000 travellers the past year and uses 61 persons at the terminal.",
    "The chief of the union Anders Tveit named the vote a treason and engaged himself to contest it before the regional tribunal.",
    "\"They possessed ten years for fixing this dock and they have expended the silver on a parking of cars,\" Tveit declared Wednesday.",
    "The inhabitants of the exterior islands should voyage 40 kilometres until the following port from the first of May.",
    "A bus of replacement is foreseen, but the regional office of transports has not published again a schedule for him.",
  ]

  static func record(_ id: String, _ paragraphs: [String], published: String? = nil, source: String? = nil, foot: String? = nil)
    throws
    -> String
  {
    var fields = ["id": id, "text": (paragraphs + (foot.map { [$0] } ?? [])).joined(separator: "\n\n")]
    fields["published"] = published
    fields["source"] = source
    return String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
  }
}
