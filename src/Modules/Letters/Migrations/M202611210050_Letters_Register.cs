using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Letters.Migrations;

internal sealed class M202611210050_Letters_Register : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        Letters(schema);
        Approvals(schema);
        schema.CreateTable("letter_book", t => new
        {
            book = t.Column<string>(Types.Text, nullable: false),
            year = t.Column<int>(Types.Int, nullable: false),
            last = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_letter_book", x => new { x.book, x.year }));
        Numbers(schema);
        Handovers(schema);
        schema.CreateTable("letter_check", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            at = t.Column<DateTime>(Types.Time, nullable: false),
            code = t.Column<string>(Types.Text, nullable: true),
            result = t.Column<string>(Types.Text, nullable: false),
            way = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_letter_check", x => x.id));
        schema.CreateIndex("ix_letter_check_code_at", "letter_check", ["code", "at"]);
    }

    private void Letters(MigrationBuilder schema)
    {
        schema.CreateTable("letter", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            book = t.Column<string>(Types.Text, nullable: false),
            case_id = t.Column<Guid>(Types.Id, nullable: false),
            case_number = t.Column<string>(Types.Text, nullable: false),
            classification = t.Column<string>(Types.Text, nullable: false),
            code = t.Column<string>(Types.Text, nullable: true),
            concludes = t.Column<bool>(Types.Bool, nullable: false),
            created_at = t.Column<DateTime>(Types.Time, nullable: false),
            date = t.Column<DateOnly>(Types.Day, nullable: true),
            division = t.Column<string>(Types.Text, nullable: true),
            drafted_by = t.Column<Guid>(Types.Id, nullable: false),
            drafted_by_name = t.Column<string>(Types.Text, nullable: false),
            file_id = t.Column<Guid>(Types.Id, nullable: true),
            fingerprint = t.Column<string>(Types.Text, nullable: true),
            initials = t.Column<string>(Types.Text, nullable: true),
            issued_at = t.Column<DateTime>(Types.Time, nullable: true),
            kind = t.Column<string>(Types.Text, nullable: false),
            number = t.Column<int>(Types.Int, nullable: true),
            number_text = t.Column<string>(Types.Text, nullable: true),
            pdf_sha256 = t.Column<byte[]>(Types.Bytes, nullable: true),
            print_file_id = t.Column<Guid>(Types.Id, nullable: true),
            reason = t.Column<string>(Types.Text, nullable: true),
            round = t.Column<int>(Types.Int, nullable: false),
            sealed_document = t.Column<byte[]>(Types.Bytes, nullable: false),
            secret = t.Column<bool>(Types.Bool, nullable: false),
            signed_at = t.Column<DateTime>(Types.Time, nullable: true),
            signer_name = t.Column<string>(Types.Text, nullable: true),
            signer_title = t.Column<string>(Types.Text, nullable: true),
            state = t.Column<string>(Types.Text, nullable: false),
            superseded_by = t.Column<Guid>(Types.Id, nullable: true),
            supersedes = t.Column<Guid>(Types.Id, nullable: true),
            template_version = t.Column<int>(Types.Int, nullable: false),
            title = t.Column<string>(Types.Text, nullable: false),
            turn = t.Column<string>(Types.Text, nullable: true),
            valid_days = t.Column<int>(Types.Int, nullable: true),
            valid_until = t.Column<DateOnly>(Types.Day, nullable: true),
            version = t.Column<int>(Types.Int, nullable: false),
            way = t.Column<string>(Types.Text, nullable: false),
            year = t.Column<int>(Types.Int, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_letter", x => x.id));
        schema.CreateIndex("ix_letter_code", "letter", ["code"], unique: true);
        schema.CreateIndex("ix_letter_case", "letter", ["case_id"]);
        schema.CreateIndex("ix_letter_sha", "letter", ["pdf_sha256"]);
        schema.CreateIndex("ix_letter_created", "letter", ["created_at", "id"]);
        schema.CreateIndex("ix_letter_turn", "letter", ["turn", "division", "created_at", "id"]);
        schema.CreateIndex("ix_letter_state", "letter", ["state", "created_at", "id"]);
    }

    private void Approvals(MigrationBuilder schema)
    {
        schema.CreateTable("letter_approval", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            action = t.Column<string>(Types.Text, nullable: false),
            at = t.Column<DateTime>(Types.Time, nullable: true),
            by_id = t.Column<Guid>(Types.Id, nullable: true),
            by_name = t.Column<string>(Types.Text, nullable: true),
            letter_id = t.Column<Guid>(Types.Id, nullable: false),
            note = t.Column<string>(Types.Text, nullable: true),
            on_behalf_of = t.Column<string>(Types.Text, nullable: true),
            place = t.Column<int>(Types.Int, nullable: false),
            result = t.Column<string>(Types.Text, nullable: false),
            role = t.Column<string>(Types.Text, nullable: false),
            round = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_letter_approval", x => x.id));
        schema.CreateIndex("ix_letter_approval_letter_id_round_place", "letter_approval", ["letter_id", "round", "place"], unique: true);
    }

    private void Numbers(MigrationBuilder schema)
    {
        schema.CreateTable("letter_numbering", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            book = t.Column<string>(Types.Text, nullable: false),
            letter_id = t.Column<Guid>(Types.Id, nullable: false),
            number = t.Column<int>(Types.Int, nullable: false),
            reason = t.Column<string>(Types.Text, nullable: true),
            state = t.Column<string>(Types.Text, nullable: false),
            taken_at = t.Column<DateTime>(Types.Time, nullable: false),
            text = t.Column<string>(Types.Text, nullable: false),
            year = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_letter_numbering", x => x.id));
        schema.CreateIndex("ix_letter_numbering_book_year_number", "letter_numbering", ["book", "year", "number"], unique: true);
        schema.CreateIndex("ix_letter_numbering_letter_id", "letter_numbering", ["letter_id"], unique: true);
        schema.CreateIndex("ix_letter_numbering_text", "letter_numbering", ["text"], unique: true);
    }

    private void Handovers(MigrationBuilder schema)
    {
        schema.CreateTable("handover", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            at = t.Column<DateTime>(Types.Time, nullable: false),
            by_id = t.Column<Guid>(Types.Id, nullable: false),
            by_name = t.Column<string>(Types.Text, nullable: false),
            identity_check = t.Column<string>(Types.Text, nullable: false),
            letter_id = t.Column<Guid>(Types.Id, nullable: false),
            no_proof = t.Column<string>(Types.Text, nullable: true),
            photo_file_id = t.Column<Guid>(Types.Id, nullable: true),
            recorded_at = t.Column<DateTime>(Types.Time, nullable: false),
            relation = t.Column<string>(Types.Text, nullable: false),
            sealed_receiver = t.Column<byte[]>(Types.Bytes, nullable: false),
            signature_file_id = t.Column<Guid>(Types.Id, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_handover", x => x.id));
        schema.CreateIndex("ix_handover_letter_id", "handover", ["letter_id"], unique: true);
    }
}
