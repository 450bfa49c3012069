using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Cases.Migrations;

internal sealed class M202611210030_Cases_Files : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("case_file", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            agency = t.Column<string>(Types.Text, nullable: true),
            area = t.Column<string>(Types.Text, nullable: true),
            back_step = t.Column<string>(Types.Text, nullable: true),
            channel = t.Column<string>(Types.Text, nullable: false),
            closed_at = t.Column<DateTime>(Types.Time, nullable: true),
            district = t.Column<string>(Types.Text, nullable: true),
            division = t.Column<string>(Types.Text, nullable: true),
            emergency = t.Column<bool>(Types.Bool, nullable: false),
            excerpt = t.Column<string>(Types.Text, nullable: true),
            first_answered_at = t.Column<DateTime>(Types.Time, nullable: true),
            last_act = t.Column<string>(Types.Text, nullable: false),
            last_act_at = t.Column<DateTime>(Types.Time, nullable: false),
            last_actor = t.Column<string>(Types.Text, nullable: false),
            merged_into = t.Column<Guid>(Types.Id, nullable: true),
            milestones = t.Column<string>(Types.Text, nullable: false),
            next_due_at = t.Column<DateTime>(Types.Time, nullable: true),
            number = t.Column<string>(Types.Text, nullable: false),
            open = t.Column<bool>(Types.Bool, nullable: false),
            paused_at = t.Column<DateTime>(Types.Time, nullable: true),
            person_id = t.Column<Guid>(Types.Id, nullable: true),
            photo_count = t.Column<int>(Types.Int, nullable: false),
            postponed_until = t.Column<DateTime>(Types.Time, nullable: true),
            ppks = t.Column<string>(Types.Text, nullable: true),
            problem = t.Column<string>(Types.Text, nullable: false),
            programme = t.Column<string>(Types.Text, nullable: true),
            promised_at = t.Column<DateTime>(Types.Time, nullable: true),
            reason_code = t.Column<string>(Types.Text, nullable: true),
            reason_text = t.Column<string>(Types.Text, nullable: true),
            received_at = t.Column<DateTime>(Types.Time, nullable: false),
            report_count = t.Column<int>(Types.Int, nullable: false),
            secret = t.Column<bool>(Types.Bool, nullable: false),
            service = t.Column<string>(Types.Text, nullable: true),
            social = t.Column<bool>(Types.Bool, nullable: true),
            step = t.Column<string>(Types.Text, nullable: false),
            step_since = t.Column<DateTime>(Types.Time, nullable: false),
            title = t.Column<string>(Types.Text, nullable: false),
            version = t.Column<int>(Types.Int, nullable: false),
            visit_from = t.Column<DateTime>(Types.Time, nullable: true),
            visit_to = t.Column<DateTime>(Types.Time, nullable: true),
            visitor_name = t.Column<string>(Types.Text, nullable: true),
            workflow_version = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_case_file", x => x.id));
        schema.CreateIndex("ix_case_file_number", "case_file", ["number"], unique: true);
        schema.CreateIndex("ix_case_file_area_received", "case_file", ["area", "received_at"]);
        schema.CreateIndex("ix_case_file_merged", "case_file", ["merged_into"]);
        schema.CreateIndex("ix_case_file_open_district_due", "case_file", ["open", "district", "next_due_at", "id"]);
        schema.CreateIndex("ix_case_file_open_due", "case_file", ["open", "next_due_at", "id"]);
        schema.CreateIndex("ix_case_file_person", "case_file", ["person_id"]);
        schema.CreateIndex("ix_case_file_received", "case_file", ["received_at", "id"]);
        schema.CreateIndex("ix_case_file_step_due", "case_file", ["step", "next_due_at", "id"]);

        schema.CreateTable("case_officer", t => new
        {
            case_id = t.Column<Guid>(Types.Id, nullable: false),
            staff_id = t.Column<Guid>(Types.Id, nullable: false),
            named_at = t.Column<DateTime>(Types.Time, nullable: false),
            staff_name = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_case_officer", x => new { x.case_id, x.staff_id }));
        schema.CreateIndex("ix_case_officer_staff_id", "case_officer", ["staff_id"]);
    }
}
