using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace ReportIngest.Cli.Fetching;

/// <summary>
/// Keeps fetches out of private networks: a listing page is somebody else's text and may name any address. The address is looked at when the connection is made,
/// because a name may resolve to another one by then.
/// </summary>
/// <param name="allowed">Addresses and networks that the configuration names.</param>
/// <param name="proxy">The system's. It is trusted as the system trusts it, wherever it is.</param>
internal sealed class AddressGuard(IEnumerable<string> allowed, IWebProxy proxy)
{
    /// <summary>Networks that do not belong to the public Internet (RFC 6890): this machine, private, shared, link-local, documentation, multicast, reserved.</summary>
    private static readonly ImmutableArray<IPNetwork> Private =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16",
            "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/9", "ff00::/8",
        ]).Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>Addresses that stand for the IPv4 address in their last four bytes (NAT64).</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    private readonly ImmutableArray<IPNetwork> _allowed = [.. allowed.Select(Network)];

    public bool May(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : Translated.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12)) : address;
        return _allowed.Any(network => network.Contains(plain)) || !Private.Any(network => network.Contains(plain));
    }

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="FetchException">Every address of the host is private.</exception>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Resolve(host, stop).ConfigureAwait(false);
        var open = ProxyOf(context.InitialRequestMessage.RequestUri!) is { } via && via.IdnHost == host && via.Port == port ? addresses : [.. addresses.Where(May)];
        if (open.Length == 0) throw IsPrivate(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, port, stop).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A proxy makes the connection in our place, so that the host is looked at beforehand. A name that only the proxy knows is left to it.</summary>
    /// <exception cref="FetchException">Every address of the host is private.</exception>
    public async Task CheckBehindProxy(Uri address, CancellationToken stop)
    {
        if (ProxyOf(address) is null) return;
        try
        {
            if (!(await Resolve(address.IdnHost, stop).ConfigureAwait(false)).Any(May)) throw IsPrivate(address.IdnHost);
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            // no name, or one that only the proxy knows
        }
    }

    private Uri? ProxyOf(Uri address) => proxy.IsBypassed(address) || proxy.GetProxy(address) is not { } via || via.Authority == address.Authority ? null : via;

    private static async Task<IPAddress[]> Resolve(string host, CancellationToken stop) =>
        IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, stop).ConfigureAwait(false);

    private static FetchException IsPrivate(string host) => new("private_address", new Message(
        $"主机 {host} 在内部网络中，未访问；确需访问的，在 [fetch] 的 private 中写明。", $"{host} is in a private network and was not asked; name it in private of [fetch] if it is to be."));

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network : Single(IPAddress.Parse(text));

    private static IPNetwork Single(IPAddress address) => new(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
}
