namespace ReportIngest.Cli;
internal static class Tick { public static void At(string s) { if (Environment.GetEnvironmentVariable("TICK") is not null) File.AppendAllText("/tmp/ticks", $"{DateTime.Now:ss.fff} {Environment.ProcessId} {s}" + "\n"); } }
