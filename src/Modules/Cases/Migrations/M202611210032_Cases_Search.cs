using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Cases.Migrations;

/// <summary>The word index: FTS5 on SQLite, tsvector with GIN on PostgreSQL, and the vocabulary that forgives a slip.</summary>
internal sealed class M202611210032_Cases_Search : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("search_row", t => new
        {
            row = t.Column<long>(Types.Long, nullable: false),
            case_id = t.Column<Guid>(Types.Id, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_search_row", x => x.row));
        schema.CreateIndex("ix_search_row_case_id", "search_row", ["case_id"], unique: true);
        schema.CreateTable("search_word", t => new
        {
            word = t.Column<string>(Types.Text, nullable: false),
            count = t.Column<int>(Types.Int, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_search_word", x => x.word));
        schema.CreateTable("search_key", t => new
        {
            key = t.Column<string>(Types.Text, nullable: false),
            word = t.Column<string>(Types.Text, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_search_key", x => new { x.key, x.word }));
        if (IsSqlite)
        {
            schema.Sql("CREATE VIRTUAL TABLE case_search USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii')");
            return;
        }
        schema.Sql("CREATE TABLE case_search (row bigint NOT NULL CONSTRAINT pk_case_search PRIMARY KEY, words tsvector NOT NULL)");
        schema.Sql("CREATE INDEX ix_case_search_words ON case_search USING gin (words)");
    }
}
