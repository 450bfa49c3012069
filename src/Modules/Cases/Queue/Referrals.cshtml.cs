using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Ui.Components;

namespace Layar.Cases.Queue;

/// <summary>Cases that other agencies have in hand: those whose answer is awaited, by due time, and those answered. An agency sees its own.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.Agency, Roles.Auditor)]
internal sealed class ReferralsModel(OfficerQueue queue, QueueCounting counting, ICatalogue catalogue, ICurrentStaff staff, CaseWords words)
    : CaseListModel(queue, catalogue, staff, words)
{
    public static readonly IReadOnlyList<string> Followers = StaffPageAttribute.Of<ReferralsModel>();

    public override bool AllCases => false;

    public override bool NarrowsBySource => false;

    public override string Path => "/petugas/rujukan";

    public QueueCounts Counts { get; private set; } = QueueCounts.None;

    /// <summary>Somebody of an agency sees that agency only and has nothing to choose.</summary>
    public bool Theirs => Member.Has(Roles.Agency) && !Member.HasAny(Followers.Where(r => r != Roles.Agency));

    public override IEnumerable<Choice> Agencies => Theirs ? [] : Catalogue.Agencies.Select(a => new Choice(a.Code, a.Name.ToString())).OrderBy(a => a.Text, StringComparer.CurrentCulture);

    protected override QueueFilter Asked() => QueueFilter.Read(Request.Query, QueueViews.OfReferrals);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Counts = await counting.For(Member, stop);
        await Load(stop);
    }
}
