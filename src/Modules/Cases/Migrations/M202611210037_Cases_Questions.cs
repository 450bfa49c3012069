using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Cases.Migrations;

internal sealed class M202611210037_Cases_Questions : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("case_question", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            answered_at = t.Column<DateTime>(Types.Time, nullable: true),
            answered_by = t.Column<string>(Types.Text, nullable: true),
            asked_at = t.Column<DateTime>(Types.Time, nullable: false),
            asked_by = t.Column<string>(Types.Text, nullable: false),
            case_id = t.Column<Guid>(Types.Id, nullable: false),
            document = t.Column<string>(Types.Text, nullable: true),
            kind = t.Column<string>(Types.Text, nullable: false),
            options = t.Column<string>(Types.Text, nullable: false),
            photo_id = t.Column<Guid>(Types.Id, nullable: true),
            sealed_answer = t.Column<byte[]>(Types.Bytes, nullable: true),
            sealed_text = t.Column<byte[]>(Types.Bytes, nullable: false),
            withdrawn_at = t.Column<DateTime>(Types.Time, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_case_question", x => x.id));
        schema.CreateIndex("ix_case_question_case_id_asked_at", "case_question", ["case_id", "asked_at"]);
    }
}
