using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Planning.Migrations;

internal sealed class M202611221040_Planning_Replays : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("replay", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            beat_at = t.Column<DateTime>(Types.Time, nullable: true),
            code = t.Column<string>(Types.Text, nullable: false),
            created_at = t.Column<DateTime>(Types.Time, nullable: false),
            created_by = t.Column<string>(Types.Text, nullable: false),
            day = t.Column<DateOnly>(Types.Day, nullable: false),
            fault = t.Column<string>(Types.Text, nullable: true),
            result = t.Column<string>(Types.Text, nullable: true),
            rows_done = t.Column<int>(Types.Int, nullable: false),
            rows_total = t.Column<int>(Types.Int, nullable: false),
            started_at = t.Column<DateTime>(Types.Time, nullable: true),
            state = t.Column<string>(Types.Text, nullable: false),
            version = t.Column<int>(Types.Int, nullable: false),
            version_id = t.Column<Guid>(Types.Id, nullable: true),
            worker = t.Column<string>(Types.Text, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_replay", x => x.id));
        schema.CreateIndex("ix_replay_state_created_at", "replay", ["state", "created_at"]);
        schema.CreateIndex("ix_replay_code_created_at", "replay", ["code", "created_at"]);
        schema.CreateTable("replayed_person", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            list = t.Column<string>(Types.Text, nullable: false),
            replay_id = t.Column<Guid>(Types.Id, nullable: false),
            subject = t.Column<string>(Types.Text, nullable: false),
            subject_id = t.Column<Guid>(Types.Id, nullable: false),
            village = t.Column<string>(Types.Text, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_replayed_person", x => x.id));
        schema.CreateIndex("ix_replayed_person_replay_id_list_id", "replayed_person", ["replay_id", "list", "id"]);
    }
}
