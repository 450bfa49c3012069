namespace Layar.Eligibility.Language;

internal enum TokenKind { Word, Number, Day, Text, Sign, End }

/// <param name="Kind">what it is</param>
/// <param name="Text">folded word, sign, or the text between quotes</param>
/// <param name="Value">of numbers and days</param>
/// <param name="At">first character</param>
/// <param name="Length">in characters</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Value, int At, int Length)
{
    public bool Is(string word) => Kind is TokenKind.Word or TokenKind.Sign && Text == word;
}
