using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Intake.Migrations;

internal sealed class M202611221520_Intake_VoiceNotes : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("report_voice", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            came_at = t.Column<DateTime>(Types.Time, nullable: true),
            file_id = t.Column<Guid>(Types.Id, nullable: true),
            report_id = t.Column<Guid>(Types.Id, nullable: false),
            sealed_words = t.Column<byte[]>(Types.Bytes, nullable: true),
            seconds = t.Column<int>(Types.Int, nullable: true),
            sha256 = t.Column<byte[]>(Types.Bytes, nullable: true),
            written_at = t.Column<DateTime>(Types.Time, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_report_voice", x => x.id));
        schema.CreateIndex("ix_report_voice_file_id", "report_voice", ["file_id"]);
        schema.CreateIndex("ix_report_voice_report_id", "report_voice", ["report_id"], unique: true);
    }
}
