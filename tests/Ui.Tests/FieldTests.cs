using System.Text.Encodings.Web;
using AngleSharp.Dom;
using Layar.Ui.Components;

namespace Layar.Ui.Tests;

[Trait("Kind", "page")]
public sealed class FieldTests
{
    private readonly Rendering rendering = new();
    private static readonly Choice[] Floors = [new("Tile", "Keramik"), new("Wood", "Kayu", "Papan", "home"), new("Soil", "Tanah")];

    public static TheoryData<string> Kinds => new("text", "area", "select", "number", "date", "file");

    [Theory, MemberData(nameof(Kinds))]
    public void Every_field_has_a_label_a_hint_and_an_error_tied_to_its_control(string kind)
    {
        rendering.Typed("Input.Name", "x", "Tulis nama lengkap");
        var page = rendering.Page(Make(kind));
        var control = page.QuerySelector("#Input_Name")!;
        Assert.Equal("Input.Name", control.GetAttribute("name"));
        Assert.Equal("Input_Name-hint Input_Name-error", control.GetAttribute("aria-describedby"));
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Equal("Nama", page.QuerySelector("label.field-label[for=Input_Name]")!.TextContent);
        Assert.Equal("Seperti di KTP", page.QuerySelector("#Input_Name-hint")!.TextContent);
        Assert.Equal("Galat: Tulis nama lengkap", page.QuerySelector("#Input_Name-error")!.TextContent);
        Assert.Null(page.QuerySelector("[required]"));
    }

