using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

internal sealed class M202611221100_People_Verval : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("verval_cycle", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            as_of = t.Column<DateOnly>(Types.Day, nullable: false),
            closed_at = t.Column<DateTime>(Types.Time, nullable: true),
            closed_by = t.Column<string>(Types.Text, nullable: true),
            created_at = t.Column<DateTime>(Types.Time, nullable: false),
            created_by = t.Column<string>(Types.Text, nullable: false),
            ends = t.Column<DateOnly>(Types.Day, nullable: false),
            import_id = t.Column<Guid>(Types.Id, nullable: false),
            kind = t.Column<string>(Types.Text, nullable: false),
            legal_basis = t.Column<string>(Types.Text, nullable: false),
            name = t.Column<string>(Types.Text, nullable: false),
            sample_per_village = t.Column<int>(Types.Int, nullable: true),
            seed = t.Column<int>(Types.Int, nullable: false),
            source = t.Column<string>(Types.Text, nullable: false),
            starts = t.Column<DateOnly>(Types.Day, nullable: false),
            unit = t.Column<string>(Types.Text, nullable: false),
            version = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_verval_cycle", x => x.id));
        schema.CreateIndex("ix_verval_cycle_created_at", "verval_cycle", ["created_at"]);
        schema.CreateTable("verval_village", t => new
        {
            cycle_id = t.Column<Guid>(Types.Id, nullable: false),
            village = t.Column<string>(Types.Text, nullable: false),
            @checked = t.Column<int>(Types.Int, nullable: false),
            targets = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_verval_village", x => new { x.cycle_id, x.village }));
        schema.CreateTable("verval_target", t => new
        {
            cycle_id = t.Column<Guid>(Types.Id, nullable: false),
            row_id = t.Column<Guid>(Types.Id, nullable: false),
            address = t.Column<string>(Types.Text, nullable: true),
            checked_at = t.Column<DateTime>(Types.Time, nullable: true),
            decile = t.Column<int>(Types.Int, nullable: true),
            name = t.Column<string>(Types.Text, nullable: true),
            outcome = t.Column<string>(Types.Text, nullable: true),
            position = t.Column<int>(Types.Int, nullable: false),
            rt = t.Column<string>(Types.Text, nullable: true),
            unit = t.Column<string>(Types.Text, nullable: false),
            village = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_verval_target", x => new { x.cycle_id, x.row_id }));
        schema.CreateIndex("ix_verval_target_cycle_id_village_position", "verval_target", ["cycle_id", "village", "position"]);
        schema.CreateTable("verval_check", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            checked_on = t.Column<DateOnly>(Types.Day, nullable: false),
            corrected = t.Column<string>(Types.Text, nullable: true),
            cycle_id = t.Column<Guid>(Types.Id, nullable: false),
            member_id = t.Column<Guid>(Types.Id, nullable: true),
            note = t.Column<string>(Types.Text, nullable: true),
            outcome = t.Column<string>(Types.Text, nullable: false),
            person_id = t.Column<Guid>(Types.Id, nullable: true),
            recorded_at = t.Column<DateTime>(Types.Time, nullable: false),
            recorded_by = t.Column<string>(Types.Text, nullable: false),
            target_id = t.Column<Guid>(Types.Id, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_verval_check", x => x.id));
        schema.CreateIndex("ix_verval_check_cycle_id_target_id", "verval_check", ["cycle_id", "target_id"]);
    }
}
