import Articles
import Resources
import TestSupport
import Testing

@testable import Boilerplate

/// A sentence of eight words and more is the article's, in whatever script and with whatever mark it ends.
@Suite struct `Ends of sentences` {
  /// Sentences of eight words and more without their ends, and the marks of their script.
  static let sentences: [(words: String, ends: [String])] = [
    ("The harbour board said that the north quay would stay shut", [".", "!", "?", "?!", "...."]),
    ("Der Hafenrat sagte am Montag, die Mole bleibe bis Ende Mai gesperrt, sagt René", [".", "!", "?"]),
    ("Совет порта сказал, что северный причал будет закрыт до конца мая", [".", "!", "?"]),
    ("قال مجلس الميناء إن الرصيف الشمالي سيبقى مغلقا حتى نهاية الشهر", [".", "!", "؟"]),
    ("بندرگاہ کی مجلس نے کہا کہ شمالی گھاٹ مہینے کے آخر تک بند رہے گا", ["۔", "؟", "!"]),
    ("बंदरगाह ने कहा कि घाट अंत तक बंद रहेगा", ["।", "?", "!"]),
    ("港の 委員会 は 北の 岸壁 が 五月 まで 閉じる と 言った", ["。", "！", "？"]),
  ]
  static let closers = ["", "\"", "”", "’", "»", "'", ")", ".\"", "」", "\u{A0}"]

  @Test(arguments: sentences.indices, ["All rights reserved", "Back to top", "Skip to content"])
  func `the article's sentence stays before a plea`(index: Int, plea: String) {
    let (words, ends) = Self.sentences[index]
    for end in ends {
      for closer in Self.closers {
        let found = boilerplate("\(words)\(end)\(closer) \(plea)").map { $0.drop { $0 != ":" }.dropFirst(2) }
        #expect(found == [plea[...]], "\(end)\(closer)")
      }
    }
  }

  @Test(arguments: sentences.indices) func `a line without an end is the page's with its plea`(index: Int) {
    let line = "\(Self.sentences[index].words) All rights reserved"
    #expect(boilerplate(line) == ["copyright: \(line)"])
    // The end of the sentence before does not count, however few ASCII letters stand behind it.
    let second = "\(Self.sentences[index].words). \(Self.sentences[3].words.prefix(20)) All rights reserved"
    #expect(boilerplate(second) == ["copyright: \(second)"])
  }

  @Test(arguments: sentences.indices) func `a phrase speaks for itself alone where a sentence follows`(index: Int) {
    let vocabulary = BoilerplateVocabulary(calendarRows: [], agencyRows: [], wordRows: [])
    let extents = BoilerplateExtents(vocabulary: vocabulary, topics: [])
    let (words, ends) = Self.sentences[index]
    var scratch = BoilerplateWords()
    for kind in BoilerplateKind.allCases where !kind.fillsParagraphs {
      func end(_ line: String) -> Int {
        let bytes = Array(line.utf8)
        return extents.range(bytes.span, 0..<bytes.count, kind, phraseEnd: 5, &scratch).upperBound
      }
      for mark in ends { #expect(end("Watch \(words)\(mark)") == 5, "\(kind) \(mark)") }
      #expect(end("Watch \(words)") == "Watch \(words)".utf8.count, "\(kind)")
    }
  }

  /// Endings of words whose last byte is that of a closing quote, an ellipsis or a guillemet.
  @Test(arguments: ["сказал", "BRZEŻ", "मदद", "vû", "КОНЕЦ"]) func `the end of a word is no end of a sentence`(word: String) {
    let text = InventedSentences.english.sentences.joined(separator: " ")
    #expect(boilerplate("\(text) \(text) The clerk of \(word) Share Tweet Email") == [])
    for end in ["»", "”", "…", ".", "!", "?", ")", "؟", "।", "。"] {
      #expect(
        boilerplate("\(text) \(text) The clerk of \(word)\(end) Share Tweet Email") == ["share: Share Tweet Email"], "\(end)")
    }
  }
}
