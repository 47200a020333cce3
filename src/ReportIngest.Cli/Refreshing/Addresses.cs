using ReportIngest.Cli.Storing;
using ReportIngest.Outputs;

namespace ReportIngest.Cli.Refreshing;

/// <summary>What the store knows of an address.</summary>
/// <param name="Hash">Of the last body that came from it; null where none ever did.</param>
internal sealed record AddressRow(long Id, string Path, string Source, string? Hash, Stamp Stamp);

/// <summary>All addresses by path. Reading them is for any thread, writing for one.</summary>
internal sealed class Addresses
{
    private readonly Database _state;
    private readonly Dictionary<string, AddressRow> _rows;

    public Addresses(Database state)
    {
        _state = state;
        _rows = state.Query(
            "SELECT id, path, source, sha256, bytes, ticks, looked, etag, modified FROM address",
            row => new AddressRow(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.TextOrNull(3),
                new Stamp(row.NumberOrNull(4), row.NumberOrNull(5), row.NumberOrNull(6), row.TextOrNull(7), row.TextOrNull(8)))).ToDictionary(row => row.Path);
    }

    public IEnumerable<AddressRow> All => _rows.Values;

    public AddressRow? Find(string path) => _rows.GetValueOrDefault(path);

    public void Keep(Sighting sighting)
    {
        var (target, known) = (sighting.Target, Find(sighting.Target.Path));
        var row = new AddressRow(known?.Id ?? 0, target.Path, target.Source.Name, sighting.Hash ?? known?.Hash, sighting.Stamp ?? known?.Stamp ?? new Stamp());
        if (row == known) return;
        var (stamp, unit) = (row.Stamp, target.Unit);
        if (known is null)
        {
            row = row with
            {
                Id = _state.Insert(
                    "INSERT INTO address (path, source, unit, sha256, bytes, ticks, looked, etag, modified) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)",
                    row.Path, row.Source, unit, row.Hash, stamp.Bytes, stamp.Ticks, stamp.Looked, stamp.ETag, stamp.Modified),
            };
        }
        else
        {
            _state.Execute(
                "UPDATE address SET source = $1, unit = $2, sha256 = $3, bytes = $4, ticks = $5, looked = $6, etag = $7, modified = $8 WHERE id = $0",
                row.Id, row.Source, unit, row.Hash, stamp.Bytes, stamp.Ticks, stamp.Looked, stamp.ETag, stamp.Modified);
        }
        _rows[row.Path] = row;
    }
}
