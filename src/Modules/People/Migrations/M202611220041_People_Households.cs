using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

internal sealed class M202611220041_People_Households : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("household", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            area = t.Column<string>(Types.Text, nullable: true),
            created_at = t.Column<DateTime>(Types.Time, nullable: false),
            family_card_index = t.Column<byte[]>(Types.Bytes, nullable: true),
            sealed_family_card = t.Column<byte[]>(Types.Bytes, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_household", x => x.id));
        schema.CreateIndex("ix_household_family_card_index", "household", ["family_card_index"]);
        schema.CreateTable("membership", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            ended_by = t.Column<string>(Types.Text, nullable: true),
            household_id = t.Column<Guid>(Types.Id, nullable: false),
            person_id = t.Column<Guid>(Types.Id, nullable: false),
            recorded_at = t.Column<DateTime>(Types.Time, nullable: false),
            recorded_by = t.Column<string>(Types.Text, nullable: false),
            role = t.Column<string>(Types.Text, nullable: false),
            since = t.Column<DateOnly>(Types.Day, nullable: false),
            source = t.Column<string>(Types.Text, nullable: false),
            until = t.Column<DateOnly>(Types.Day, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_membership", x => x.id));
        schema.CreateIndex("ix_membership_person_id", "membership", ["person_id"]);
        schema.CreateIndex("ix_membership_household_id", "membership", ["household_id"]);
    }
}
