using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Survey.Migrations;

internal sealed class M202611210060_Survey_Answers : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        Invitations(schema);
        Questions(schema);
        Answers(schema);
        Profiles(schema);
    }

    private void Invitations(MigrationBuilder schema)
    {
        schema.CreateTable("survey_invitation", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            answered_at = t.Column<DateTime>(Types.Time, nullable: true),
            case_id = t.Column<Guid>(Types.Id, nullable: false),
            created_at = t.Column<DateTime>(Types.Time, nullable: false),
            expires_at = t.Column<DateTime>(Types.Time, nullable: false),
            service = t.Column<string>(Types.Text, nullable: true),
            token_index = t.Column<byte[]>(Types.Bytes, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_survey_invitation", x => x.id));
        schema.CreateIndex("ix_survey_invitation_case_id", "survey_invitation", ["case_id"], unique: true);
        schema.CreateIndex("ix_survey_invitation_token_index", "survey_invitation", ["token_index"], unique: true);
        schema.CreateIndex("ix_survey_invitation_created_at", "survey_invitation", ["created_at"]);
    }

    private void Questions(MigrationBuilder schema)
    {
        schema.CreateTable("solved_question", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            answer = t.Column<string>(Types.Text, nullable: true),
            answered_at = t.Column<DateTime>(Types.Time, nullable: true),
            asked_at = t.Column<DateTime>(Types.Time, nullable: false),
            case_id = t.Column<Guid>(Types.Id, nullable: false),
            closing = t.Column<Guid>(Types.Id, nullable: false),
            reopens_until = t.Column<DateTime>(Types.Time, nullable: false),
            round = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_solved_question", x => x.id));
        schema.CreateIndex("ix_solved_question_closing_round", "solved_question", ["closing", "round"], unique: true);
        schema.CreateIndex("ix_solved_question_case_id_asked_at", "solved_question", ["case_id", "asked_at"]);
    }

    private void Answers(MigrationBuilder schema)
    {
        schema.CreateTable("survey_answer", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            behaviour = t.Column<int>(Types.Int, nullable: false),
            comment = t.Column<string>(Types.Text, nullable: true),
            competence = t.Column<int>(Types.Int, nullable: false),
            complaints = t.Column<int>(Types.Int, nullable: false),
            cost = t.Column<int>(Types.Int, nullable: false),
            facilities = t.Column<int>(Types.Int, nullable: false),
            month = t.Column<DateOnly>(Types.Day, nullable: false),
            procedure = t.Column<int>(Types.Int, nullable: false),
            product = t.Column<int>(Types.Int, nullable: false),
            requirements = t.Column<int>(Types.Int, nullable: false),
            service = t.Column<string>(Types.Text, nullable: true),
            time = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_survey_answer", x => x.id));
        schema.CreateIndex("ix_survey_answer_month_id", "survey_answer", ["month", "id"]);
    }

    private void Profiles(MigrationBuilder schema)
    {
        schema.CreateTable("survey_profile", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            age_group = t.Column<string>(Types.Text, nullable: true),
            education = t.Column<string>(Types.Text, nullable: true),
            job = t.Column<string>(Types.Text, nullable: true),
            month = t.Column<DateOnly>(Types.Day, nullable: false),
            sex = t.Column<string>(Types.Text, nullable: true),
        }, constraints: t => t.PrimaryKey("pk_survey_profile", x => x.id));
        schema.CreateIndex("ix_survey_profile_month", "survey_profile", ["month"]);
    }
}
