namespace ReportIngest.Sinks.Export;

/// <summary>Writes one table of an output.</summary>
public interface ITableWriter : IDisposable
{
    /// <param name="row">A value a column, of the column's type or null.</param>
    void Append(object?[] row);

    /// <summary>To be called behind the last row; without it the file is not complete.</summary>
    void Finish();
}

/// <summary>Writes the tables of an output in one format; the rows of several tables come by turns.</summary>
public interface ITableFormat : IDisposable
{
    ITableWriter Open(OutputTable table);

    /// <summary>To be called when every table is finished; without it the file is not complete.</summary>
    void Finish();
}
