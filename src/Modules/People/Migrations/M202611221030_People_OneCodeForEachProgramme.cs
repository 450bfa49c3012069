using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

/// <summary>Participation uses the codes of the catalogue.</summary>
internal sealed class M202611221030_People_OneCodeForEachProgramme : SchemaChange
{
    protected override void Apply(MigrationBuilder schema) => schema.Sql("UPDATE programme_participation SET programme = 'pbi-apbd' WHERE programme = 'pbi-daerah'");
}
