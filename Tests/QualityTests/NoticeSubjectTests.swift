import Testing

@testable import Quality

/// Messages of servers and pages, and news of a sentence that has their words.
@Suite struct NoticeSubjectTests {
  private func isNoArticle(_ text: String) -> Bool { report(text).flags.contains { $0.flag == .noArticle } }

  @Test(arguments: [
    "Not found", "The requested file was not found on this server.", "Sorry, this video is no longer available.", "403",
    "Permanent Redirect", "Object moved to here.", "You are being redirected.",
    "This site has moved to a new address: https://velmora.example",
    "Sorry, this page is not available right now", "Whitelabel Error Page", "Die angeforderte Seite existiert nicht.",
    "Sie werden weitergeleitet.", "Cette page n'existe plus.", "Vous allez être redirigé vers la nouvelle adresse.",
    "Esta página ha sido movida.", "Serás redirigido en cinco segundos.", "Esta página não existe.", "Você será redirecionado.",
    "Questa pagina non esiste.", "Deze pagina bestaat niet.", "Страница была перемещена", "عذرا، الصفحة المطلوبة غير متوفرة",
  ])
  func `a message of a page is no article`(text: String) { #expect(isNoArticle(text), "\(text)") }

  @Test(arguments: [
    "The second diver has not been seen since noon and was not found by the coastguard.",
    "The night train to Brod is no longer available to cyclists, the railway said on Monday.",
    "A statue of the old king has been removed from the market of Marn after a storm.",
    "The permit of the quarry has expired and the county does not want to renew it.",
    "Smoking is forbidden on all beaches of the island from June, the council decided.",
    "Der zweite Taucher wurde auch am Dienstag nicht gefunden, teilte die Wasserwacht mit.",
    "Le vieux pont n'existe plus depuis la crue, et le bac ne passe que le matin.",
    "La estatua del rey ha sido eliminada de la plaza; el pueblo ya no existe en los mapas.",
    "The ferry company sacked two captains on Monday after passengers filmed them asleep at the wheel off the cape.\n\nLog in to read on. Forgot your password? Create an account. Remember me.",
    "O segundo mergulhador não foi encontrado, e a barca já não está disponível à noite.",
  ])
  func `news of a sentence is an article`(text: String) { #expect(!isNoArticle(text), "\(text)") }
}
