using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReportIngest.Tests.Cli.Refreshing;

/// <summary>What a web server answers at one path.</summary>
internal sealed record Answer(int Status = 200, byte[]? Body = null, string? Type = "text/html; charset=utf-8", string? ETag = null, string? Modified = null, string? Location = null, string? Encoding = null, Trouble Trouble = Trouble.None);

internal enum Trouble
{
    None,
    Slow,
    Endless,

    /// <summary>Half of what the length says.</summary>
    BrokenOff,

    /// <summary>In pieces, without the last one.</summary>
    LastPieceMissing,

    /// <summary>Half of it, and nothing says how long it should be.</summary>
    CutOff,
}

/// <summary>A web server on this machine, of sockets alone, that can also misbehave.</summary>
internal sealed class Site : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public Site()
    {
        _listener.Start();
        _ = Accept();
    }

    public ConcurrentDictionary<string, Answer> Pages { get; } = new();

    /// <summary>Answers that come first, one after the other, before the page's own.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<Answer>> First { get; } = new();

    /// <summary>Paths in the order in which they were asked for, with the status that was given.</summary>
    public ConcurrentQueue<(string Path, int Status)> Asked { get; } = new();

    /// <summary>What was sent to the paths, as Latin-1.</summary>
    public ConcurrentQueue<(string Path, string Body)> Sent { get; } = new();

    public ConcurrentQueue<string> Agents { get; } = new();

    public string Root => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public int CountOf(string path) => Asked.Count(asked => asked.Path == path);

    public void Put(string path, byte[] body, string? etag = null, string type = "text/html; charset=utf-8") => Pages[path] = new Answer(Body: body, ETag: etag, Type: type);

    public void Put(string path, string body, string type = "text/html; charset=utf-8") => Put(path, Encoding.UTF8.GetBytes(body), type: type);

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the end
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            var path = (await reader.ReadLineAsync(_stop.Token))!.Split(' ')[1];
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line) headers[line.Split(':', 2)[0]] = line.Split(':', 2)[1].Trim();
            Agents.Enqueue(headers.GetValueOrDefault("User-Agent", ""));
            var answer = First.TryGetValue(path, out var queue) && queue.TryDequeue(out var first) ? first : Pages.GetValueOrDefault(path) ?? new Answer(404, "gone"u8.ToArray());
            if (answer.ETag is { } etag && headers.GetValueOrDefault("If-None-Match") == etag) answer = new Answer(304, ETag: etag);
            if (answer.Modified is { } modified && headers.GetValueOrDefault("If-Modified-Since") == modified) answer = new Answer(304, Modified: modified);
            if (int.TryParse(headers.GetValueOrDefault("Content-Length"), CultureInfo.InvariantCulture, out var length))
            {
                var sent = new char[length];
                await reader.ReadBlockAsync(sent, _stop.Token);
                Sent.Enqueue((path, new string(sent)));
            }
            Asked.Enqueue((path, answer.Status));
            await Write(client.GetStream(), answer);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException or NullReferenceException)
        {
            // whoever asked is gone
        }
    }

    private async Task Write(Stream stream, Answer answer)
    {
        if (answer.Trouble == Trouble.Slow) await Task.Delay(TimeSpan.FromMinutes(1), _stop.Token);
        var body = answer.Body ?? [];
        var head = $"HTTP/1.1 {answer.Status} X\r\nConnection: close\r\n" + Line("Content-Type", answer.Type) + Line("ETag", answer.ETag) + Line("Last-Modified", answer.Modified) + Line("Location", answer.Location) + Line("Content-Encoding", answer.Encoding)
            + answer.Trouble switch { Trouble.Endless or Trouble.CutOff => "", Trouble.LastPieceMissing => "Transfer-Encoding: chunked\r\n", _ => $"Content-Length: {body.Length}\r\n" } + "\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
        if (answer.Trouble is Trouble.BrokenOff or Trouble.CutOff) body = body[..(body.Length / 2)];
        if (answer.Trouble == Trouble.LastPieceMissing) body = [.. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. "\r\n"u8];
        await stream.WriteAsync(body, _stop.Token);
        var noise = new byte[64 << 10];
        while (answer.Trouble == Trouble.Endless) await stream.WriteAsync(noise, _stop.Token);
    }

    private static string Line(string name, string? value) => value is null ? "" : $"{name}: {value}\r\n";
}
