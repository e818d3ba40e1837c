internal import GRDB

/// The tables, and how an index of an older program gets them.
///
/// A migration that was once given out never changes: what comes later is another one, with the next number.
enum IndexSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: "PRAGMA application_id = \(IndexFile.applicationID)")
      try database.execute(sql: first)
    }
    return migrator
  }

  /// The tables of the first version.
  ///
  /// An article keeps its number for good, and no other gets it. A newer version of it is another article, with the next `version`;
  /// `replaced` of the older one names it. Records lie apart, so that what changes stays small.
  ///
  /// A story or event that went into another one names it, so that its id still leads somewhere. `changed` is when articles came to
  /// a story last, in seconds since 1970.
  ///
  /// A segment's blocks are found by their first keys; their numbers follow each other.
  private static let first = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE event (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      scope TEXT NOT NULL,
      id TEXT NOT NULL,
      into_event INTEGER REFERENCES event ON DELETE SET NULL,
      UNIQUE (scope, id)
    ) STRICT;
    CREATE INDEX event_into ON event (into_event) WHERE into_event IS NOT NULL;
    CREATE TABLE story (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      scope TEXT NOT NULL,
      id TEXT NOT NULL,
      event INTEGER NOT NULL REFERENCES event,
      into_story INTEGER REFERENCES story ON DELETE SET NULL,
      changed INTEGER NOT NULL,
      UNIQUE (scope, id)
    ) STRICT;
    CREATE INDEX story_event ON story (event);
    CREATE INDEX story_into ON story (into_story) WHERE into_story IS NOT NULL;
    CREATE INDEX story_changed ON story (scope, changed) WHERE into_story IS NULL;
    CREATE TABLE article (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      scope TEXT NOT NULL,
      id TEXT NOT NULL,
      id_is_text INTEGER NOT NULL,
      version INTEGER NOT NULL,
      content BLOB NOT NULL,
      published INTEGER,
      added INTEGER NOT NULL,
      story INTEGER NOT NULL REFERENCES story,
      role TEXT NOT NULL,
      parent INTEGER REFERENCES article ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
      similarity REAL NOT NULL,
      replaced INTEGER REFERENCES article ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
      has_all_keys INTEGER NOT NULL,
      UNIQUE (scope, id, version)
    ) STRICT;
    CREATE INDEX article_story ON article (story);
    CREATE INDEX article_parent ON article (parent) WHERE parent IS NOT NULL;
    CREATE INDEX article_replaced ON article (replaced) WHERE replaced IS NOT NULL;
    CREATE TABLE record (
      article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE segment (number INTEGER PRIMARY KEY AUTOINCREMENT, postings INTEGER NOT NULL) STRICT;
    CREATE TABLE block (
      number INTEGER PRIMARY KEY,
      segment INTEGER NOT NULL,
      first INTEGER NOT NULL,
      data BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX block_first ON block (segment, first);
    """
}
