using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

internal sealed class M202611220042_People_CategoriesAndParticipation : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("person_category", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            assessor = t.Column<string>(Types.Text, nullable: false),
            assessor_id = t.Column<Guid>(Types.Id, nullable: true),
            code = t.Column<string>(Types.Text, nullable: true),
            ended_by = t.Column<string>(Types.Text, nullable: true),
            kind = t.Column<string>(Types.Text, nullable: false),
            person_id = t.Column<Guid>(Types.Id, nullable: false),
            recorded_at = t.Column<DateTime>(Types.Time, nullable: false),
            sealed_code = t.Column<byte[]>(Types.Bytes, nullable: true),
            since = t.Column<DateOnly>(Types.Day, nullable: false),
            source = t.Column<string>(Types.Text, nullable: false),
            until = t.Column<DateOnly>(Types.Day, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_person_category", x => x.id));
        schema.CreateIndex("ix_person_category_person_id", "person_category", ["person_id"]);
        schema.CreateIndex("ix_person_category_kind_code_person_id", "person_category", ["kind", "code", "person_id"]);
        schema.CreateTable("programme_participation", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            amount = t.Column<long>(Types.Long, nullable: true),
            end_reason = t.Column<string>(Types.Text, nullable: true),
            ended_by = t.Column<string>(Types.Text, nullable: true),
            person_id = t.Column<Guid>(Types.Id, nullable: false),
            programme = t.Column<string>(Types.Text, nullable: false),
            recorded_at = t.Column<DateTime>(Types.Time, nullable: false),
            recorded_by = t.Column<string>(Types.Text, nullable: false),
            review_on = t.Column<DateOnly>(Types.Day, nullable: true),
            rhythm = t.Column<string>(Types.Text, nullable: false),
            since = t.Column<DateOnly>(Types.Day, nullable: false),
            source = t.Column<string>(Types.Text, nullable: false),
            until = t.Column<DateOnly>(Types.Day, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_programme_participation", x => x.id));
        schema.CreateIndex("ix_programme_participation_person_id", "programme_participation", ["person_id"]);
        schema.CreateIndex("ix_programme_participation_programme_since", "programme_participation", ["programme", "since"]);
    }
}
