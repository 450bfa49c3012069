using Layar.Catalogue.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Layar.Letters;

/// <summary>Words and colours of kinds, states and stations.</summary>
internal static class LetterWords
{
    public static string Kind(LetterKind kind) => $"letters.kind.{kind.ToString().ToLowerInvariant()}";

    public static string State(LetterState state) => $"letters.state.{state.ToString().ToLowerInvariant()}";

    public static string Way(SignatureWay way) => $"letters.way.{way.ToString().ToLowerInvariant()}";

    public static string Action(ApprovalAction action) => $"letters.action.{action.ToString().ToLowerInvariant()}";

    public static string Done(ApprovalAction action) => $"letters.done.{action.ToString().ToLowerInvariant()}";

    public static string Role(string role) => $"letters.role.{role}";

    public static string Tone(LetterState state) => state switch
    {
        LetterState.Issued or LetterState.HandedOver => "teal",
        LetterState.InApproval or LetterState.Signed => "amber",
        LetterState.Revoked or LetterState.Cancelled => "red",
        LetterState.Superseded => "violet",
        _ => "grey",
    };

    /// <summary>The number, or the kind as long as there is none.</summary>
    public static string Name(TextCatalogue texts, LetterKind kind, string? number) => number is null ? texts[Kind(kind)] : $"{texts[Kind(kind)]} {number}";

    /// <param name="part">the bound part of the page that holds the fields</param>
    public static void Refuse(this ModelStateDictionary state, TextCatalogue texts, Refusal refusal, string? part = null) =>
        state.Show(refusal, one => texts[one.Code, [.. one.Args]], part is null ? null : Refused.Within(part));
}
