/// Sentences that nobody wrote before these tests, each one sentence whatever full stops it has.
package enum InventedSentences {
  package struct Language: Sendable, CustomStringConvertible {
    package var code: String
    package var sentences: [String]
    package var description: String { code }
  }

  package static let all = [english, german, spanish, portuguese, french, arabic]

  package static let english = Language(
    code: "en",
    sentences: [
      "The harbour of Velmora was shut on Tuesday.", "Dr. Ilse Moe met Mr. J. R. Holm of the Tide Co. board at noon.",
      "It rose by 3.5 percent to 1,204.50 crowns.", "Who will pay for the quay?", "Nobody will!",
      "“We shall see,” the mayor said.",
      "She called it “a fine day” and left.", "The U.S. envoy Olav Brand flew home on Jan. 8.",
      "Prices fell, e.g. of herring and cod.",
      "The ferry (built in 1987) sank off St. Brand in the night.", "Twelve crews, i.e. half of them, stayed ashore.",
      "The board of Tide Inc. sold 40 boats.", "The clerk wrote to office@tide.example about it.",
    ])

  package static let german = Language(
    code: "de",
    sentences: [
      "Der Hafen von Velmora wurde am Dienstag gesperrt.", "Dr. Ilse Moe traf den Bürgermeister am Mittag.",
      "Wer bezahlt die Mole?",
      "„Wir werden sehen“, sagte der Lotse.", "Der Preis stieg um 3,5 Prozent auf 1.204,50 Kronen.",
      "Die Fähre lag an der Boje Nr. 4 am Kai.",
      "Niemand!", "Größere Schäden gab es nicht.", "Es kamen ca. 40 Boote in die Bucht.",
      "Überall standen Kräne, Netze usw. am Ufer.",
    ])

  package static let spanish = Language(
    code: "es",
    sentences: [
      "El puerto de Velmora cerró el martes.", "¿Quién pagará el muelle?", "¡Nadie lo pagará!",
      "«Ya veremos», dijo la alcaldesa.",
      "El precio subió un 3,5 por ciento, a 1.204,50 coronas.", "La Sra. Moe habló con el Dr. Holm al mediodía.",
      "Ángela Ruiz dejó el pueblo en la noche.", "“Es un buen día”, dijo el práctico.", "Los barcos llegaron al alba.",
    ])

  package static let portuguese = Language(
    code: "pt",
    sentences: [
      "O porto de Velmora fechou na terça-feira.", "Quem vai pagar o cais?", "Ninguém!", "“Vamos ver”, disse a prefeita.",
      "O preço subiu 3,5 por cento, para 1.204,50 coroas.", "O Dr. Holm falou com a Sra. Moe ao meio-dia.",
      "À noite a balsa afundou.",
      "Os barcos não saíram da baía.", "É o fim da obra, segundo o mestre.",
    ])

  package static let french = Language(
    code: "fr",
    sentences: [
      "Le port de Velmora a fermé mardi.", "Qui paiera le quai ?", "Personne !", "« On verra », a dit la mairesse.",
      "Le prix a monté de 3,5 pour cent, à 1 204,50 couronnes.", "Le Dr. Holm a parlé à Mme Moe à midi.",
      "À l'aube les bateaux sont sortis.",
      "L'équipage n'a rien vu.", "Était-ce la brume ?",
    ])

  package static let arabic = Language(
    code: "ar",
    sentences: [
      "أغلق ميناء فلمورا يوم الثلاثاء.", "من يدفع ثمن الرصيف؟", "لا أحد!", "قال العمدة \"سنرى غدا\" ثم غادر.",
      "ارتفع السعر 3.5 في المئة.",
      "عادت القوارب إلى الخليج فجرا.", "لم ير الطاقم شيئا، بحسب الربان.",
    ])
}
