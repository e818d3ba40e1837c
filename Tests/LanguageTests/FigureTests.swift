import Testing
import Text

struct FigureTests {
  @Test(arguments: [
    ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("9,34,200", 934_200), ("272.000", 272_000), ("3,8", 3.8), ("1 198", 1198),
    ("12\u{A0}500", 12_500), ("twenty-five", 25), ("three hundred and six", 306), ("seven thousand", 7000), ("3.1 mln", 3.1e6),
    ("4.6 billion", 4.6e9), ("2 1/2", 2.5), ("3½", 3.5), ("half a million", 5e5), ("a hundred", 100), ("21st", 21), ("third", 3),
    ("1990s", 1990), ("2017/18", 2017), ("2017-18", 2017), ("0.125", 0.125), ("12'500", 12_500),
  ])
  func `the value is read in every style of writing`(text: String, value: Double) {
    #expect(Reading("x \(text) y").text.figures.first?.value == value)
  }

  @Test(arguments: [
    ("at least 12", Figure.Bound.atLeast), ("more than 50", .moreThan), ("no more than 50", .atMost),
    ("no fewer than 50", .atLeast),
    ("up to $30", .atMost), ("nearly 12", .nearly), ("about 7", .about), ("as many as 40", .atMost), ("just under 8", .nearly),
    ("50 or more", .atLeast), ("an estimated 90", .about), ("12", .exact), ("close to 60", .nearly), ("over 60", .moreThan),
  ])
  func `bounds belong to the figure`(text: String, bound: Figure.Bound) {
    #expect(Reading("It took \(text) men.").text.figures.first?.bound == bound)
  }

  @Test(arguments: [
    ("5 percent", "%"), ("5 pct", "%"), ("5%", "%"), ("5 per cent", "%"), ("$5", "$"), ("5 dollars", "$"), ("5 km", "km"),
    ("£5m", "£"),
  ])
  func `units have one name`(text: String, unit: String) {
    #expect(Reading("about \(text) more").units.first == unit)
  }

  @Test(arguments: [("11am", 660.0), ("1600 GMT", 960), ("12.40 pm", 760), ("13:25", 805), ("9 p.m.", 1260), ("14h20", 860)])
  func `clock times are minutes after midnight`(text: String, minutes: Double) {
    let figure = Reading("At \(text) sharp").text.figures.first
    #expect(figure?.kind == .clock && figure?.value == minutes)
  }

  @Test(arguments: [("8/1/2020", 20_200_108.0), ("25/03/2016", 20_160_325), ("5.2.2016", 20_160_205)])
  func `a day, a month and a year are one date`(text: String, value: Double) {
    let figures = Reading("On \(text) it rained.").text.figures
    #expect(figures.count == 1 && figures.first?.kind == .date && figures.first?.value == value)
  }

  @Test func `laws and cases have one number, whether the year has two digits or four`() {
    let (long, short) = (Reading("Law 64/1990 holds.").text.figures, Reading("Law 64/90 holds.").text.figures)
    #expect(long.count == 1 && short.count == 1 && long.first?.value == short.first?.value)
    #expect(Reading("Law 64/1991 holds.").text.figures.first?.value != long.first?.value)
  }

  @Test func `years are no quantities`() {
    #expect(Reading("It began in 1987.").text.figures.first?.kind == .year)
    #expect(Reading("It cost $1987.").text.figures.first?.kind == .cardinal)
  }

  @Test func `one is a number only where something is counted`() {
    #expect(Reading("No one knew the one who left.").text.figures.isEmpty)
    #expect(Reading("One million left.").text.figures.first?.value == 1e6)
  }
}

struct NameTests {
  @Test(arguments: [
    ("Later Gen. Olav Brandvold met President Ilse Moe in Graz.", ["Olav Brandvold", "Ilse Moe", "Graz"]),
    ("Then J. R. Ruud of the Storting spoke.", ["J. R. Ruud", "Storting"]),
    ("On Monday in March I left.", []),
    ("They met Vincent van der Poel.", ["Vincent van der Poel"]),
  ])
  func `names are capitals inside a sentence, without their titles`(text: String, names: [String]) {
    #expect(Reading(text, common: ["later", "then", "on", "they"]).names == names)
  }

  @Test func `the first word is a name when the article has it as one`() {
    #expect(Reading("Brook fell. The men saw Brook.", common: ["brook", "the"]).names == ["Brook", "Brook"])
    #expect(Reading("Brook by brook fell.", common: ["brook"]).names.isEmpty)
  }
}
