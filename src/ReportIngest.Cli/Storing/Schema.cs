using System.Collections.Immutable;
using System.Globalization;

namespace ReportIngest.Cli.Storing;

/// <summary>The tables of the state, as steps from one version of the schema to the next. A step that was released is never changed.</summary>
internal static class Schema
{
    private static readonly ImmutableArray<string> Steps =
    [
        """
        CREATE TABLE run (
          id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, day TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('running', 'published', 'held', 'broken_off')),
          program TEXT NOT NULL, accepted TEXT, record TEXT);
        CREATE TABLE content (
          sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run) WITHOUT ROWID;
        CREATE TABLE address (
          id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, source TEXT NOT NULL, unit TEXT,
          sha256 TEXT REFERENCES content, etag TEXT, modified TEXT, bytes INTEGER, ticks INTEGER, looked INTEGER);
        CREATE TABLE fetch (
          id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run, address INTEGER NOT NULL REFERENCES address, at TEXT NOT NULL,
          outcome TEXT NOT NULL, status INTEGER, sha256 TEXT REFERENCES content, milliseconds INTEGER NOT NULL);
        CREATE TABLE reading (
          id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL REFERENCES content, program TEXT NOT NULL, options TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('report', 'no_report', 'unreadable')),
          organization TEXT, unit TEXT, year INTEGER, edition TEXT, outcome BLOB NOT NULL,
          UNIQUE (sha256, program, options));
        CREATE TABLE indicator (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE);
        CREATE TABLE cell (
          reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE, indicator INTEGER NOT NULL REFERENCES indicator,
          state TEXT NOT NULL, value NUMERIC, PRIMARY KEY (reading, indicator)) WITHOUT ROWID;
        CREATE TABLE finding (
          reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE, number INTEGER NOT NULL,
          rule TEXT NOT NULL, severity TEXT NOT NULL, indicators TEXT NOT NULL, zh TEXT NOT NULL, en TEXT NOT NULL,
          PRIMARY KEY (reading, number)) WITHOUT ROWID;
        CREATE TABLE document (
          id INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES content, reading INTEGER NOT NULL REFERENCES reading,
          before_sha256 TEXT REFERENCES content, before_reading INTEGER REFERENCES reading, withdrawn INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX document_path ON document (path) WHERE withdrawn = 0;
        CREATE TABLE version (
          id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document, run INTEGER NOT NULL REFERENCES run, day TEXT NOT NULL,
          change TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES content, reading INTEGER NOT NULL REFERENCES reading,
          before_reading INTEGER REFERENCES reading, withdrawn INTEGER NOT NULL, cells TEXT NOT NULL);
        CREATE INDEX version_document ON version (document, id);
        CREATE TABLE quarantine (
          path TEXT PRIMARY KEY, source TEXT NOT NULL, stage TEXT NOT NULL CHECK (stage IN ('list', 'fetch', 'read')), code TEXT NOT NULL,
          zh TEXT NOT NULL, en TEXT NOT NULL, attempts INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, next TEXT, dead TEXT) WITHOUT ROWID;
        CREATE TABLE note (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE VIEW current_value AS
          SELECT document.path, reading.organization, reading.year, indicator.code AS indicator, cell.state, cell.value
          FROM document JOIN reading ON reading.id = document.reading JOIN cell ON cell.reading = reading.id JOIN indicator ON indicator.id = cell.indicator
          WHERE document.withdrawn = 0;
        CREATE VIEW current_finding AS
          SELECT document.path, reading.organization, reading.year, finding.rule, finding.severity, finding.indicators, finding.zh, finding.en
          FROM document JOIN reading ON reading.id = document.reading JOIN finding ON finding.reading = reading.id
          WHERE document.withdrawn = 0;
        """,
        // Every run looks through all readings and few outcomes: apart, the readings of a hundred thousand documents are some megabytes.
        """
        CREATE TABLE outcome (reading INTEGER PRIMARY KEY REFERENCES reading ON DELETE CASCADE, packed BLOB NOT NULL);
        INSERT INTO outcome SELECT id, outcome FROM reading;
        ALTER TABLE reading DROP COLUMN outcome;
        """,
    ];

    public static int Latest => Steps.Length;

    public static int VersionOf(Database database) => (int)database.Number("PRAGMA user_version");

    /// <summary>Brings an older store, or an empty file, up to this program. Each step is done whole or not at all.</summary>
    /// <exception cref="StoreException">The store is of a later program.</exception>
    public static void Migrate(Database database, string folder)
    {
        Check(database, folder);
        for (var version = VersionOf(database); version < Latest; version++)
        {
            var step = version;
            database.Transact(() =>
            {
                database.Execute(Steps[step]);
                database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {step + 1}"));
            });
        }
    }

    /// <exception cref="StoreException">The store is of a later program.</exception>
    public static void Check(Database database, string folder)
    {
        if (VersionOf(database) is var version && version > Latest)
        {
            throw new StoreException(new Message(
                $"存储“{folder}”是更新版本的程序写的（结构 {version}，本程序到 {Latest}）：请升级程序。",
                $"The store “{folder}” was written by a later program (schema {version}, this one knows {Latest}): upgrade the program."));
        }
    }
}
