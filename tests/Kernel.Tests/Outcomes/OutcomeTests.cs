using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Tests.Outcomes;

[Trait("Kind", "rule")]
public sealed class OutcomeTests
{
    [Fact]
    public void An_outcome_is_done_or_refused()
    {
        Outcome<int> done = 3, refused = new Refusal("x.y", "amount", 7);
        Assert.Equal((3, 0), (done.Match(x => x, _ => 0), refused.Match(x => x, _ => 0)));
        Assert.False(refused.TryGet(out _, out var why));
        Assert.Equal(("x.y", "amount", 7), (why.Code, why.Field, why.Args[0]));
        Assert.True(done.TryGet(out var value, out _));
        Assert.Equal(3, value);
    }

    [Fact]
    public void A_refusal_passes_through_and_can_name_its_field()
    {
        Outcome<int> refused = new Refusal("x.y", null, 7);
        var next = refused.Then<string>(x => x.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("x.y", next.Refusal?.Code);
        Assert.Equal("amount: x.y", next.Refusal?.At("amount").ToString());
    }

    [Fact]
    public void All_faults_of_a_form_are_one_refusal_and_keep_their_order()
    {
        var faults = Refusal.Of(null, new Refusal("a", "A", 1), Refusal.Of(new Refusal("b", "B"), new Refusal("c")));
        Assert.Equal(["A: a", "B: b", "c"], faults!.All.Select(f => f.ToString()));
        Assert.Equal(("a", "A", 1), (faults.Code, faults.Field, faults.Args[0]));
        Assert.Equal(["X: a", "B: b", "c"], faults.At("X").All.Select(f => f.ToString()));
        Assert.Equal(["a"], new Refusal("a").All.Select(f => f.ToString()));
        Assert.Null(Refusal.Of(null, null));
    }

    [Fact]
    public void An_act_without_a_result_is_an_outcome_too()
    {
        Outcome refused = new Refusal("x.y");
        Assert.True(Outcome.Success.IsDone);
        Assert.False(refused.IsDone);
        Assert.Equal("x.y", refused.Match(() => "", why => why.Code));
    }
}
