namespace Layar.Letters.Contracts;

/// <summary>The kinds of letters an office issues. The names stand in QR codes and in stored letters: add, never rename.</summary>
public enum LetterKind
{
    /// <summary>Surat rekomendasi.</summary>
    Recommendation = 1,
    /// <summary>Surat keterangan.</summary>
    Statement = 2,
    /// <summary>Surat tugas.</summary>
    Assignment = 3,
    /// <summary>Tanda terima laporan.</summary>
    Receipt = 4,
    /// <summary>Surat penolakan.</summary>
    Refusal = 5,
}
