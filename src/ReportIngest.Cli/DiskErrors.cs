using System.Globalization;

namespace ReportIngest.Cli;

/// <summary>Why something could not be written, in the program's languages: the system's own sentence has one, and it may be neither.</summary>
internal static class DiskErrors
{
    // Numbers of Linux and macOS; those of Windows come as 0x8007xxxx.
    private const int NotPermitted = 1, NoAccess = 13, Exists = 17, NotAFolder = 20, IsAFolder = 21, TooLarge = 27, Full = 28, ReadOnly = 30, WindowsFull = 0x70, WindowsHandleFull = 0x27;

    /// <summary>Without a full stop: it stands within a sentence.</summary>
    public static Message Cause(Exception error) => error switch
    {
        UnauthorizedAccessException => new Message("没有权限", "it is not permitted"),
        DirectoryNotFoundException => new Message("上级文件夹不存在，或者是一个文件", "the folder above it is not there, or is a file"),
        PathTooLongException => new Message("路径过长", "the path is too long"),
        _ => (error.HResult & 0xffff) switch
        {
            Full or WindowsFull or WindowsHandleFull => new Message("磁盘已满", "the disk is full"),
            ReadOnly => new Message("磁盘是只读的", "the disk is read-only"),
            NotPermitted or NoAccess => new Message("没有权限", "it is not permitted"),
            Exists or NotAFolder or IsAFolder => new Message("同名的文件或文件夹挡在路径上", "a file or folder of that name is in the way"),
            TooLarge => new Message("文件超过系统允许的大小", "the file is larger than the system allows"),
            var number => new Message(
                string.Create(CultureInfo.InvariantCulture, $"系统错误 {number}"), string.Create(CultureInfo.InvariantCulture, $"error {number} of the system")),
        },
    };
}
