using Layar.Kernel.Sheets;
using Layar.Kernel.Texts;
using Layar.Planning.Replays.Counting;

namespace Layar.Planning.Replays.Reading;

/// <summary>The figures of the page as a table file; what the page hides is not in it.</summary>
internal sealed class ReplaySheet(ReplayFileModel page, ReplayDesk desk, TextCatalogue texts)
{
    public byte[] Bytes()
    {
        var sheet = new CsvSheet().Row(texts["planning.try.of", page.Name], page.Number is { } number ? texts["planning.version", number] : texts["planning.rule.in-force"], page.Replay.Day.ToString("yyyy-MM-dd"))
            .Row(texts["planning.release"], page.Release);
        if (page.Programme is { } programme) sheet.Row(texts["planning.places"], programme.Places).Row(texts["planning.budget"], programme.Budget?.Rupiah, programme.Budget?.Line, programme.Budget?.Year);
        if (page.CostUnset) sheet.Row(texts["planning.cost"], texts["planning.cost.unset"]);
        Section(sheet, texts["planning.registry"], page.People!);
        Section(sheet, texts["planning.cases", page.Result!.CasesFrom.ToString("yyyy-MM-dd")], page.Cases!);
        return sheet.Bytes();
    }

    private void Section(CsvSheet sheet, string title, ShownSection section)
    {
        var total = section.Total;
        sheet.Row().Row(title, texts["planning.people.count"], texts["planning.eligible"], texts["planning.before"], texts["planning.entered"], texts["planning.left"], texts["planning.unknown"], texts["planning.receiving"], texts["planning.unmet"], texts["planning.units"], texts["planning.cost.low"], texts["planning.cost.high"])
            .Row(texts["planning.everybody"], total.People, Few(total.Eligible), Few(total.Was), Few(total.Entered), Few(total.Left), Few(total.Unknown), Few(total.Receiving), Few(total.Unmet), Few(total.Units), total.CostLow, total.CostHigh);
        Lacking(sheet, section);
        foreach (var facet in Enum.GetValues<Facet>())
        {
            sheet.Row().Row(texts[$"planning.facet.{facet}"]);
            foreach (var group in section.Groups(facet))
            {
                var c = group.Cell;
                sheet.Row(desk.Name(facet, group.Key), c.People, c.Eligible, c.Was, c.Entered, c.Left, c.Unknown, c.Receiving, c.Unmet, c.Units, c.CostLow, c.CostHigh);
            }
        }
    }

    private void Lacking(CsvSheet sheet, ShownSection section)
    {
        if (section.Lacking.Count == 0) return;
        sheet.Row().Row(texts["planning.lacking"], texts["planning.lacking.people"], texts["planning.lacking.only"]);
        foreach (var lacked in section.Lacking) sheet.Row(desk.Name(lacked.Fact, lacked.Choice), Few(lacked.People), Few(lacked.Only));
    }

    private static object Few(int? count) => count is { } shown ? shown : "< 5";
}
