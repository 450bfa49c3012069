using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

internal sealed class M202611221101_People_VervalProposals : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("verval_proposal", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            answer = t.Column<string>(Types.Text, nullable: true),
            cycle_id = t.Column<Guid>(Types.Id, nullable: false),
            drafted_at = t.Column<DateTime>(Types.Time, nullable: false),
            drafted_by = t.Column<string>(Types.Text, nullable: false),
            drafted_by_id = t.Column<Guid>(Types.Id, nullable: false),
            evidence = t.Column<string>(Types.Text, nullable: false),
            export_id = t.Column<Guid>(Types.Id, nullable: true),
            exported_at = t.Column<DateTime>(Types.Time, nullable: true),
            exported_by = t.Column<string>(Types.Text, nullable: true),
            fields = t.Column<string>(Types.Text, nullable: true),
            file_id = t.Column<Guid>(Types.Id, nullable: true),
            kind = t.Column<string>(Types.Text, nullable: false),
            musdes_id = t.Column<Guid>(Types.Id, nullable: true),
            person_id = t.Column<Guid>(Types.Id, nullable: false),
            reason = t.Column<string>(Types.Text, nullable: false),
            row_id = t.Column<Guid>(Types.Id, nullable: true),
            state = t.Column<string>(Types.Text, nullable: false),
            verified_at = t.Column<DateTime>(Types.Time, nullable: true),
            verified_by = t.Column<string>(Types.Text, nullable: true),
            verified_by_id = t.Column<Guid>(Types.Id, nullable: true),
            version = t.Column<int>(Types.Int, nullable: false),
            village = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_verval_proposal", x => x.id));
        schema.CreateIndex("ix_verval_proposal_cycle_id_village_state", "verval_proposal", ["cycle_id", "village", "state"]);
        schema.CreateIndex("ix_verval_proposal_person_id", "verval_proposal", ["person_id"]);
        schema.CreateTable("musdes", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            cycle_id = t.Column<Guid>(Types.Id, nullable: false),
            file_id = t.Column<Guid>(Types.Id, nullable: false),
            held_on = t.Column<DateOnly>(Types.Day, nullable: false),
            minutes_number = t.Column<string>(Types.Text, nullable: false),
            recorded_at = t.Column<DateTime>(Types.Time, nullable: false),
            recorded_by = t.Column<string>(Types.Text, nullable: false),
            recorded_by_id = t.Column<Guid>(Types.Id, nullable: false),
            village = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_musdes", x => x.id));
        schema.CreateIndex("ix_musdes_cycle_id_village", "musdes", ["cycle_id", "village"]);
    }
}
