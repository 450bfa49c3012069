using System.Text;
using System.Text.RegularExpressions;

namespace Layar.Letters.Templates;

/// <summary>
/// The small language of letter templates: <c>{{name}}</c>, <c>{{name|format}}</c>, <c>{{#if name}}…{{else}}…{{/if}}</c>,
/// <c>{{#each name}}…{{/each}}</c> and <c>{{>part}}</c> for another text of the same letter. No expressions, no code.
/// </summary>
internal sealed partial class TemplateText
{
    private readonly string source;
    private readonly List<Node> nodes;

    private TemplateText(string source, List<Node> nodes) => (this.source, this.nodes) = (source, nodes);

    internal abstract record Node;
    internal sealed record Literal(string Text) : Node;
    internal sealed record Value(string Name, string? Format) : Node;
    internal sealed record Part(string Name) : Node;
    internal sealed record Choice(string Name, List<Node> Then, List<Node> Else) : Node;
    internal sealed record Loop(string Name, List<Node> Body) : Node;

    [GeneratedRegex(@"\{\{(?<tag>[^{}]*)\}\}")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?<op>#if |#each |/if|/each|else|>)?(?<name>[a-z][a-z0-9-]*)?(\|(?<format>[a-z]+))?$")]
    private static partial Regex Shape();

    /// <param name="source">The name of the file, for error messages.</param>
    /// <param name="text">The template.</param>
    public static TemplateText Parse(string source, string text)
    {
        var open = new Stack<(Node? Owner, List<Node> Into)>();
        open.Push((null, []));
        var at = 0;
        foreach (Match match in Tag().Matches(text))
        {
            if (match.Index > at) open.Peek().Into.Add(new Literal(text[at..match.Index]));
            at = match.Index + match.Length;
            Step(source, open, match.Groups["tag"].Value);
        }
        if (at < text.Length) open.Peek().Into.Add(new Literal(text[at..]));
        return open.Count == 1
            ? new(source, open.Peek().Into)
            : throw new TemplateException("template.unclosed", source, $"{open.Peek().Owner}");
    }

    private static void Step(string source, Stack<(Node? Owner, List<Node> Into)> open, string tag)
    {
        var shape = Shape().Match(tag);
        if (!shape.Success) throw new TemplateException("template.tag", source, tag);
        var name = shape.Groups["name"].Value;
        switch (shape.Groups["op"].Value)
        {
            case "#if ":
                var choice = new Choice(name, [], []);
                open.Peek().Into.Add(choice);
                open.Push((choice, choice.Then));
                break;
            case "#each ":
                var loop = new Loop(name, []);
                open.Peek().Into.Add(loop);
                open.Push((loop, loop.Body));
                break;
            case "else" when open.Peek().Owner is Choice half && name.Length == 0:
                open.Pop();
                open.Push((half, half.Else));
                break;
            case "/if" when open.Peek().Owner is Choice:
            case "/each" when open.Peek().Owner is Loop:
                open.Pop();
                break;
            case ">":
                open.Peek().Into.Add(new Part(name));
                break;
            case "" when name.Length > 0:
                open.Peek().Into.Add(new Value(name, shape.Groups["format"] is { Success: true } format ? format.Value : null));
                break;
            default:
                throw new TemplateException("template.tag", source, tag);
        }
    }

    public string Render(TemplateScope scope)
    {
        var output = new StringBuilder();
        Write(nodes, scope, output);
        return output.ToString();
    }

    /// <summary>Every name the text asks for, so that a file can be checked when it is read.</summary>
    public IEnumerable<string> Names() => Names(nodes);

    private static IEnumerable<string> Names(List<Node> list) => list.SelectMany(node => node switch
    {
        Value value => [value.Name],
        Part part => [part.Name],
        Choice choice => [choice.Name, .. Names(choice.Then), .. Names(choice.Else)],
        Loop loop => [loop.Name, .. Names(loop.Body)],
        _ => Enumerable.Empty<string>(),
    });

    private void Write(List<Node> list, TemplateScope scope, StringBuilder output)
    {
        foreach (var node in list)
            switch (node)
            {
                case Literal literal: output.Append(literal.Text); break;
                case Value value: output.Append(TemplateValue.Encode(TemplateValue.Format(Needed(value.Name, scope), value.Format, source, value.Name))); break;
                case Part part: output.Append(scope.Part(part.Name, source)); break;
                case Choice choice: Write(scope.Holds(choice.Name, source) ? choice.Then : choice.Else, scope, output); break;
                case Loop loop:
                    foreach (var item in scope.Items(loop.Name, source)) Write(loop.Body, item, output);
                    break;
            }
    }

    private string Needed(string name, TemplateScope scope) =>
        scope.Text(name, source) is { Length: > 0 } text ? text : throw new TemplateException("template.missing", source, name);
}
