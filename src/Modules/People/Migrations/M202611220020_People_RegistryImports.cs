using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

internal sealed class M202611220020_People_RegistryImports : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("registry_import", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            as_of = t.Column<DateOnly>(Types.Day, nullable: false),
            beat_at = t.Column<DateTime>(Types.Time, nullable: true),
            bytes_done = t.Column<long>(Types.Long, nullable: false),
            bytes_total = t.Column<long>(Types.Long, nullable: false),
            clearing = t.Column<bool>(Types.Bool, nullable: false),
            committed_at = t.Column<DateTime>(Types.Time, nullable: true),
            committed_by = t.Column<string>(Types.Text, nullable: true),
            compared_with = t.Column<string>(Types.Text, nullable: true),
            created_at = t.Column<DateTime>(Types.Time, nullable: false),
            created_by = t.Column<string>(Types.Text, nullable: false),
            districts = t.Column<string>(Types.Text, nullable: true),
            fault = t.Column<string>(Types.Text, nullable: true),
            fault_values = t.Column<string>(Types.Text, nullable: true),
            files = t.Column<string>(Types.Text, nullable: false),
            hash = t.Column<byte[]>(Types.Bytes, nullable: false),
            kind = t.Column<string>(Types.Text, nullable: false),
            mapping = t.Column<string>(Types.Text, nullable: true),
            result = t.Column<string>(Types.Text, nullable: true),
            rows_done = t.Column<int>(Types.Int, nullable: false),
            started_at = t.Column<DateTime>(Types.Time, nullable: true),
            state = t.Column<string>(Types.Text, nullable: false),
            title = t.Column<string>(Types.Text, nullable: false),
            undone_at = t.Column<DateTime>(Types.Time, nullable: true),
            version = t.Column<int>(Types.Int, nullable: false),
            worker = t.Column<string>(Types.Text, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_registry_import", x => x.id));
        schema.CreateIndex("ix_registry_import_state_as_of", "registry_import", ["state", "as_of"]);
        schema.CreateTable("registry_village_count", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            by_decile = t.Column<string>(Types.Text, nullable: false),
            families = t.Column<int>(Types.Int, nullable: false),
            import_id = t.Column<Guid>(Types.Id, nullable: false),
            persons = t.Column<int>(Types.Int, nullable: false),
            village = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_registry_village_count", x => x.id));
        schema.CreateIndex("ix_registry_village_count_import_id_village", "registry_village_count", ["import_id", "village"], unique: true);
        schema.CreateTable("registry_problem", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            cause = t.Column<string>(Types.Text, nullable: false),
            cell = t.Column<string>(Types.Text, nullable: false),
            import_id = t.Column<Guid>(Types.Id, nullable: false),
            quarantined = t.Column<bool>(Types.Bool, nullable: false),
            line = t.Column<int>(Types.Int, nullable: false),
            sealed_row = t.Column<byte[]>(Types.Bytes, nullable: true),
            sheet = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_registry_problem", x => x.id));
        schema.CreateIndex("ix_registry_problem_import_id_cause_sheet_line", "registry_problem", ["import_id", "cause", "sheet", "line"]);
        schema.CreateTable("registry_template", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            columns = t.Column<string>(Types.Text, nullable: false),
            header = t.Column<byte[]>(Types.Bytes, nullable: false),
            saved_at = t.Column<DateTime>(Types.Time, nullable: false),
            saved_by = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_registry_template", x => x.id));
        schema.CreateIndex("ix_registry_template_header", "registry_template", ["header"], unique: true);
        schema.CreateTable("registry_bps_village", t => new
        {
            bps_code = t.Column<string>(Types.Text, nullable: false),
            village = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_registry_bps_village", x => x.bps_code));
    }
}
