using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Kernel.Migrations;

internal sealed class M202611210001_Kernel_ActsOutboxLeases : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("act", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            actor_id = t.Column<Guid>(Types.Id, nullable: true),
            actor_name = t.Column<string>(Types.Text, nullable: false),
            actor_role = t.Column<string>(Types.Text, nullable: false),
            after = t.Column<string>(Types.Text, nullable: true),
            at = t.Column<DateTime>(Types.Time, nullable: false),
            before = t.Column<string>(Types.Text, nullable: true),
            chain = t.Column<Guid>(Types.Id, nullable: false),
            hash = t.Column<byte[]>(Types.Bytes, nullable: false),
            kind = t.Column<string>(Types.Text, nullable: false),
            on_behalf_of = t.Column<string>(Types.Text, nullable: true),
            previous_hash = t.Column<byte[]>(Types.Bytes, nullable: false),
            reason = t.Column<string>(Types.Text, nullable: true),
            seq = t.Column<int>(Types.Int, nullable: false),
            touched = t.Column<string>(Types.Text, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_act", x => x.id));
        schema.CreateIndex("ix_act_at", "act", ["at"]);
        schema.CreateIndex("ix_act_chain_seq", "act", ["chain", "seq"], unique: true);

        schema.CreateTable("daily_seal", t => new
        {
            day = t.Column<DateOnly>(Types.Day, nullable: false),
            acts = t.Column<int>(Types.Int, nullable: false),
            hash = t.Column<byte[]>(Types.Bytes, nullable: false),
            previous_hash = t.Column<byte[]>(Types.Bytes, nullable: false),
            sealed_at = t.Column<DateTime>(Types.Time, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_daily_seal", x => x.day));

        schema.CreateTable("lease", t => new
        {
            name = t.Column<string>(Types.Text, nullable: false),
            holder = t.Column<string>(Types.Text, nullable: false),
            until = t.Column<DateTime>(Types.Time, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_lease", x => x.name));

        schema.CreateTable("outbox_delivery", t => new
        {
            message_id = t.Column<Guid>(Types.Id, nullable: false),
            consumer = t.Column<string>(Types.Text, nullable: false),
            attempts = t.Column<int>(Types.Int, nullable: false),
            last_error = t.Column<string>(Types.Text, nullable: true),
            next_try_at = t.Column<DateTime>(Types.Time, nullable: false),
            state = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_outbox_delivery", x => new { x.message_id, x.consumer }));
        schema.CreateIndex("ix_outbox_delivery_state_next_try_at", "outbox_delivery", ["state", "next_try_at"]);

        schema.CreateTable("outbox_message", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            at = t.Column<DateTime>(Types.Time, nullable: false),
            @event = t.Column<string>(Types.Text, nullable: false),
            payload = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_outbox_message", x => x.id));

        schema.CreateTable("read_entry", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            at = t.Column<DateTime>(Types.Time, nullable: false),
            purpose = t.Column<string>(Types.Text, nullable: false),
            role = t.Column<string>(Types.Text, nullable: false),
            staff_id = t.Column<Guid>(Types.Id, nullable: false),
            staff_name = t.Column<string>(Types.Text, nullable: false),
            subject = t.Column<Guid>(Types.Id, nullable: false),
            subject_kind = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_read_entry", x => x.id));
        schema.CreateIndex("ix_read_entry_staff_id_at", "read_entry", ["staff_id", "at"]);
        schema.CreateIndex("ix_read_entry_subject_at", "read_entry", ["subject", "at"]);

        foreach (var table in new[] { "act", "daily_seal", "read_entry" }) AppendOnly(schema, table);
    }

    // The chain of hashes proves tampering; these triggers keep honest mistakes from happening at all.
    private void AppendOnly(MigrationBuilder schema, string table)
    {
        if (IsSqlite)
        {
            foreach (var verb in new[] { "UPDATE", "DELETE" })
                schema.Sql($"CREATE TRIGGER {table}_no_{verb.ToLowerInvariant()} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END");
            return;
        }
        schema.Sql($"CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$");
        schema.Sql($"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()");
    }
}
