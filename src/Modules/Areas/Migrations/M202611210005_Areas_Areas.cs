using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Areas.Migrations;

internal sealed class M202611210005_Areas_Areas : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("listed_area", table => new
        {
            code = table.Column<string>(Types.Text),
            parent_code = table.Column<string>(Types.Text),
            level = table.Column<int>(Types.Int),
            kind = table.Column<string>(Types.Text),
            name = table.Column<string>(Types.Text),
            valid_from = table.Column<DateOnly>(Types.Day),
            valid_to = table.Column<DateOnly>(Types.Day, nullable: true),
        }, constraints: table => table.PrimaryKey("pk_listed_area", t => t.code));
        schema.CreateIndex("ix_listed_area_parent_code", "listed_area", "parent_code");
        Alias(schema);
        schema.CreateTable("area_point", table => new
        {
            area_code = table.Column<string>(Types.Text),
            lat = table.Column<double>(Types.Real),
            lon = table.Column<double>(Types.Real),
            count = table.Column<int>(Types.Int),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_area_point", t => t.area_code);
            table.ForeignKey("fk_area_point_area_code", t => t.area_code, "listed_area", "code", onDelete: ReferentialAction.Restrict);
        });
    }

    private void Alias(MigrationBuilder schema)
    {
        schema.CreateTable("area_alias", table => new
        {
            id = table.Column<Guid>(Types.Id),
            area_code = table.Column<string>(Types.Text),
            name = table.Column<string>(Types.Text),
            folded = table.Column<string>(Types.Text),
            valid_from = table.Column<DateOnly>(Types.Day, nullable: true),
            valid_to = table.Column<DateOnly>(Types.Day, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_area_alias", t => t.id);
            table.ForeignKey("fk_area_alias_area_code", t => t.area_code, "listed_area", "code", onDelete: ReferentialAction.Restrict);
        });
        schema.CreateIndex("ix_area_alias_area_code_folded", "area_alias", ["area_code", "folded"], unique: true);
    }
}
