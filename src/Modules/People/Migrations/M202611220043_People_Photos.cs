using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

internal sealed class M202611220043_People_Photos : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("person_photo", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            added_at = t.Column<DateTime>(Types.Time, nullable: false),
            added_by = t.Column<string>(Types.Text, nullable: false),
            file_id = t.Column<Guid>(Types.Id, nullable: false),
            person_id = t.Column<Guid>(Types.Id, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_person_photo", x => x.id));
        schema.CreateIndex("ix_person_photo_person_id", "person_photo", ["person_id"]);
    }
}
