using System.Globalization;

namespace Layar.Eligibility.Language;

/// <summary>Cuts a rule into words, numbers, days, quoted texts and signs.</summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] Signs = [">=", "<=", "<>", "≥", "≤", "≠", ">", "<", "=", "(", ")", ","];
    private int at;

    public List<Token> Read()
    {
        var tokens = new List<Token>();
        while (true)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF')) at++;
            if (at == text.Length) break;
            tokens.Add(Next());
        }
        tokens.Add(new(TokenKind.End, "", 0, text.Length, 0));
        return tokens;
    }

    private Token Next()
    {
        var c = text[at];
        if (char.IsAsciiLetter(c) || c == '_') return Word();
        if (char.IsAsciiDigit(c)) return Number();
        if (c is '"' or '“' or '”') return Quoted();
        if (c == '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) return Number();
        var sign = Array.Find(Signs, s => string.CompareOrdinal(text, at, s, 0, s.Length) == 0)
            ?? throw Wrong("character", at, char.IsHighSurrogate(c) && at + 1 < text.Length ? 2 : 1, char.IsControl(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : c.ToString());
        var token = new Token(TokenKind.Sign, sign switch { "≥" => ">=", "≤" => "<=", "≠" => "<>", _ => sign }, 0, at, sign.Length);
        at += sign.Length;
        return token;
    }

    private Token Word()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')) at++;
        return new(TokenKind.Word, text[start..at].ToLowerInvariant(), 0, start, at - start);
    }

    /// <summary>A whole number, with points between thousands if somebody likes them, or a day as 2026-02-01.</summary>
    private Token Number()
    {
        var start = at++;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] is '.' or '-' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))) at++;
        var written = text[start..at];
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new(TokenKind.Day, written, day.DayNumber, start, at - start);
        var groups = written.TrimStart('-').Split('.');
        var thousands = groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
        if (thousands && int.TryParse(written.Replace(".", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs((long)number) <= 2_000_000_000)
            return new(TokenKind.Number, written, number, start, at - start);
        throw Wrong(written.Count(c => c == '-') > (written[0] == '-' ? 1 : 0) ? "day" : "number", start, at - start, written);
    }

    private Token Quoted()
    {
        var start = at++;
        while (at < text.Length && text[at] is not ('"' or '“' or '”' or '\n')) at++;
        if (at == text.Length || text[at] == '\n') throw Wrong("open-text", start, at - start, text[start..Math.Min(at, start + 20)]);
        at++;
        return new(TokenKind.Text, text[(start + 1)..(at - 1)], 0, start, at - start);
    }

    private static RuleFault Wrong(string code, int start, int length, string what) => new(code, start, length, what);
}
