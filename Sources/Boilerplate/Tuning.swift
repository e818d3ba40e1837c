internal import Resources

/// The numbers by which lines that a site repeats are told from what its articles say.
struct BoilerplateTuning: Tuning {
  let leastArticles = 3  // of a site, with different texts, that have the line; invented sites, batches buzz and t17, 2026-11
  let manyArticles = 10  // of a site from which a smaller share will do; invented sites, t17, buzz, fakebr, es read, 2026-11
  let manyShare = 0.03  // of the site's different articles then; the same sets, 2026-11
  let mixedArticles = 24  // whatever the share, where outlets are not known: a batch of many sites; t17, fakebr, es read, 2026-12
  let leastShare = 0.2  // of the site's different articles; the same sets, 2026-11

  static let standard = BoilerplateTuning()
}
