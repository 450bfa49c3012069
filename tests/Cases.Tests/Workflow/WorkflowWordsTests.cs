using Layar.Cases.Contracts;
using Layar.Cases.Tests.Queue;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Workflow;

[Collection(DeskCollection.Name), Trait("Kind", "contract")]
public sealed class WorkflowWordsTests(DeskServer server)
{
    private TextCatalogue Texts => server.Services.GetRequiredService<TextCatalogue>();

    [Fact]
    public void Every_step_and_act_and_role_has_words_in_both_languages()
    {
        var keys = Enum.GetNames<CaseStep>().SelectMany(s => (string[])[$"cases.step.{s}", $"cases.citizen.{s}"])
            .Concat(Enum.GetNames<CaseActKind>().SelectMany(a => (string[])[$"cases.act.{a}", $"cases.did.{a}"]))
            .Concat(Enum.GetNames<PublicStep>().Select(p => $"cases.public.{p}"))
            .Concat(Roles.All.Append(CaseWorkflow.Reporter).Append(CaseWorkflow.System).Select(r => $"cases.role.{r}"));
        Assert.All(keys, key =>
        {
            Assert.True(Texts.In(TextCatalogue.Indonesian).ContainsKey(key), key);
            Assert.True(Texts.In(TextCatalogue.English).ContainsKey(key), key);
        });
    }

    [Fact]
    public void Buttons_are_the_verbs_of_the_contract()
    {
        var verbs = Enum.GetNames<CaseActKind>().Select(a => Texts.Official($"cases.act.{a}")).ToHashSet();
        Assert.All(["Lengkap", "Minta kelengkapan", "Jadwalkan kunjungan", "Simpan hasil kunjungan", "Setujui", "Mengetahui", "Teruskan", "Tetapkan program",
            "Terbitkan surat", "Tandai diserahkan", "Tolak", "Kembalikan", "Rujuk", "Gabungkan", "Pisahkan"], verb => Assert.Contains(verb, verbs));
    }

    [Fact]
    public void The_page_in_docs_is_the_one_that_the_table_writes()
    {
        var file = Path.Combine(Root(), "docs", "workflow.md");
        Assert.Equal(CasesModule.WorkflowDocument(server.Services), File.Exists(file) ? File.ReadAllText(file) : "missing: run layar workflow-doc");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Layar.slnx"))) folder = folder.Parent;
        return folder.FullName;
    }
}
