using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Insight.Migrations;

internal sealed class M202611210070_Insight_CaseDays : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("case_day", t => new
        {
            facet = t.Column<string>(Types.Text, nullable: false),
            day = t.Column<DateOnly>(Types.Day, nullable: false),
            key = t.Column<string>(Types.Text, nullable: false),
            social = t.Column<string>(Types.Text, nullable: false),
            open = t.Column<int>(Types.Int, nullable: false),
            received = t.Column<int>(Types.Int, nullable: false),
            resolved = t.Column<int>(Types.Int, nullable: false),
            sum_days = t.Column<long>(Types.Long, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_case_day", x => new { x.facet, x.day, x.key, x.social }));
        schema.CreateTable("case_day_stale", t => new
        {
            day = t.Column<DateOnly>(Types.Day, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_case_day_stale", x => x.day));
    }
}
