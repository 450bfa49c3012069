using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Cases.Migrations;

internal sealed class M202611221001_Cases_ByEnd : SchemaChange
{
    protected override void Apply(MigrationBuilder schema) => schema.CreateIndex("ix_case_file_closed", "case_file", ["closed_at", "id"], filter: "closed_at IS NOT NULL");
}
