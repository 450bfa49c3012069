using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Intake.Migrations;

internal sealed class M202611210042_Intake_Additions : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("report_addition", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            added_at = t.Column<DateTime>(Types.Time, nullable: false),
            photo_count = t.Column<int>(Types.Int, nullable: false),
            report_id = t.Column<Guid>(Types.Id, nullable: false),
            sealed_words = t.Column<byte[]>(Types.Bytes, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_report_addition", x => x.id));
        schema.CreateIndex("ix_report_addition_report_id", "report_addition", ["report_id"]);
    }
}
