using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ReportIngest.Cli;

/// <summary>Why a database could not be read or written, and what to do, in the program's languages: the database's own sentence has one.</summary>
internal static class DatabaseErrors
{
    // Result codes of SQLite.
    private const int NotPermitted = 3, Busy = 5, Locked = 6, ReadOnly = 8, Failed = 10, Damaged = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    public static readonly Message Damage = new(
        "存储的状态已损坏：请用备份恢复存储文件夹中的 state.sqlite；没有备份时把整个存储文件夹移走，下次 refresh 会新建一个（不含以前的版本）。",
        "The state of the store is damaged: restore state.sqlite in its folder from a backup; without one move the whole folder away, and the next refresh makes a new one (without the earlier versions).");

    private static readonly Message DiskIsFull = new("数据库文件写不进去：磁盘已满，请腾出空间后重新运行。", "The database cannot be written: the disk is full; make room and run again.");

    public static Message Sentence(DbException error) => (error as SqliteException)?.SqliteErrorCode switch
    {
        Damaged or NoDatabase => Damage,
        Full => DiskIsFull,
        Busy or Locked => new Message("数据库文件正被别的程序使用：请等它结束后重新运行。", "Another program holds the database: run again when it has ended."),
        NotPermitted or ReadOnly or CannotOpen => new Message(
            "数据库文件打不开或不能写入：请检查文件夹的权限和磁盘是否只读。", "The database cannot be opened or written: see whether you may write to its folder, and whether the disk is read-only."),
        Failed => new Message("数据库文件读写出错：请检查磁盘后重新运行。", "Reading or writing the database failed: check the disk and run again."),
        // DuckDB has no code for it, only the sentence of the system.
        null when error.Message.Contains("No space left on device", StringComparison.Ordinal) => DiskIsFull,
        var code => new Message(
            "数据库文件读写失败" + Number(code) + "：请检查磁盘空间和文件夹权限后重新运行。", "A database cannot be read or written" + Number(code) + ": check the room on the disk and whether you may write to the folder, and run again."),
    };

    private static string Number(int? code) => code is { } known ? string.Create(CultureInfo.InvariantCulture, $" (SQLite {known})") : "";
}
