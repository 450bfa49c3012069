using System.Globalization;
using System.Text;

namespace Layar.Letters.Sealing;

/// <summary>
/// Adds the office's signature as an incremental update: a certifying signature (DocMDP 1, no change allowed after it)
/// of PAdES baseline B. What WeasyPrint wrote stays byte for byte.
/// </summary>
internal static class PdfSealer
{
    /// <summary>Room for the CMS; ours needs about 1,200 bytes.</summary>
    private const int Room = 3072;
    private const int RangeWidth = 48;

    public static byte[] Seal(byte[] pdf, OfficeKey key, SealDetails details)
    {
        var file = PdfFile.Read(pdf);
        var catalog = file.Reference(file.Trailer, "Root");
        if (file.Object(catalog).ContainsKey("AcroForm")) throw new InvalidOperationException("This file is sealed already.");
        var page = file.FirstPage();
        if (file.Object(page).ContainsKey("Annots")) throw new InvalidOperationException("A letter holds no links or notes.");
        var (seal, field) = (file.Size, file.Size + 1);

        var update = new Update(pdf);
        update.Object(catalog, $"{file.Reopened(catalog)}/AcroForm<</Fields[{field} 0 R]/SigFlags 3>>/Perms<</DocMDP {seal} 0 R>>>>");
        update.Object(page, $"{file.Reopened(page)}/Annots[{field} 0 R]>>");
        var open = update.Object(seal, Signature(details));
        update.Object(field, $"<</Type/Annot/Subtype/Widget/FT/Sig/T(Segel)/Rect[0 0 0 0]/F 132/P {page} 0 R/V {seal} 0 R>>");
        return Sign(update.Close(file, catalog), open, key);
    }

    private static string Signature(SealDetails details) => string.Create(CultureInfo.InvariantCulture,
        $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange{new string(' ', RangeWidth)}/Contents<{new string('0', Room * 2)}>/M(D:{details.SignedAtUtc:yyyyMMddHHmmss}Z)/Name{Text(details.Signer)}/Reason{Text(details.Reason)}/Location{Text(details.Location)}/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]>>");

    private static byte[] Sign(byte[] whole, int from, OfficeKey key)
    {
        var range = from + whole.AsSpan(from).IndexOf("/ByteRange"u8) + "/ByteRange".Length;
        var gap = from + whole.AsSpan(from).IndexOf("/Contents<"u8) + "/Contents".Length;
        var after = gap + Room * 2 + 2;
        var text = string.Create(CultureInfo.InvariantCulture, $"[0 {gap} {after} {whole.Length - after}]");
        Encoding.ASCII.GetBytes(text.PadRight(RangeWidth), whole.AsSpan(range));
        var cms = SealCms.Sign([.. whole.AsSpan(0, gap), .. whole.AsSpan(after)], key);
        if (cms.Length > Room) throw new InvalidOperationException("The signature is longer than its room.");
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(cms), whole.AsSpan(gap + 1));
        return whole;
    }

    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private sealed class Update
    {
        private readonly MemoryStream output = new();
        private readonly SortedDictionary<int, long> offsets = [];

        public Update(byte[] pdf)
        {
            output.Write(pdf);
            if (pdf[^1] != '\n') output.WriteByte((byte)'\n');
        }

        public int Object(int number, string content)
        {
            offsets[number] = output.Position;
            Write($"{number} 0 obj\n{content}\nendobj\n");
            return (int)offsets[number];
        }

        public byte[] Close(PdfFile file, int catalog)
        {
            var table = output.Position;
            Write("xref\n");
            foreach (var (number, offset) in offsets) Write($"{number} 1\n{offset:0000000000} 00000 n \n");
            var info = file.Trailer.ContainsKey("Info") ? $"/Info {file.Raw(file.Trailer, "Info")}" : "";
            var id = file.Trailer.ContainsKey("ID") ? $"/ID{file.Raw(file.Trailer, "ID")}" : "";
            Write($"trailer\n<</Size {file.Size + 2}/Root {catalog} 0 R{info}{id}/Prev {file.StartOfXref}>>\nstartxref\n{table}\n%%EOF\n");
            return output.ToArray();
        }

        private void Write(FormattableString text) => output.Write(Encoding.Latin1.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
        private void Write(string text) => output.Write(Encoding.Latin1.GetBytes(text));
    }
}
