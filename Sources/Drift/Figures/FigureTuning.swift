internal import Resources

/// Rules of `number`, `unit` and `time`.
struct FigureTuning: Tuning {
  let otherCurrency = 0.40  // a sum in another currency: converted, as far as can be told; real copies, 2026-11
  let otherThing = 0.6  // what remains where the figures count different things; real copies, 2026-11
  let rearranged = 0.6  // and where each stands elsewhere in the other article; real copies, 2026-11
  let small = 12.0  // numbers up to this stand anywhere by chance; real copies, 2026-11
  let copied = 0.7  // closeness from which a sentence is a copy, as far as its figures go; scrape batches, 2026-11
  let elsewhereInRewrite = 0.8  // what remains below it of figures that stand in different places; scrape batches, 2026-11
  let free = 0.5  // closeness below which two sentences tell of two things, as far as their figures go; scrape batches, 2026-11
  let inRewrite = 0.65  // what remains there; scrape batches, 2026-11
  let dateLeast = 0.55  // closeness from which a changed day begins to mean something; scrape batches, 2026-11
  let dateSure = 0.8  // closeness from which it does; scrape batches, 2026-11
  let dateFloor = 0.6  // what remains of it below; scrape batches, 2026-11
  // share of a bounded figure by which another may differ however exact the first is; scrape batches, 2026-11
  let leastStep = 0.02
  let otherDayElsewhere = 0.55  // a day for another that stands elsewhere in the sentence of an article; real copies, 2026-11
  let beforeScore = 3  // words before a score that are the same where it was turned round; invented copies, 2026-12
  let enclosed = 0.85  // sameness of two statements at least, of a figure between the same nouns; real copies, 2026-12
  let beforeEnclosed = 2  // words before it among which the noun stands; real copies, 2026-12
  let numbers = NumberTuning()
  let bounds = BoundTuning()
  let days = DayTuning()
  let units = UnitTuning()
  let lists = ListTuning()
  let quantities = QuantityTuning()
}

/// Lists of short lines that belong to the page, see ``ListedFigures``.
struct ListTuning: Tuning {
  let words = 10  // tokens of a line at most; invented pages, 2026-11
  let longest = 120  // tokens of a list at most; invented pages, 2026-11
  let kept = 0.34  // share of its figures that may be the same in another list; invented pages, 2026-11
  let damping = 0.5  // what remains of the confidence in a changed figure there; invented pages, 2026-11
}

/// The rule of `number`.
struct NumberTuning: Tuning {
  let near = 0.02  // relative difference below which two figures are near; by hand, 2026-11
  let inPlace = 0.95  // unequal figures in one place; by hand, 2026-11
  let inPlaceElsewhere = 0.75  // and where either value stands elsewhere on the other side; by hand, 2026-11
  let nearLoss = 0.25  // what near figures lose of it; by hand, 2026-11
  let byContext = Rise(from: 0.7, by: 0.3)  // times, by local context; by hand, 2026-11
  let exchanged = 0.78  // two figures that changed places, all else being the same; by hand, 2026-11
  let rank = 0.85  // a rank before a superlative, on one side only; invented copies, 2026-11
  let byTrust = Rise(from: 0.8, by: 0.2)  // times, by trust; by hand, 2026-11
  let moved = 0.70  // unequal figures of one unit elsewhere in the sentence; by hand, 2026-11
  let movedNear = 0.40  // and if they are near; by hand, 2026-11
  let rounded = 0.30  // the one rounds the other, or its bound allows it; by hand, 2026-11
  let otherThing: Float = 0.5  // similarity below which two units count different things; by hand, 2026-11
  let lost = 0.40  // a figure on one side only; by hand, 2026-11
  let lostSlight = 0.15  // a small number, an ordinal; by hand, 2026-11
  let lostElsewhere = 0.4  // times, if the other article has the value; by hand, 2026-11
}

/// Bounds of figures ("more than", "about"), and when one figure is another rounded.
struct BoundTuning: Tuning {
  let opposed = Rise(from: 0.75, by: 0.15)  // bounds that contradict each other, by trust; by hand, 2026-11
  let gained = Rise(from: 0.45, by: 0.22)  // a bound added or dropped, by trust; by hand, 2026-11
  let aboutGained = 0.30  // "about" added or dropped; by hand, 2026-11
  let aboutForOther = 0.40  // "about" for another bound; by hand, 2026-11
  let other = 0.20  // any other change; by hand, 2026-11
  let about = 0.1  // share by which a figure may differ from "about" another; by hand, 2026-11
  let above = 1.2  // most that "more than" is said of, against the bound; by hand, 2026-11
  let below = 0.85  // least that "less than" and "nearly" are said of; by hand, 2026-11
  let slack = 1.0001  // room for the last bit of a sum; definition
  let whole = 0.5  // precision of a whole number; definition
  let coarsest = 0.06  // precision a rounded figure may have, as a share of its value; by hand, 2026-11
}

/// The rules of `time`.
struct DayTuning: Tuning {
  let inPlace = 0.95  // two days in one place; by hand, 2026-11
  let inPlaceElsewhere = 0.75  // and where the other side has the day too; by hand, 2026-11
  let byContext = Rise(from: 0.7, by: 0.3)  // times, by local context; by hand, 2026-11
  let moved = 0.70  // days that stand elsewhere, in single sentences; by hand, 2026-11
  let longestPlace = 2  // words of a place in which a day stands with its preposition; invented copies, 2026-11
  let relative = 0.40  // yesterday and today; by hand, 2026-11
  let lost = 0.30  // a day on one side only; by hand, 2026-11
  let period = 0.80  // another period in one place; by hand, 2026-11
  let span = 0.80  // one span of time in the place of another; invented copies, 2026-11
  let spanByTrust = Rise(from: 0.8, by: 0.2)  // times, by trust; by hand, 2026-11
  let periodMoved = 0.55  // and elsewhere in the sentence; by hand, 2026-11
}

/// The rule of `unit`.
struct UnitTuning: Tuning {
  let inPlace = Rise(from: 0.6, by: 0.35)  // figures in one place, by local context; by hand, 2026-11
  let moved = 0.6  // elsewhere in the sentence; by hand, 2026-11
  let counted = 0.78  // units behind "hundreds of", which leaves the sum open; pairs labelled blind, 2026-11
  let countedByContext = Rise(from: 0.8, by: 0.2)  // times, by local context; pairs labelled blind, 2026-11
  let rate = 2.5  // most that a dollar, a euro or a pound was worth of another; by hand, 2026-12
  let conversion = 0.06  // share by which converted temperatures may differ; by hand, 2026-11
}

/// Shares and round numbers in words, see ``QuantityRule``.
struct QuantityTuning: Tuning {
  let changed = 0.82  // one for another, or for a figure that contradicts it; invented copies, 2026-11
  let byTrust = Rise(from: 0.8, by: 0.2)  // times, by trust; invented copies, 2026-11
  let share = 0.04  // by which a share in words and one in per cent may differ; invented copies, 2026-11
  let sameOrder = 2.5  // times by which two round numbers may differ; invented copies, 2026-11
  let leastOfRound = 0.75  // share of a round number that a figure has at least; invented copies, 2026-11
  let mostOfRound = 10.0  // and how many times it at most; invented copies, 2026-11
  let reach = 4  // words from a quantity to what it counts; invented copies, 2026-11
}
