using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Weather.Migrations;

internal sealed class M202611221140_Weather_Answers : SchemaChange
{
    protected override void Apply(MigrationBuilder schema) => schema.CreateTable("weather_answer", t => new
    {
        body = t.Column<string>(Types.Text, nullable: false),
        fetched_at = t.Column<DateTime>(Types.Time, nullable: false),
        question = t.Column<string>(Types.Text, nullable: false),
    }, constraints: t => t.PrimaryKey("pk_weather_answer", x => x.question));
}
