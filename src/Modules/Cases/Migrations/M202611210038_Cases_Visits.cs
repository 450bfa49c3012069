using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Cases.Migrations;

internal sealed class M202611210038_Cases_Visits : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        Visits(schema);
        schema.CreateTable("visit_group", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            code = t.Column<string>(Types.Text, nullable: false),
            saved_at = t.Column<DateTime>(Types.Time, nullable: false),
            saved_by = t.Column<string>(Types.Text, nullable: false),
            sealed_answers = t.Column<byte[]>(Types.Bytes, nullable: false),
            version = t.Column<int>(Types.Int, nullable: false),
            visit_id = t.Column<Guid>(Types.Id, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_visit_group", x => x.id));
        schema.CreateIndex("ix_visit_group_visit_id_code", "visit_group", ["visit_id", "code"], unique: true);

        schema.CreateTable("visit_photo", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            accuracy = t.Column<int>(Types.Int, nullable: true),
            file_id = t.Column<Guid>(Types.Id, nullable: false),
            lat = t.Column<double>(Types.Real, nullable: true),
            lon = t.Column<double>(Types.Real, nullable: true),
            question = t.Column<string>(Types.Text, nullable: false),
            removed_at = t.Column<DateTime>(Types.Time, nullable: true),
            taken_at = t.Column<DateTime>(Types.Time, nullable: false),
            taken_by = t.Column<string>(Types.Text, nullable: false),
            visit_id = t.Column<Guid>(Types.Id, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_visit_photo", x => x.id));
        schema.CreateIndex("ix_visit_photo_visit_id", "visit_photo", ["visit_id"]);
        schema.CreateIndex("ix_visit_photo_file_id", "visit_photo", ["file_id"]);
    }

    private void Visits(MigrationBuilder schema)
    {
        schema.CreateTable("home_visit", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            accuracy = t.Column<int>(Types.Int, nullable: true),
            advice = t.Column<string>(Types.Text, nullable: true),
            case_id = t.Column<Guid>(Types.Id, nullable: false),
            ended_at = t.Column<DateTime>(Types.Time, nullable: true),
            form_version = t.Column<int>(Types.Int, nullable: false),
            starts_at = t.Column<DateTime>(Types.Time, nullable: false),
            lat = t.Column<double>(Types.Real, nullable: true),
            lon = t.Column<double>(Types.Real, nullable: true),
            metres_from_village = t.Column<int>(Types.Int, nullable: true),
            planned_by_id = t.Column<Guid>(Types.Id, nullable: false),
            sealed_report = t.Column<byte[]>(Types.Bytes, nullable: true),
            state = t.Column<string>(Types.Text, nullable: false),
            ends_at = t.Column<DateTime>(Types.Time, nullable: false),
            version = t.Column<int>(Types.Int, nullable: false),
            visitor_id = t.Column<Guid>(Types.Id, nullable: false),
            visitor_name = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_home_visit", x => x.id));
        schema.CreateIndex("ix_home_visit_case_id_starts_at", "home_visit", ["case_id", "starts_at"]);
        schema.CreateIndex("ix_home_visit_visitor_id_state_starts_at", "home_visit", ["visitor_id", "state", "starts_at"]);
        schema.CreateIndex("ix_home_visit_planned_by_id_state_starts_at", "home_visit", ["planned_by_id", "state", "starts_at"]);
    }
}
