using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Cases.Migrations;

internal sealed class M202611210036_Cases_Documents : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("case_document", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            case_id = t.Column<Guid>(Types.Id, nullable: false),
            changed_at = t.Column<DateTime>(Types.Time, nullable: false),
            changed_by = t.Column<string>(Types.Text, nullable: false),
            code = t.Column<string>(Types.Text, nullable: false),
            file_id = t.Column<Guid>(Types.Id, nullable: true),
            issued = t.Column<DateOnly>(Types.Day, nullable: true),
            sealed_reason = t.Column<byte[]>(Types.Bytes, nullable: true),
            state = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_case_document", x => x.id));
        schema.CreateIndex("ix_case_document_case_id_code", "case_document", ["case_id", "code"], unique: true);

        schema.CreateTable("case_circumstances", t => new
        {
            case_id = t.Column<Guid>(Types.Id, nullable: false),
            known = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_case_circumstances", x => x.case_id));
    }
}
