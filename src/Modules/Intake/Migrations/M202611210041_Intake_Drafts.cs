using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Intake.Migrations;

internal sealed class M202611210041_Intake_Drafts : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("report_draft", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            expires_at = t.Column<DateTime>(Types.Time, nullable: false),
            sealed_answers = t.Column<byte[]>(Types.Bytes, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_report_draft", x => x.id));
        schema.CreateIndex("ix_report_draft_expires_at", "report_draft", ["expires_at"]);

        schema.CreateTable("report_draft_photo", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            draft_id = t.Column<Guid>(Types.Id, nullable: false),
            sealed_bytes = t.Column<byte[]>(Types.Bytes, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_report_draft_photo", x => x.id));
        schema.CreateIndex("ix_report_draft_photo_draft_id", "report_draft_photo", ["draft_id"]);
    }
}
