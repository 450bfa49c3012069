using System.Xml;

namespace Layar.People.Registry.Reading;

/// <summary>Text of a cell as workbooks write it: pieces of several styles, without the reading aids.</summary>
internal static class CellText
{
    private const int Longest = 200_000;

    public static void Into(SharedTexts texts, XmlReader xml, string file)
    {
        var buffer = new char[4096];
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si") continue;
            var length = Pieces(xml, ref buffer, 0, file);
            texts.Add(buffer.AsSpan(0, length), file);
        }
    }

    /// <summary>All pieces inside the present element; returns where they end.</summary>
    public static int Pieces(XmlReader xml, ref char[] buffer, int at, string file)
    {
        if (xml.IsEmptyElement) return at;
        var (outside, aid) = (xml.Depth, false);
        while (xml.Read() && xml.Depth > outside)
        {
            if (xml.LocalName == "rPh") aid = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (aid || xml.NodeType is not (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)) continue;
            at = Value(xml, ref buffer, at, file);
        }
        return at;
    }

    /// <summary>The value of the present text node; returns where it ends.</summary>
    public static int Value(XmlReader xml, ref char[] buffer, int at, string file)
    {
        var begin = at;
        while (true)
        {
            if (at == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = xml.ReadValueChunk(buffer, at, buffer.Length - at);
            if (read == 0) return at;
            at += read;
            if (at - begin > Longest) throw new ReadingFault("bomb", file);
        }
    }
}
