using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;

namespace Layar.Cases.Queue;

internal sealed class AllCasesModel(OfficerQueue queue, ICatalogue catalogue, ICurrentStaff staff, CaseWords words) : CaseListModel(queue, catalogue, staff, words)
{
    public override bool AllCases => true;

    public Task OnGetAsync(CancellationToken stop) => Load(stop);
}