    [Fact]
    public void A_right_field_says_nothing_about_errors()
    {
        var page = rendering.Page(new FieldText(Rendering.Texts) { Name = "Name", Label = "Nama" });
        var input = page.QuerySelector("input")!;
        Assert.False(input.HasAttribute("aria-describedby"));
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public void Script_in_a_value_a_label_or_an_error_is_only_text()
    {
        const string evil = "\"><script>alert(1)</script>";
        rendering.Typed("Name", evil, evil);
        foreach (Field field in (Field[])[new FieldText(Rendering.Texts), new FieldArea(Rendering.Texts), new FieldDate(Rendering.Texts)])
        {
            field.Name = "Name";
            field.Label = field.Hint = evil;
            var page = rendering.Page(field);
            Assert.Null(page.QuerySelector("script"));
            Assert.Contains(evil, page.QuerySelector("label")!.TextContent);
        }
    }

    [Fact]
    public void What_was_typed_comes_back_before_what_is_stored()
    {
        rendering.Typed("Name", "Aminah");
        var page = rendering.Page(new FieldText(Rendering.Texts) { For = rendering.For("Name", "Hasan"), Label = "Nama" });
        Assert.Equal("Aminah", page.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public void A_password_never_comes_back()
    {
        rendering.Typed("Secret", "rahasia");
        Assert.DoesNotContain("rahasia", rendering.Html(new FieldText(Rendering.Texts) { Name = "Secret", Type = "password" }));
    }

    [Fact]
    public void Other_attributes_reach_the_control_but_required_does_not()
    {
        var page = rendering.Page(new FieldText(Rendering.Texts) { Name = "Phone", Type = "tel" }, "",
            ("autocomplete", "tel"), ("maxlength", "20"), ("required", "required"));
        var input = page.QuerySelector("input")!;
        Assert.Equal(("tel", "20", false), (input.GetAttribute("autocomplete"), input.GetAttribute("maxlength"), input.HasAttribute("required")));
    }

    [Fact]
    public void A_choice_is_a_fieldset_whose_legend_can_be_the_heading()
    {
        var page = rendering.Page(new FieldChoice(Rendering.Texts) { For = rendering.For("Floor", "Wood"), Label = "Lantai", Items = Floors, AsHeading = true });
        Assert.Equal("Lantai", page.QuerySelector("fieldset > legend > h1")!.TextContent);
        Assert.Equal("Wood", page.QuerySelector("input[type=radio][checked]")!.GetAttribute("value"));
        Assert.Equal("Floor", page.QuerySelector("input")!.Id);
        Assert.All(page.QuerySelectorAll("input"), i => Assert.NotNull(page.QuerySelector($"label[for='{i.Id}']")));
    }

    [Fact]
    public void Checks_keep_every_answer_that_was_ticked()
    {
        rendering.State.SetModelValue("Floors", new[] { "Tile", "Soil" }, "Tile,Soil");
        var page = rendering.Page(new FieldChecks(Rendering.Texts) { Name = "Floors", Label = "Lantai", Items = Floors });
        Assert.Equal(["Tile", "Soil"], page.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public void A_list_groups_its_options_and_marks_the_chosen_one()
    {
        Choice[] villages = [new("1", "Tabuan", Group: "Halong"), new("2", "Mihu", Group: "Juai")];
        var page = rendering.Page(new FieldSelect(Rendering.Texts) { Name = "Village", Value = "2", Items = villages });
        Assert.Equal("Juai", page.QuerySelector("option[selected]")!.ParentElement!.GetAttribute("label"));
    }

    [Theory]
    [InlineData("24/11/2026", "date", "2026-11-24")]
    [InlineData("2026-11-24", "date", "2026-11-24")]
    [InlineData("kemarin", "text", "kemarin")]
    public void A_day_is_shown_as_the_box_needs_it_and_never_lost(string typed, string type, string shown)
    {
        rendering.Typed("Born", typed);
        var input = rendering.Page(new FieldDate(Rendering.Texts) { Name = "Born" }).QuerySelector("input")!;
        Assert.Equal((type, shown), (input.GetAttribute("type"), input.GetAttribute("value")));
    }

    [Fact]
    public void The_summary_leads_to_each_wrong_field_in_the_same_words()
    {
        rendering.Typed("Input.Name", "", "Tulis nama lengkap").Typed("Phone", "");
        rendering.State.AddModelError("", "Kode tidak cocok");
        var page = rendering.Page(new ErrorSummary(Rendering.Texts) { ViewContext = rendering.View });
        var box = page.QuerySelector("[role=alert][tabindex='-1'][autofocus]")!;
        Assert.Equal("Ada masalah", box.QuerySelector("h2")!.TextContent);
        var link = Assert.Single(box.QuerySelectorAll("a"));
        Assert.Equal(("#Input_Name", "Tulis nama lengkap"), (link.GetAttribute("href"), link.TextContent));
        Assert.Contains("Kode tidak cocok", box.TextContent);
    }

    [Fact]
    public void The_summary_names_the_faults_in_the_order_of_the_fields_on_the_page()
    {
        rendering.Typed("Third", "", "Salah tiga").Typed("Beside", "", "Salah lain").Typed("First", "", "Salah satu").Typed("Second", "", "Salah dua");
        rendering.State.AddModelError("", "Kode tidak cocok");
        string[] fields = ["First", "Second", "Third"];
        var page = rendering.Page(new ErrorSummary(Rendering.Texts) { ViewContext = rendering.View }, [.. fields.Select(name => new FieldText(Rendering.Texts) { Name = name, Label = name })]);
        Assert.Equal(["Kode tidak cocok", "Salah satu", "Salah dua", "Salah tiga", "Salah lain"], page.QuerySelectorAll(".errors li").Select(l => l.TextContent));
    }

    [Fact]
    public void Without_errors_there_is_no_summary() =>
        Assert.Equal("", rendering.Html(new ErrorSummary(Rendering.Texts) { ViewContext = rendering.View }));

    [Theory]
    [InlineData("text")]
    [InlineData("select")]
    [InlineData("area")]
    public void A_field_is_the_same_with_a_tag_and_without(string kind)
    {
        rendering.Typed("Input.Name", "<b>", "Wajib diisi");
        using var without = new StringWriter();
        Make(kind).On(rendering.View).WriteTo(without, HtmlEncoder.Default);
        Assert.Equal(rendering.Html(Make(kind)), without.ToString());
    }

    private static Field Make(string kind)
    {
        Field field = kind switch
        {
            "area" => new FieldArea(Rendering.Texts),
            "select" => new FieldSelect(Rendering.Texts) { Items = Floors },
            "number" => new FieldNumber(Rendering.Texts),
            "date" => new FieldDate(Rendering.Texts),
            "file" => new FieldFile(Rendering.Texts),
            _ => new FieldText(Rendering.Texts),
        };
        (field.Name, field.Label, field.Hint) = ("Input.Name", "Nama", "Seperti di KTP");
        return field;
    }
}
