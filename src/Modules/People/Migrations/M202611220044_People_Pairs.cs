using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

internal sealed class M202611220044_People_Pairs : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("person_pair", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            decided_at = t.Column<DateTime>(Types.Time, nullable: true),
            decided_by = t.Column<string>(Types.Text, nullable: true),
            first = t.Column<Guid>(Types.Id, nullable: false),
            found_at = t.Column<DateTime>(Types.Time, nullable: false),
            kept = t.Column<Guid>(Types.Id, nullable: true),
            odds = t.Column<int>(Types.Int, nullable: false),
            reason = t.Column<string>(Types.Text, nullable: true),
            second = t.Column<Guid>(Types.Id, nullable: false),
            state = t.Column<string>(Types.Text, nullable: false),
            version = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_person_pair", x => x.id));
        schema.CreateIndex("ix_person_pair_first_second", "person_pair", ["first", "second"], unique: true);
        schema.CreateIndex("ix_person_pair_second", "person_pair", ["second"]);
        schema.CreateIndex("ix_person_pair_state_odds_id", "person_pair", ["state", "odds", "id"]);
        schema.CreateTable("person_mark", t => new
        {
            name = t.Column<string>(Types.Text, nullable: false),
            at = t.Column<DateTime>(Types.Time, nullable: false),
            person = t.Column<Guid>(Types.Id, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_person_mark", x => x.name));
    }
}
