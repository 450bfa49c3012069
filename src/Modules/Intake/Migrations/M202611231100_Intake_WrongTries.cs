using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Intake.Migrations;

internal sealed class M202611231100_Intake_WrongTries : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("wrong_try", t => new
        {
            id = t.Column<byte[]>(Types.Bytes, nullable: false),
            at = t.Column<DateTime>(Types.Time, nullable: false),
            tries = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_wrong_try", x => x.id));
        schema.CreateIndex("ix_wrong_try_at", "wrong_try", ["at"]);
    }
}
