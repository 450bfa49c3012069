using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Cases.Migrations;

internal sealed class M202611220050_Cases_QuestionsAboutFacts : SchemaChange
{
    protected override void Apply(MigrationBuilder schema) => schema.AddColumn<string>("fact", "case_question", Types.Text, nullable: true);
}
