using Layar.Letters.Composing;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Layar.Ui.Components;

namespace Layar.Letters.Approval;

/// <summary>A page that shows the draft form.</summary>
internal interface IDraftForm
{
    LetterDraft Input { get; }

    LetterKind Kind { get; }

    /// <summary>Nobody is known by name: the drafter writes one.</summary>
    bool NeedsName { get; }

    static IEnumerable<Choice> Ways => Enum.GetValues<SignatureWay>().Select(w => new Choice(w.ToString(), LetterWords.Way(w), LetterWords.Way(w) + ".hint"));
}
