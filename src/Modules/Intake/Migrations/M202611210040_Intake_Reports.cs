using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Intake.Migrations;

internal sealed class M202611210040_Intake_Reports : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("report", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            accuracy_metres = t.Column<int>(Types.Int, nullable: true),
            area = t.Column<string>(Types.Text, nullable: true),
            case_id = t.Column<Guid>(Types.Id, nullable: false),
            channel = t.Column<string>(Types.Text, nullable: false),
            code = t.Column<string>(Types.Text, nullable: false),
            consent_version = t.Column<string>(Types.Text, nullable: true),
            contact_channel = t.Column<string>(Types.Text, nullable: false),
            contact_index = t.Column<byte[]>(Types.Bytes, nullable: true),
            content_hash = t.Column<byte[]>(Types.Bytes, nullable: false),
            emergency = t.Column<bool>(Types.Bool, nullable: false),
            first_answer_due = t.Column<DateTime>(Types.Time, nullable: false),
            landmark = t.Column<string>(Types.Text, nullable: true),
            last_four = t.Column<byte[]>(Types.Bytes, nullable: true),
            lat = t.Column<double>(Types.Real, nullable: true),
            link_index = t.Column<byte[]>(Types.Bytes, nullable: false),
            lon = t.Column<double>(Types.Real, nullable: true),
            original_case_id = t.Column<Guid>(Types.Id, nullable: false),
            photos_expected = t.Column<int>(Types.Int, nullable: false),
            problem = t.Column<string>(Types.Text, nullable: false),
            received_at = t.Column<DateTime>(Types.Time, nullable: false),
            sealed_contact = t.Column<byte[]>(Types.Bytes, nullable: true),
            sealed_content = t.Column<byte[]>(Types.Bytes, nullable: true),
            secrecy = t.Column<string>(Types.Text, nullable: false),
            service = t.Column<string>(Types.Text, nullable: true),
            story = t.Column<string>(Types.Text, nullable: true),
            whom = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_report", x => x.id));
        schema.CreateIndex("ix_report_case_id", "report", ["case_id"]);
        schema.CreateIndex("ix_report_code", "report", ["code"], unique: true);
        schema.CreateIndex("ix_report_contact_index", "report", ["contact_index"]);
        schema.CreateIndex("ix_report_link_index", "report", ["link_index"], unique: true);
        schema.CreateIndex("ix_report_original_case_id", "report", ["original_case_id"]);

        schema.CreateTable("report_photo", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            added_at = t.Column<DateTime>(Types.Time, nullable: false),
            file_id = t.Column<Guid>(Types.Id, nullable: false),
            report_id = t.Column<Guid>(Types.Id, nullable: false),
            seq = t.Column<int>(Types.Int, nullable: false),
            sha256 = t.Column<byte[]>(Types.Bytes, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_report_photo", x => x.id));
        schema.CreateIndex("ix_report_photo_file_id", "report_photo", ["file_id"]);
        schema.CreateIndex("ix_report_photo_report_id_seq", "report_photo", ["report_id", "seq"], unique: true);
    }
}
