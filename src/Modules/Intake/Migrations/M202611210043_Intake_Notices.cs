using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Intake.Migrations;

internal sealed class M202611210043_Intake_Notices : SchemaChange
{
    protected override void Apply(MigrationBuilder schema) =>
        schema.CreateTable("report_notice", t => new
        {
            message_id = t.Column<Guid>(Types.Id, nullable: false),
            report_id = t.Column<Guid>(Types.Id, nullable: false),
            sent_at = t.Column<DateTime>(Types.Time, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_report_notice", x => new { x.message_id, x.report_id }));
}
