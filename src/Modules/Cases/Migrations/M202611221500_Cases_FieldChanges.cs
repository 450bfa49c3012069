using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Cases.Migrations;

internal sealed class M202611221500_Cases_FieldChanges : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("field_change", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            at = t.Column<DateTime>(Types.Time, nullable: false),
            @base = t.Column<int>(Types.Int, nullable: false),
            device_id = t.Column<Guid>(Types.Id, nullable: true),
            question = t.Column<string>(Types.Text, nullable: false),
            said_at = t.Column<DateTime>(Types.Time, nullable: true),
            sealed_values = t.Column<byte[]>(Types.Bytes, nullable: false),
            settled_at = t.Column<DateTime>(Types.Time, nullable: true),
            settled_by = t.Column<string>(Types.Text, nullable: true),
            staff_id = t.Column<Guid>(Types.Id, nullable: false),
            staff_name = t.Column<string>(Types.Text, nullable: false),
            state = t.Column<string>(Types.Text, nullable: false),
            undoes_id = t.Column<Guid>(Types.Id, nullable: true),
            version = t.Column<int>(Types.Int, nullable: true),
            visit_id = t.Column<Guid>(Types.Id, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_field_change", x => x.id));
        schema.CreateIndex("ix_field_change_visit_id_question_version", "field_change", ["visit_id", "question", "version"], unique: true);
    }
}
