using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

internal sealed class M202611210020_People_Persons : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("person", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            address = t.Column<string>(Types.Text, nullable: true),
            age_group = t.Column<string>(Types.Text, nullable: false),
            alias = t.Column<string>(Types.Text, nullable: true),
            area = t.Column<string>(Types.Text, nullable: true),
            birth_date = t.Column<DateOnly>(Types.Day, nullable: true),
            birth_place = t.Column<string>(Types.Text, nullable: true),
            created_at = t.Column<DateTime>(Types.Time, nullable: false),
            estimated_age = t.Column<int>(Types.Int, nullable: true),
            family_card_index = t.Column<byte[]>(Types.Bytes, nullable: true),
            name = t.Column<string>(Types.Text, nullable: true),
            nik_index = t.Column<byte[]>(Types.Bytes, nullable: true),
            rt = t.Column<string>(Types.Text, nullable: true),
            sealed_family_card = t.Column<byte[]>(Types.Bytes, nullable: true),
            sealed_nik = t.Column<byte[]>(Types.Bytes, nullable: true),
            sex = t.Column<string>(Types.Text, nullable: false),
            version = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_person", x => x.id));
        schema.CreateIndex("ix_person_family_card_index", "person", ["family_card_index"]);
        schema.CreateIndex("ix_person_nik_index", "person", ["nik_index"]);
    }
}
