using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Intake.Migrations;

internal sealed class M202611221130_Intake_Uploads : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("report_upload", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            done_at = t.Column<DateTime>(Types.Time, nullable: true),
            expires_at = t.Column<DateTime>(Types.Time, nullable: false),
            length = t.Column<int>(Types.Int, nullable: false),
            received = t.Column<int>(Types.Int, nullable: false),
            report_id = t.Column<Guid>(Types.Id, nullable: false),
            seq = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_report_upload", x => x.id));
        schema.CreateIndex("ix_report_upload_expires_at", "report_upload", ["expires_at"]);
        schema.CreateIndex("ix_report_upload_report_id", "report_upload", ["report_id"]);

        schema.CreateTable("report_upload_piece", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            sealed_bytes = t.Column<byte[]>(Types.Bytes, nullable: false),
            start = t.Column<int>(Types.Int, nullable: false),
            upload_id = t.Column<Guid>(Types.Id, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_report_upload_piece", x => x.id));
        schema.CreateIndex("ix_report_upload_piece_upload_id_start", "report_upload_piece", ["upload_id", "start"], unique: true);
    }
}
