using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

internal sealed class M202611220021_People_RegistryRows : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("registry_person_row", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            address = t.Column<string>(Types.Text, nullable: true),
            birth_date = t.Column<DateOnly>(Types.Day, nullable: true),
            bpnt = t.Column<bool>(Types.Bool, nullable: true),
            chronic_illness = t.Column<bool>(Types.Bool, nullable: true),
            decile = t.Column<int>(Types.Int, nullable: true),
            difficulties = t.Column<int>(Types.Int, nullable: true),
            education = t.Column<string>(Types.Text, nullable: true),
            family_index = t.Column<byte[]>(Types.Bytes, nullable: true),
            import_id = t.Column<Guid>(Types.Id, nullable: false),
            kip = t.Column<bool>(Types.Bool, nullable: true),
            kks = t.Column<bool>(Types.Bool, nullable: true),
            malnourished = t.Column<bool>(Types.Bool, nullable: true),
            marital = t.Column<string>(Types.Text, nullable: true),
            name = t.Column<string>(Types.Text, nullable: true),
            nik_index = t.Column<byte[]>(Types.Bytes, nullable: true),
            owns_business = t.Column<bool>(Types.Bool, nullable: true),
            pbi_local = t.Column<bool>(Types.Bool, nullable: true),
            pbi_national = t.Column<bool>(Types.Bool, nullable: true),
            pkh = t.Column<bool>(Types.Bool, nullable: true),
            pregnant = t.Column<bool>(Types.Bool, nullable: true),
            raw = t.Column<string>(Types.Text, nullable: true),
            relation = t.Column<string>(Types.Text, nullable: true),
            line = t.Column<int>(Types.Int, nullable: false),
            rt = t.Column<string>(Types.Text, nullable: true),
            rw = t.Column<string>(Types.Text, nullable: true),
            school = t.Column<string>(Types.Text, nullable: true),
            sealed_nik = t.Column<byte[]>(Types.Bytes, nullable: true),
            sex = t.Column<string>(Types.Text, nullable: true),
            sheet = t.Column<int>(Types.Int, nullable: false),
            village = t.Column<string>(Types.Text, nullable: true),
            working = t.Column<bool>(Types.Bool, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_registry_person_row", x => x.id));
        schema.CreateIndex("ix_registry_person_row_nik_index_import_id", "registry_person_row", ["nik_index", "import_id"], unique: true);
        schema.CreateIndex("ix_registry_person_row_family_index_import_id", "registry_person_row", ["family_index", "import_id"]);
        schema.CreateIndex("ix_registry_person_row_import_id_village", "registry_person_row", ["import_id", "village"]);
        schema.CreateTable("registry_family_row", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            address = t.Column<string>(Types.Text, nullable: true),
            assets = t.Column<int>(Types.Int, nullable: true),
            cooking = t.Column<string>(Types.Text, nullable: true),
            decile = t.Column<int>(Types.Int, nullable: true),
            decile_province = t.Column<int>(Types.Int, nullable: true),
            decile_regency = t.Column<int>(Types.Int, nullable: true),
            family_index = t.Column<byte[]>(Types.Bytes, nullable: false),
            floor = t.Column<string>(Types.Text, nullable: true),
            floor_area = t.Column<int>(Types.Int, nullable: true),
            head_name = t.Column<string>(Types.Text, nullable: true),
            house = t.Column<string>(Types.Text, nullable: true),
            import_id = t.Column<Guid>(Types.Id, nullable: false),
            lighting = t.Column<string>(Types.Text, nullable: true),
            pbi_local = t.Column<bool>(Types.Bool, nullable: true),
            pbi_national = t.Column<bool>(Types.Bool, nullable: true),
            power = t.Column<string>(Types.Text, nullable: true),
            raw = t.Column<string>(Types.Text, nullable: true),
            roof = t.Column<string>(Types.Text, nullable: true),
            line = t.Column<int>(Types.Int, nullable: false),
            sealed_family_card = t.Column<byte[]>(Types.Bytes, nullable: false),
            sheet = t.Column<int>(Types.Int, nullable: false),
            size = t.Column<int>(Types.Int, nullable: true),
            toilet = t.Column<string>(Types.Text, nullable: true),
            village = t.Column<string>(Types.Text, nullable: true),
            wall = t.Column<string>(Types.Text, nullable: true),
            water = t.Column<string>(Types.Text, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_registry_family_row", x => x.id));
        schema.CreateIndex("ix_registry_family_row_family_index_import_id", "registry_family_row", ["family_index", "import_id"], unique: true);
        schema.CreateIndex("ix_registry_family_row_import_id_village", "registry_family_row", ["import_id", "village"]);
    }
}
