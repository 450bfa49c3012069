using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Cases.Migrations;

internal sealed class M202611231620_Cases_PhotoPieces : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("visit_photo_piece", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            at = t.Column<DateTime>(Types.Time, nullable: false),
            length = t.Column<int>(Types.Int, nullable: false),
            photo_id = t.Column<Guid>(Types.Id, nullable: false),
            sealed_bytes = t.Column<byte[]>(Types.Bytes, nullable: false),
            staff_id = t.Column<Guid>(Types.Id, nullable: false),
            start = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_visit_photo_piece", x => x.id));
        schema.CreateIndex("ix_visit_photo_piece_photo_id_start", "visit_photo_piece", ["photo_id", "start"], unique: true);
        schema.CreateIndex("ix_visit_photo_piece_at", "visit_photo_piece", ["at"]);
    }
}
