using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Kernel.Migrations;

internal sealed class M202611210002_Kernel_Files : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("stored_file", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            created_at = t.Column<DateTime>(Types.Time, nullable: false),
            key = t.Column<string>(Types.Text, nullable: false),
            media_type = t.Column<string>(Types.Text, nullable: false),
            name = t.Column<string>(Types.Text, nullable: false),
            sha256 = t.Column<byte[]>(Types.Bytes, nullable: false),
            size = t.Column<long>(Types.Long, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_stored_file", x => x.id));
        schema.CreateIndex("ix_stored_file_key", "stored_file", ["key"]);
    }
}
