internal import GRDB

/// The tables, and how an index of an older program gets them.
enum IndexSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: "PRAGMA application_id = \(IndexFile.applicationID)")
      try database.execute(sql: first)
      try database.execute(sql: "INSERT INTO meta VALUES ('sketch', ?)", arguments: [IndexFile.sketchVersion])
    }
    return migrator
  }

  /// An article keeps its number for good; a newer version of it is another article, and `replaced` names that.
  ///
  /// A story that went into another one names it in `into`, so that its id still leads somewhere.
  private static let first = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE event (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, scope TEXT NOT NULL, UNIQUE (scope, id)) STRICT;
    CREATE TABLE story (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL,
      scope TEXT NOT NULL,
      event INTEGER REFERENCES event ON DELETE SET NULL,
      into_story INTEGER REFERENCES story ON DELETE SET NULL,
      UNIQUE (scope, id)
    ) STRICT;
    CREATE INDEX story_event ON story (event);
    CREATE INDEX story_into ON story (into_story) WHERE into_story IS NOT NULL;
    CREATE TABLE article (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      scope TEXT NOT NULL,
      id TEXT NOT NULL,
      id_is_text INTEGER NOT NULL,
      content BLOB NOT NULL,
      published INTEGER,
      record BLOB NOT NULL,
      story INTEGER NOT NULL REFERENCES story,
      role TEXT NOT NULL,
      parent INTEGER REFERENCES article ON DELETE SET NULL,
      similarity REAL NOT NULL,
      replaced INTEGER REFERENCES article ON DELETE SET NULL
    ) STRICT;
    CREATE UNIQUE INDEX article_id ON article (scope, id) WHERE replaced IS NULL;
    CREATE INDEX article_story ON article (story);
    CREATE INDEX article_parent ON article (parent) WHERE parent IS NOT NULL;
    CREATE INDEX article_replaced ON article (replaced) WHERE replaced IS NOT NULL;
    CREATE TABLE segment (number INTEGER PRIMARY KEY AUTOINCREMENT, level INTEGER NOT NULL, postings INTEGER NOT NULL) STRICT;
    CREATE TABLE block (
      segment INTEGER NOT NULL REFERENCES segment ON DELETE CASCADE,
      first INTEGER NOT NULL,
      data BLOB NOT NULL,
      PRIMARY KEY (segment, first)
    ) STRICT, WITHOUT ROWID;
    """
}
