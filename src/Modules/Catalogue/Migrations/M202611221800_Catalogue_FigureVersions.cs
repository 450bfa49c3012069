using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Catalogue.Migrations;

internal sealed class M202611221800_Catalogue_FigureVersions : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("figure_version", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            activated_at = t.Column<DateTime>(Types.Time, nullable: true),
            activated_by = t.Column<string>(Types.Text, nullable: true),
            changed_at = t.Column<DateTime>(Types.Time, nullable: false),
            changed_by = t.Column<string>(Types.Text, nullable: false),
            code = t.Column<string>(Types.Text, nullable: false),
            created_at = t.Column<DateTime>(Types.Time, nullable: false),
            created_by = t.Column<string>(Types.Text, nullable: false),
            entry = t.Column<string>(Types.Text, nullable: false),
            from_day = t.Column<DateOnly>(Types.Day, nullable: false),
            kind = t.Column<string>(Types.Text, nullable: false),
            note = t.Column<string>(Types.Text, nullable: false),
            number = t.Column<int>(Types.Int, nullable: false),
            state = t.Column<string>(Types.Text, nullable: false),
            version = t.Column<int>(Types.Int, nullable: false),
            withdrawn_for = t.Column<string>(Types.Text, nullable: true),
            writer_id = t.Column<Guid>(Types.Id, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_figure_version", x => x.id));
        schema.CreateIndex("ix_figure_version_kind_code_number", "figure_version", ["kind", "code", "number"], unique: true);
        schema.CreateIndex("ix_figure_version_state_changed_at", "figure_version", ["state", "changed_at"]);
    }
}
