using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Cases.Migrations;

internal sealed class M202611222300_Cases_OwnViews : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("own_view", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            name = t.Column<string>(Types.Text, nullable: false),
            query = t.Column<string>(Types.Text, nullable: false),
            saved_at = t.Column<DateTime>(Types.Time, nullable: false),
            staff_id = t.Column<Guid>(Types.Id, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_own_view", x => x.id));
        schema.CreateIndex("ix_own_view_staff_id_name", "own_view", ["staff_id", "name"], unique: true);
    }
}
