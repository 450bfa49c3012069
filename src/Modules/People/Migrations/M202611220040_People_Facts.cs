using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

internal sealed class M202611220040_People_Facts : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.AddColumn<bool>("unidentified", "person", Types.Bool, nullable: false, defaultValue: false);
        schema.AddColumn<bool>("restricted", "person", Types.Bool, nullable: false, defaultValue: false);
        schema.AddColumn<Guid>("merged_into", "person", Types.Id, nullable: true);
        if (IsSqlite) schema.AddColumn<long>("changed_at", "person", Types.Time, nullable: false, defaultValue: 0L);
        else schema.AddColumn<DateTime>("changed_at", "person", Types.Time, nullable: false, defaultValue: DateTime.UnixEpoch);
        schema.Sql("UPDATE person SET changed_at = created_at, unidentified = (name IS NULL AND nik_index IS NULL)");
        // Persons of secret cases were only ever named by the officers of the case.
        schema.Sql("UPDATE person SET restricted = true WHERE id IN (SELECT person_id FROM case_file WHERE secret AND person_id IS NOT NULL)");
        schema.CreateIndex("ix_person_area_id", "person", ["area", "id"]);
        schema.CreateIndex("ix_person_changed_at_id", "person", ["changed_at", "id"]);
        schema.CreateIndex("ix_person_merged_into", "person", ["merged_into"], filter: "merged_into IS NOT NULL");
        schema.CreateIndex("ix_person_unidentified", "person", ["id"], filter: "unidentified");
        schema.CreateTable("person_fact", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            as_of = t.Column<DateOnly>(Types.Day, nullable: false),
            checked_by = t.Column<string>(Types.Text, nullable: true),
            field = t.Column<string>(Types.Text, nullable: false),
            person_id = t.Column<Guid>(Types.Id, nullable: false),
            recorded_at = t.Column<DateTime>(Types.Time, nullable: false),
            recorded_by = t.Column<string>(Types.Text, nullable: false),
            sealed_value = t.Column<byte[]>(Types.Bytes, nullable: true),
            source = t.Column<string>(Types.Text, nullable: false),
            value = t.Column<string>(Types.Text, nullable: true),
            withdrawn_at = t.Column<DateTime>(Types.Time, nullable: true),
            withdrawn_by = t.Column<string>(Types.Text, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_person_fact", x => x.id));
        schema.CreateIndex("ix_person_fact_person_id_field", "person_fact", ["person_id", "field"]);
    }
}
