using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Survey.Migrations;

/// <summary>The marks of a year are summed from an index alone, in the order in which they are grouped.</summary>
internal sealed class M202611231130_Survey_CountedByIndex : SchemaChange
{
    protected override void Apply(MigrationBuilder schema) => schema.CreateIndex("ix_survey_answer_month_service", "survey_answer",
        ["month", "service", "requirements", "procedure", "time", "cost", "product", "competence", "behaviour", "complaints", "facilities"]);
}
