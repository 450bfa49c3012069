namespace Layar.Linkage.ModelFile;

/// <summary>What a column holds; decides how its values are read, compared and blocked.</summary>
public enum FieldKind
{
    Given,
    Family,
    FullName,
    Date,
    Age,
    Sex,
    Address,
    Place,
    Code,
    Identifier,
    Text,
}

/// <summary>One column of the files and its kind.</summary>
public sealed record FieldColumn(string Name, FieldKind Kind);
