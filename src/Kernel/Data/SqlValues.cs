namespace Layar.Kernel.Data;

/// <summary>The parameters of a question that is written in SQL, in the order in which the question names them.</summary>
public sealed class SqlValues(AppDb db)
{
    private readonly List<object> values = [];

    /// <summary>As <c>FromSqlRaw</c> and its kin take them.</summary>
    public IReadOnlyList<object> All => values;

    /// <summary>Adds a value and gives its place in the question: <c>{0}</c>, <c>{1}</c> …</summary>
    public string Add(object value)
    {
        values.Add(value);
        return $"{{{values.Count - 1}}}";
    }

    /// <inheritdoc cref="Add(object)"/>
    public string Add(DateTime utc) => Add(db.Value(utc));

    /// <inheritdoc cref="Add(object)"/>
    public string Add(Guid id) => Add(db.Value(id));
}
