import Articles
import Drift
import TestSupport
import Testing
import Text

/// Invented pairs in many languages: what must be found, and what looks like it and must not.
@Suite struct NegationInLanguagesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var language: String
    var a: String
    var b: String
    var testDescription: String { "\(language): \(a) | \(b)" }

    init(_ language: String, _ a: String, _ b: String) {
      (self.language, self.a, self.b) = (language, a, b)
    }
  }

  private static func serious(_ text: Case, _ category: DriftCategory) -> Bool {
    Analyzers.compare(text.a, text.b).findings.contains { $0.category == category && $0.severity > .minor }
  }

  @Test(arguments: [
    Case("en", "The council will close the bridge next month.", "The council will not close the bridge next month."),
    Case(
      "de", "Der Stadtrat wird die alte Brücke am Hafen im Herbst sperren.",
      "Der Stadtrat wird die alte Brücke am Hafen im Herbst nicht sperren."),
    Case(
      "fr", "Le conseil municipal va fermer le vieux pont du port cet automne.",
      "Le conseil municipal ne va pas fermer le vieux pont du port cet automne."),
    Case(
      "es", "El ayuntamiento cerrará el viejo puente del puerto en otoño.",
      "El ayuntamiento no cerrará el viejo puente del puerto en otoño."),
    Case(
      "pt", "A prefeitura vai fechar a velha ponte do porto neste outono.",
      "A prefeitura não vai fechar a velha ponte do porto neste outono."),
    Case(
      "it", "Il consiglio comunale chiuderà il vecchio ponte del porto in autunno.",
      "Il consiglio comunale non chiuderà il vecchio ponte del porto in autunno."),
    Case(
      "ar", "أكد المجلس البلدي أن الجسر القديم سيغلق و يمكن للسفن عبور الميناء خلال الخريف.",
      "أكد المجلس البلدي أن الجسر القديم سيغلق و لا يمكن للسفن عبور الميناء خلال الخريف."),
    Case(
      "nl", "De burgemeester heeft geld voor de nieuwe school aan de haven.",
      "De burgemeester heeft geen geld voor de nieuwe school aan de haven."),
    Case(
      "nl", "De gemeenteraad sluit de oude brug in het najaar.", "De gemeenteraad sluit de oude brug in het najaar niet."),
    Case("pl", "Rada miasta zamknie stary most jesienią.", "Rada miasta nie zamknie starego mostu jesienią."),
    Case("pl", "Młynarz zapłacił grzywnę w terminie.", "Młynarz nigdy nie zapłacił grzywny w terminie."),
    Case("ru", "Городской совет закроет старый мост осенью.", "Городской совет не закроет старый мост осенью."),
    Case("ru", "У мэра есть деньги на новую школу.", "У мэра нет денег на новую школу."),
    Case(
      "tr", "Belediye meclisi eski köprüyü sonbaharda kapatacak.", "Belediye meclisi eski köprüyü sonbaharda kapatmayacak."),
    Case(
      "tr", "Sözcü, yangının kulübeden başladığını söyledi ve ekip limana gidiyor.",
      "Sözcü, yangının kulübeden başladığını söyledi ve ekip limana gitmiyor."),
    Case("tr", "Bu liman büyük gemiler için güvenli bir yer.", "Bu liman büyük gemiler için güvenli bir yer değil."),
    Case("hi", "नगर परिषद पुराना पुल बंद करेगी।", "नगर परिषद पुराना पुल बंद नहीं करेगी।"),
    Case("cs", "Městská rada na podzim zavře starý most v přístavu.", "Městská rada na podzim nezavře starý most v přístavu."),
    Case("sv", "Kommunen stänger den gamla bron i hamnen i höst.", "Kommunen stänger inte den gamla bron i hamnen i höst."),
    Case(
      "da", "Kommunen lukker den gamle bro ved havnen til efteråret.",
      "Kommunen lukker ikke den gamle bro ved havnen til efteråret."),
    Case(
      "no", "Kommunen stenger den gamle broen ved havna til høsten.",
      "Kommunen stenger ikke den gamle broen ved havna til høsten."),
    Case("uk", "Міська рада закриє старий міст у порту восени.", "Міська рада не закриє старий міст у порту восени."),
    Case(
      "ro", "Consiliul local va închide podul vechi din port în toamnă.",
      "Consiliul local nu va închide podul vechi din port în toamnă."),
    Case("el", "Ο δήμος θα κλείσει την παλιά γέφυρα στο λιμάνι.", "Ο δήμος δεν θα κλείσει την παλιά γέφυρα στο λιμάνι."),
    Case("hu", "A régi híd biztonságos a gyalogosok számára.", "A régi híd nem biztonságos a gyalogosok számára."),
  ])
  func `a negation put in is found both ways`(text: Case) {
    #expect(Self.serious(text, .negation))
    #expect(Self.serious(Case(text.language, text.b, text.a), .negation))
  }

  @Test(arguments: [
    // "no" is "in the" in Portuguese, and a negation in Spanish.
    Case(
      "pt", "A festa da colheita aconteceu na praça central da cidade no domingo.",
      "A festa da colheita aconteceu no mercado central da cidade no domingo."),
    Case(
      "de", "Nicht nur die Bauern, auch die Müller klagten über das trockene Frühjahr.",
      "Die Bauern und auch die Müller klagten über das trockene Frühjahr."),
    Case(
      "fr", "Le maire a expliqué que le marché rouvrira avant la fête des moissons.",
      "Le maire a expliqué que le marché rouvrira avant que la fête des moissons ne commence."),
    Case(
      "es", "No sólo los molineros se quejaron de la sequía, también los pastores.",
      "Los molineros se quejaron de la sequía, y también los pastores."),
    Case(
      "it", "Non solo i mugnai si sono lamentati della siccità, ma anche i pastori.",
      "I mugnai si sono lamentati della siccità, e anche i pastori."),
    Case(
      "ar", "لا يزال الجسر القديم في الميناء مغلقا أمام السفن الكبيرة منذ الخريف.",
      "الجسر القديم في الميناء مغلق أمام السفن الكبيرة منذ الخريف."),
    Case(
      "nl", "Niet alleen de boeren, ook de molenaars klaagden over de droogte.",
      "De boeren en ook de molenaars klaagden over de droogte."),
    Case("nl", "Er waren niet minder dan veertig boten in de haven.", "Er waren veertig boten in de haven."),
    Case("pl", "Nie tylko rolnicy, także młynarze narzekali na suszę.", "Rolnicy, a także młynarze narzekali na suszę."),
    Case("pl", "Straż czekała, dopóki nie ucichł wiatr nad zatoką.", "Straż czekała, aż ucichł wiatr nad zatoką."),
    Case("ru", "Не только фермеры, но и мельники жаловались на засуху.", "Фермеры, а также мельники жаловались на засуху."),
    Case("ru", "Тем не менее паром вышел из гавани вовремя.", "Однако паром вышел из гавани вовремя."),
    Case(
      "tr", "Sadece çiftçiler değil, değirmenciler de kuraklıktan şikâyet etti.",
      "Çiftçiler ve değirmenciler kuraklıktan şikâyet etti."),
    // A noun in -ma, and a word that ends as a negated verb does.
    Case("tr", "Köprünün kapatılması sonbaharda görüşülecek.", "Köprünün kapatılacağı sonbaharda görüşülecek."),
    Case("tr", "Cemaat namaz için limandaki camide toplandı.", "Cemaat ibadet için limandaki camide toplandı."),
  ])
  func `what looks like a negation and is none keeps quiet`(text: Case) {
    #expect(!Self.serious(text, .negation))
    #expect(!Self.serious(Case(text.language, text.b, text.a), .negation))
  }

  @Test(arguments: [
    Case(
      "de", "Die Preise für Butter stiegen im Juni um vier Prozent.",
      "Die Preise für Butter sanken im Juni um vier Prozent."),
    Case(
      "fr", "Le tribunal a rejeté le recours de la coopérative laitière.",
      "Le tribunal a accepté le recours de la coopérative laitière."),
    Case(
      "es", "El precio de la mantequilla subió un cuatro por ciento en junio.",
      "El precio de la mantequilla bajó un cuatro por ciento en junio."),
    Case(
      "pt", "O preço da manteiga subiu quatro por cento em junho.",
      "O preço da manteiga caiu quatro por cento em junho."),
    Case(
      "it", "Il tribunale ha respinto il ricorso della cooperativa del latte.",
      "Il tribunale ha accettato il ricorso della cooperativa del latte."),
    // At the end of a sentence, by its particle alone, and by words that are no open class.
    Case(
      "de", "Der Gemeinderat hat den Bau der neuen Mühle gebilligt.", "Der Gemeinderat hat den Bau der neuen Mühle abgelehnt."),
    Case("de", "Die Gewerkschaft nahm das Angebot der Werft an.", "Die Gewerkschaft lehnte das Angebot der Werft ab."),
    Case(
      "fr", "Le bateau se trouvait à l'intérieur de la zone interdite.",
      "Le bateau se trouvait à l'extérieur de la zone interdite."),
    Case("es", "Las importaciones de trigo crecieron en invierno.", "Las exportaciones de trigo crecieron en invierno."),
    Case("pt", "A carta chegou à prefeitura antes da reunião.", "A carta chegou à prefeitura depois da reunião."),
    Case("nl", "De gemeenteraad keurde de bouw van de molen goed.", "De gemeenteraad keurde de bouw van de molen af."),
    Case("nl", "De woordvoerder bevestigde het bericht over het veer.", "De woordvoerder ontkende het bericht over het veer."),
    Case("pl", "Rada miasta zatwierdziła budowę młyna.", "Rada miasta odrzuciła budowę młyna."),
    Case("pl", "Cena owsa wzrosła w czerwcu o cztery procent.", "Cena owsa spadła w czerwcu o cztery procent."),
    Case("ru", "Городской совет одобрил строительство мельницы.", "Городской совет отклонил строительство мельницы."),
    Case("ru", "Представитель подтвердил сообщение о пароме.", "Представитель опроверг сообщение о пароме."),
    Case("tr", "Belediye meclisi değirmenin yapımını onayladı.", "Belediye meclisi değirmenin yapımını reddetti."),
    Case("hi", "अदालत ने किसान की याचिका मंजूर कर दी।", "अदालत ने किसान की याचिका खारिज कर दी।"),
  ])
  func `an opposite is found`(text: Case) { #expect(Self.serious(text, .polarity)) }

  @Test(arguments: [
    Case(
      "de", "Die Sitzung fand am Montag im Rathaus von Oberdorf statt.",
      "Die Sitzung fand am Dienstag im Rathaus von Oberdorf statt."),
    Case(
      "fr", "La séance a eu lieu lundi à la mairie du village.",
      "La séance a eu lieu mardi à la mairie du village."),
    Case(
      "es", "La sesión tuvo lugar el lunes en el ayuntamiento del pueblo.",
      "La sesión tuvo lugar el martes en el ayuntamiento del pueblo."),
    Case(
      "pt", "A sessão ocorreu na segunda-feira na prefeitura da vila.",
      "A sessão ocorreu na terça-feira na prefeitura da vila."),
    Case(
      "it", "La seduta si è tenuta lunedì nel municipio del paese.",
      "La seduta si è tenuta martedì nel municipio del paese."),
    Case(
      "ar", "عقد المجلس البلدي جلسته يوم الاثنين في مقر البلدية.",
      "عقد المجلس البلدي جلسته يوم الثلاثاء في مقر البلدية."),
    Case("nl", "De vergadering begint dinsdag in het stadhuis.", "De vergadering begint donderdag in het stadhuis."),
    Case("pl", "Posiedzenie zacznie się we wtorek w ratuszu.", "Posiedzenie zacznie się w czwartek w ratuszu."),
    Case("pl", "Most zostanie otwarty 4 marca przez burmistrza.", "Most zostanie otwarty 4 kwietnia przez burmistrza."),
    Case(
      "ru", "Заседание городского совета начнётся во вторник в ратуше, сообщил мэр.",
      "Заседание городского совета начнётся в четверг в ратуше, сообщил мэр."),
    Case("tr", "Toplantı salı günü belediyede başlayacak.", "Toplantı perşembe günü belediyede başlayacak."),
    Case("hi", "बैठक मंगलवार को नगर भवन में होगी।", "बैठक गुरुवार को नगर भवन में होगी।"),
    Case("zh", "会议将于星期二在市政厅举行。", "会议将于星期四在市政厅举行。"),
    Case("ja", "会議は火曜日に市役所で開かれる。", "会議は木曜日に市役所で開かれる。"),
  ])
  func `another weekday is found`(text: Case) { #expect(Self.serious(text, .time)) }

  @Test(arguments: [
    Case("nl", "Er vielen zeven gewonden in de haven.", "Er vielen negen gewonden in de haven."),
    Case(
      "nl", "Bij de brand in de haven vielen drieëntwintig gewonden, zei de burgemeester.",
      "Bij de brand in de haven vielen tweeëndertig gewonden, zei de burgemeester."),
    Case("pl", "W porcie rannych zostało siedem osób.", "W porcie rannych zostało dziewięć osób."),
    Case(
      "ru", "При пожаре в порту пострадали семь человек, сообщил мэр.",
      "При пожаре в порту пострадали девять человек, сообщил мэр."),
    Case("tr", "Limanda on yedi kişi yaralandı.", "Limanda on dokuz kişi yaralandı."),
    Case("hi", "बंदरगाह में सात लोग घायल हुए।", "बंदरगाह में नौ लोग घायल हुए।"),
    Case("zh", "港口有三十七人受伤。", "港口有七十三人受伤。"),
  ])
  func `another number in words is found`(text: Case) { #expect(Self.serious(text, .number)) }

  @Test(arguments: [
    Case("nl", "Er vielen drieëntwintig gewonden in de haven.", "Er vielen 23 gewonden in de haven."),
    Case("ru", "В порту пострадали двадцать три человека.", "В порту пострадали 23 человека."),
    Case("tr", "Limanda yirmi üç kişi yaralandı.", "Limanda 23 kişi yaralandı."),
    Case("zh", "港口有三十七人受伤。", "港口有37人受伤。"),
    Case("zh", "这座城市有一些非常古老的房屋。", "这座城市有一些十分古老的房屋。"),
    Case("de", "Der Zug fährt um 19.30 Uhr ab.", "Der Zug fährt um halb acht ab."),
    Case("de", "Die Sitzung im Rathaus begann um 20 Uhr.", "Die Sitzung im Rathaus begann um acht Uhr abends."),
  ])
  func `a number or a time written otherwise is the same`(text: Case) {
    #expect(!Self.serious(text, .number) && !Self.serious(text, .time))
  }

  @Test(arguments: [
    Case(
      "es", "El alcalde dijo que los bomberos apagaron el fuego en el granero.",
      "El alcalde también señaló que los bomberos apagaron el fuego en el granero."),
    Case(
      "pt", "Segundo o prefeito, os bombeiros apagaram o fogo no celeiro de madrugada.",
      "O prefeito disse que os bombeiros apagaram o fogo no celeiro de madrugada."),
    Case(
      "de", "Der Bürgermeister dankte den Helfern des Dorfes für ihre Arbeit.",
      "Der Bürgermeister dankte allen Helfern im Dorf für ihre gute Arbeit."),
  ])
  func `words of another language than English are no foreign words and no names`(text: Case) {
    let findings = Analyzers.compare(text.a, text.b).findings.filter { $0.severity > .minor }
    #expect(findings.allSatisfy { $0.category != .language && $0.category != .name }, "\(findings.map(\.message))")
  }

  @Test func `rules that know no other language than English keep silent elsewhere`() {
    let english: Set<DriftCategory> = [.pronoun, .attribution, .agency, .language, .tense, .term]
    let report = Analyzers.compare(
      "Die Lehrerin sagte, sie habe den Schlüssel im Garten gefunden.",
      "Der Lehrer meinte, er habe die Tasche im Keller verloren.")
    #expect(report.findings.allSatisfy { !english.contains($0.category) })
  }

  @Test(arguments: [
    Case(
      "de", "Neun Schwäne im Schlossteich starben, obwohl noch unklar ist, ob die Algen sie getötet haben.",
      "Neun Schwäne im Schlossteich starben."),
    Case(
      "fr", "Neuf cygnes de l'étang du château sont morts, mais on ignore si les algues les ont tués.",
      "Neuf cygnes de l'étang du château sont morts."),
    Case(
      "es", "Nueve cisnes del estanque del castillo murieron, aunque no se sabe si las algas los mataron.",
      "Nueve cisnes del estanque del castillo murieron."),
    Case(
      "pt",
      "Nove cisnes do velho lago do castelo morreram na noite de domingo, embora não se saiba se as algas os mataram.",
      "Nove cisnes do velho lago do castelo morreram na noite de domingo."),
    Case(
      "it", "Nove cigni dello stagno del castello sono morti, ma non è chiaro se le alghe li abbiano uccisi.",
      "Nove cigni dello stagno del castello sono morti."),
  ])
  func `a question that was left open and is gone is found`(text: Case) {
    // In some languages the rule of negation says the same louder.
    #expect(Self.serious(text, .modality) || Self.serious(text, .negation))
    #expect(!Self.serious(Case(text.language, text.b, text.a), .modality))
  }
}
