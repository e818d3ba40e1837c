import Quality
import Resources
import Testing

/// Every phrase of the lists is flagged where the lists say it counts, and nowhere else.
@Suite struct `Every row of the lists of flags` {
  private func flags(_ sentence: String, _ id: FlagID) -> Int {
    report("\(SoundArticle.paragraphs[0])\n\n\(sentence)\n\n\(SoundArticle.paragraphs[3])").flags.count { $0.flag == id }
  }

  @Test func `words of chat models`() {
    var missed: [String] = []
    for line in Resource.lines("chatbot.txt") {
      let phrase = line.drop { $0 == "^" }
      if line.hasPrefix("^") {
        if flags(phrase.prefix(1).uppercased() + phrase.dropFirst() + " about the quay.", .chatbotLeftover) == 0 {
          missed.append("\(line)")
        }
        if flags("The clerk then wrote \(phrase) on it.", .chatbotLeftover) > 0 { missed.append("inside a line: \(line)") }
      } else if flags("The clerk then wrote \(phrase) on it.", .chatbotLeftover) == 0 {
        missed.append("\(line)")
      }
    }
    #expect(missed == [])
  }

  @Test(arguments: [
    "Als KI-Sprachmodell habe ich keinen Zugang zu den Akten der Reederei.", "Als AI-taalmodel kan ik dat niet zeggen.",
    "En tant que modèle de langage, je ne connais pas les horaires.", "Como modelo de lenguaje, no tengo los horarios.",
    "Como modelo de linguagem, não posso dizer quando.", "Come modello linguistico, non ho gli orari.",
    "Как языковая модель, я не знаю расписания.",
  ])
  func `what a model says of itself is flagged`(sentence: String) { #expect(flags(sentence, .chatbotLeftover) == 1) }

  @Test(arguments: [
    "Als Sprachmodell hat das Programm keinen Zugang zu den Akten der Reederei, sagte der Richter.",
    "Das Programm ist eine künstliche Intelligenz und kann den Fahrplan lesen.",
    "Le programme, en tant que modèle de langage, ne connaît pas les horaires du bac.",
    "El programa funciona como modelo de lenguaje y no como buscador, dijo la naviera.",
    "O programa é usado como modelo de linguagem no porto desde março.",
    "Как языковая модель программа не знает расписания парома, сказал директор.",
  ])
  func `what an article says of a chat model is none of them`(sentence: String) {
    #expect(flags(sentence, .chatbotLeftover) == 0)
  }

  @Test func `tortured phrases, and the set phrases that they stand for`() {
    var missed: [String] = []
    for row in Resource.rows("tortured.tsv") where row.count >= 2 {
      if flags("The board spoke of \(row[0]) on Monday.", .torturedPhrase) == 0 { missed.append(String(row[0])) }
      let normal = row[1].prefix { $0 != "(" }
      if flags("The board spoke of \(normal) on Monday.", .torturedPhrase) > 0 { missed.append("sound: \(normal)") }
    }
    #expect(missed == [])
  }
}
