using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

/// <summary>For which day a source said something, and who compared it with the paper or the person.</summary>
internal sealed class M202611232150_People_WhereRowsComeFrom : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        foreach (var table in new[] { "membership", "person_category", "programme_participation" })
        {
            schema.AddColumn<DateOnly>("as_of", table, Types.Day, nullable: true);
            schema.AddColumn<string>("checked_by", table, Types.Text, nullable: true);
        }
    }
}
