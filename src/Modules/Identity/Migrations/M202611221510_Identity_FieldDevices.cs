using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Identity.Migrations;

internal sealed class M202611221510_Identity_FieldDevices : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("field_device", table => new
        {
            id = table.Column<Guid>(Types.Id),
            account_id = table.Column<Guid>(Types.Id),
            enrolled_at = table.Column<DateTime>(Types.Time),
            name = table.Column<string>(Types.Text),
            revoked_at = table.Column<DateTime>(Types.Time, nullable: true),
            revoked_by = table.Column<string>(Types.Text, nullable: true),
            sealed_half = table.Column<byte[]>(Types.Bytes, nullable: true),
            seen_at = table.Column<DateTime>(Types.Time),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_field_device", t => t.id);
            table.ForeignKey("fk_field_device_account_id", t => t.account_id, "staff_account", "id", onDelete: ReferentialAction.Restrict);
        });
        schema.CreateIndex("ix_field_device_account_id_enrolled_at", "field_device", ["account_id", "enrolled_at"]);
    }
}
