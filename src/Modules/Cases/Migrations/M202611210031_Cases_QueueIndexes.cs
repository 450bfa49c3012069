using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Cases.Migrations;

/// <summary>Lists and counts of open cases read one narrow index, whatever the number of closed ones.</summary>
internal sealed class M202611210031_Cases_QueueIndexes : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.DropIndex("ix_case_file_open_due", "case_file");
        schema.DropIndex("ix_case_file_open_district_due", "case_file");
        schema.CreateIndex("ix_case_file_open_due", "case_file",
            ["next_due_at", "id", "open", "step", "secret", "district", "area", "emergency", "paused_at", "received_at", "division", "agency", "problem", "channel"],
            filter: "open");
        schema.CreateIndex("ix_case_file_open_district_due", "case_file", ["district", "next_due_at", "id"], filter: "open");
        schema.CreateIndex("ix_case_file_open_area_due", "case_file", ["area", "next_due_at", "id"], filter: "open");
        schema.CreateIndex("ix_case_file_agency_received", "case_file", ["agency", "received_at", "id"], filter: "agency IS NOT NULL");
    }
}
