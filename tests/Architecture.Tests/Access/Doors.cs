using Layar.Identity.Contracts;

namespace Layar.Architecture.Tests.Access;

/// <summary>One address of the application.</summary>
/// <param name="Pattern">as the route is written</param>
/// <param name="Who">roles that come in at the sample; empty when nobody does</param>
/// <param name="Sample">an address of this pattern; <c>{kasus}</c> and the like stand for what <see cref="AccessHouse"/> made</param>
internal sealed record Door(string Pattern, IReadOnlyList<string> Who, string Sample);

/// <summary>
/// Who may open what, written by hand and compared with the application as it runs. An address that is not here fails the
/// test. An ordinary case in Tabuan without a division is the sample: an agency, a driver and a companion do not see it. A visit
/// is filled by the supervisor and by whom it sends; letters not yet signed have no file to give out.
/// </summary>
internal static class Doors
{
    private const string Sees = "operator frontoffice supervisor manajer kadis kabid kasi sekretaris puskesos tksk callcenter auditor dpo";

    private static readonly Dictionary<string, string> Groups = new()
    {
        ["@all"] = string.Join(' ', Roles.All),
        ["@cases"] = Sees + " pendamping sopir skpd",
        ["@sees"] = Sees,
        ["@letters"] = "operator frontoffice supervisor manajer kadis kabid kasi sekretaris auditor",
        ["@takes"] = "operator callcenter frontoffice puskesos tksk",
    };

    /// <summary>Pattern, roles, sample.</summary>
    private const string Staff = """
        petugas                                            | @all                                                    | /petugas
        petugas/tidak-berhak                               |                                                         | /petugas/tidak-berhak
        petugas/antrean/{handler?}                         | @cases                                                  | /petugas/antrean
        petugas/kasus/{handler:regex(^unduh$)?}            | @cases                                                  | /petugas/kasus
        petugas/rujukan/{handler:regex(^unduh$)?}          | operator supervisor manajer kadis kabid skpd auditor    | /petugas/rujukan
        petugas/pelindungan                                | dpo admin auditor                                       | /petugas/pelindungan
        petugas/pelindungan/kebocoran                      | dpo admin                                               | /petugas/pelindungan/kebocoran
        petugas/cari                                       | @cases                                                  | /petugas/cari?q=nenek
        petugas/kunjungan                                  | supervisor tksk pendamping                              | /petugas/kunjungan
        petugas/lapangan                                   | supervisor tksk pendamping sopir                        | /petugas/lapangan
        /petugas/lapangan/foto                             | supervisor tksk pendamping                              | /petugas/lapangan/foto
        /petugas/lapangan/bawaan                           | supervisor tksk pendamping                              | /petugas/lapangan/bawaan
        /petugas/lapangan/hasil                            | supervisor tksk pendamping                              | /petugas/lapangan/hasil
        petugas/kasus/{nomor}                              | @sees                                                   | /petugas/kasus/{kasus}
        petugas/kasus/{nomor}/{tindakan}                   | operator frontoffice supervisor manajer kadis kabid kasi sekretaris puskesos tksk callcenter | /petugas/kasus/{kasus}/catatan
        petugas/kasus/{nomor}/program-mungkin              | @sees                                                   | /petugas/kasus/{kasus}/program-mungkin
        petugas/kasus/{nomor}/data                         | operator supervisor manajer                             | /petugas/kasus/{kasus}/data
        petugas/kasus/{nomor}/gabung                       | operator supervisor manajer                             | /petugas/kasus/{kasus}/gabung
        petugas/kasus/{nomor}/periksa                      | @sees                                                   | /petugas/kasus/{kasus}/periksa
        petugas/kasus/{nomor}/pertanyaan                   | operator frontoffice supervisor manajer kadis callcenter auditor dpo | /petugas/kasus/{kasus}/pertanyaan
        petugas/kasus/{nomor}/tanya                        | operator supervisor manajer kabid                       | /petugas/kasus/{kasus}/tanya
        petugas/kasus/{nomor}/berkas/{id:guid}             | @sees                                                   | /petugas/kasus/{berkas}
        petugas/kasus/{nomor}/kunjungan                    | operator supervisor manajer kadis tksk                  | /petugas/kasus/{kunjungan}/kunjungan
        petugas/kasus/{nomor}/kunjungan/isi                | supervisor                                              | /petugas/kasus/{kunjungan}/kunjungan/isi
        petugas/kasus/{nomor}/kunjungan/riwayat            | supervisor manajer kadis tksk                           | /petugas/kasus/{kunjungan}/kunjungan/riwayat
        petugas/kasus/{nomor}/kunjungan/ringkasan          | supervisor                                              | /petugas/kasus/{kunjungan}/kunjungan/ringkasan
        petugas/kasus/{nomor}/surat                        | operator manajer kabid kasi                             | /petugas/kasus/{bersurat}/surat
        petugas/kasus/{nomor}/surat-registri               | operator manajer kabid kasi                             | /petugas/kasus/{kasus}/surat-registri
        petugas/kasus/{nomor}/serahkan                     | frontoffice                                             | /petugas/kasus/{siap}/serahkan
        petugas/kasus/{nomor}/tanda-terima                 | operator frontoffice callcenter puskesos                | /petugas/kasus/{kasus}/tanda-terima
        petugas/surat                                      | @letters                                                | /petugas/surat
        petugas/surat/{id:guid}                            | @letters                                                | /petugas/surat/{surat}
        petugas/surat/{id:guid}/ubah                       | operator manajer kabid kasi                             | /petugas/surat/{surat}/ubah
        /petugas/surat/{id:guid}/pratinjau                 | @letters callcenter puskesos                            | /petugas/surat/{surat}/pratinjau
        /petugas/surat/{id:guid}/berkas                    |                                                         | /petugas/surat/{surat}/berkas
        /petugas/surat/{id:guid}/cetak                     |                                                         | /petugas/surat/{surat}/cetak
        /petugas/surat/{id:guid}/serah-terima/foto         |                                                         | /petugas/surat/{surat}/serah-terima/foto
        /petugas/surat/{id:guid}/serah-terima/tanda-tangan |                                                         | /petugas/surat/{surat}/serah-terima/tanda-tangan
        /petugas/berkas/{id:guid}                          |                                                         | /petugas/berkas/{tidak-ada}
        /petugas/suara/{id:guid}                           |                                                         | /petugas/suara/{tidak-ada}
        petugas/suara/{id:guid}/tulis                      | operator callcenter frontoffice supervisor manajer puskesos tksk | /petugas/suara/{suara}/tulis
        petugas/kontak-pelapor/{id:guid}                   | operator callcenter frontoffice supervisor manajer kadis puskesos tksk | /petugas/kontak-pelapor/{laporan}
        petugas/poster                                     | operator frontoffice supervisor puskesos tksk admin     | /petugas/poster
        petugas/lapor                                      | @takes                                                  | /petugas/lapor
        petugas/lapor/bukti/{id:guid}                      | operator                                                | /petugas/lapor/bukti/{dicatat}
        petugas/kasus/{nomor}/orang                        | operator supervisor manajer                             | /petugas/kasus/{kasus}/orang
        petugas/warga                                      | @sees                                                   | /petugas/warga
        petugas/warga/baru                                 | operator frontoffice supervisor manajer puskesos tksk   | /petugas/warga/baru
        petugas/warga/ganda                                | operator supervisor manajer                             | /petugas/warga/ganda
        petugas/warga/{id:guid}                            | @sees                                                   | /petugas/warga/{orang}
        petugas/warga/{id:guid}/data                       | operator frontoffice supervisor manajer puskesos tksk   | /petugas/warga/{orang}/data
        petugas/warga/{id:guid}/jenis                      | operator frontoffice supervisor manajer puskesos tksk   | /petugas/warga/{orang}/jenis
        petugas/warga/{id:guid}/keluarga                   | operator frontoffice supervisor manajer puskesos tksk   | /petugas/warga/{orang}/keluarga
        petugas/warga/{id:guid}/program                    | operator frontoffice supervisor manajer puskesos tksk   | /petugas/warga/{orang}/program
        petugas/warga/{id:guid}/salinan                    | dpo manajer                                             | /petugas/warga/{orang}/salinan
        petugas/warga/{id:guid}/foto                       | operator supervisor manajer kadis puskesos tksk         | /petugas/warga/{orang}/foto
        /petugas/warga/{id:guid}/foto/{foto:guid}          |                                                         | /petugas/warga/{orang}/foto/{tidak-ada}
        petugas/warga/{id:guid}/banding/{lain:guid}        | operator supervisor manajer                             | /petugas/warga/{orang}/banding/{orang-lain}
        petugas/warga/{id:guid}/pisahkan/{pasangan:guid}   |                                                         | /petugas/warga/{orang}/pisahkan/{tidak-ada}
        petugas/program                                    | @cases perencana admin                                  | /petugas/program
        petugas/program/{kode}                             | @cases perencana admin                                  | /petugas/program/pkh
        petugas/program/baru                               | perencana admin                                         | /petugas/program/baru
        petugas/program/{kode}/ubah                        | perencana admin                                         | /petugas/program/pkh/ubah
        petugas/program/{kode}/versi                       | @cases perencana admin                                  | /petugas/program/pkh/versi
        petugas/program/versi/{id:guid}                    | @cases perencana admin                                  | /petugas/program/versi/{versi}
        petugas/angka                                      | @cases perencana admin                                  | /petugas/angka
        petugas/angka/{jenis}/{kode}                       | @cases perencana admin                                  | /petugas/angka/aturan/desil_pkh
        petugas/program/coba                               | perencana admin kadis manajer kabid                     | /petugas/program/coba
        petugas/program/coba/{id:guid}                     | perencana admin kadis manajer kabid sekretaris auditor  | /petugas/program/coba/{uji}
        petugas/program/coba/{id:guid}/orang               | supervisor manajer kadis kabid sekretaris               | /petugas/program/coba/{uji}/orang
        petugas/program/versi/{id:guid}/ubah               | perencana admin                                         | /petugas/program/versi/{versi}/ubah
        petugas/analisis                                   | manajer kadis kabid sekretaris perencana auditor        | /petugas/analisis
        petugas/warga/registri                             | perencana admin                                         | /petugas/warga/registri
        petugas/warga/registri/unggah                      | perencana admin                                         | /petugas/warga/registri/unggah
        petugas/warga/registri/{id:guid}                   | perencana admin                                         | /petugas/warga/registri/{rilis}
        petugas/warga/registri/{id:guid}/kolom             | perencana admin                                         | /petugas/warga/registri/{rilis}/kolom
        petugas/warga/verval                               | operator supervisor manajer kadis puskesos tksk perencana admin auditor | /petugas/warga/verval
        petugas/warga/verval/buka                          | perencana admin                                         | /petugas/warga/verval/buka
        petugas/warga/verval/{putaran:guid}                | operator supervisor manajer kadis puskesos tksk perencana admin auditor | /petugas/warga/verval/{putaran}
        petugas/warga/verval/{putaran:guid}/desa/{desa}    | operator supervisor manajer puskesos tksk               | /petugas/warga/verval/{putaran}/desa/63.11.02.2004
        petugas/warga/verval/{putaran:guid}/desa/{desa}/cetak | operator supervisor manajer puskesos tksk               | /petugas/warga/verval/{putaran}/desa/63.11.02.2004/cetak
        petugas/warga/verval/{putaran:guid}/desa/{desa}/musdes | operator supervisor manajer puskesos tksk               | /petugas/warga/verval/{putaran}/desa/63.11.02.2004/musdes
        petugas/warga/verval/{putaran:guid}/cek/{baris:guid} | operator supervisor manajer puskesos tksk               | /petugas/warga/verval/{putaran}/cek/{baris}
        petugas/warga/verval/{putaran:guid}/cek/{baris:guid}/orang/{orang:guid} | operator supervisor manajer puskesos tksk               | /petugas/warga/verval/{putaran}/cek/{baris}/orang/{anggota}
        petugas/warga/verval/{putaran:guid}/usul           | operator supervisor puskesos tksk                       | /petugas/warga/verval/{putaran}/usul?desa=63.11.02.2004
        petugas/warga/verval/{putaran:guid}/usulan         | operator supervisor manajer puskesos tksk perencana admin | /petugas/warga/verval/{putaran}/usulan
        petugas/warga/verval/{putaran:guid}/usulan/{id:guid} | operator supervisor manajer puskesos tksk perencana admin | /petugas/warga/verval/{putaran}/usulan/{usulan}
        petugas/survei                                     | manajer kadis perencana sekretaris auditor              | /petugas/survei
        petugas/pengaturan                                 | @all                                                    | /petugas/pengaturan
        petugas/pengaturan/kode                            | @all                                                    | /petugas/pengaturan/kode
        petugas/pengaturan/kunci                           | @all                                                    | /petugas/pengaturan/kunci
        petugas/pengaturan/sandi                           | @all                                                    | /petugas/pengaturan/sandi
        petugas/pengaturan/sesi                            | @all                                                    | /petugas/pengaturan/sesi
        petugas/pengaturan/pegawai                         | admin                                                   | /petugas/pengaturan/pegawai
        petugas/pengaturan/pegawai/baru                    | admin                                                   | /petugas/pengaturan/pegawai/baru
        petugas/pengaturan/pegawai/{id:guid}               | admin                                                   | /petugas/pengaturan/pegawai/{akun}
        petugas/pengaturan/pegawai/{id:guid}/tugas         | admin                                                   | /petugas/pengaturan/pegawai/{akun}/tugas
        """;

    /// <summary>Open to everybody; what they show is decided by a secret in the address or by a PIN, not by a role.</summary>
    private const string Public = """
        | cek-bantuan | cek-bantuan/hasil | cuaca | privasi | kinerja | info/{layanan} | layanan/{ubin} | galat/{code:int} | masuk | masuk/kode | keluar | v | v/{kode}
        l/{rahasia} | lacak | lacak/laporan | survei/{token} | survei/terima-kasih
        lapor | lapor/{layanan} | lapor/darurat | lapor/untuk | lapor/masalah | lapor/foto | lapor/lokasi | lapor/cerita | lapor/orang | lapor/kontak | lapor/periksa | lapor/terkirim
        /keluar-cepat | /sw.js | /app.webmanifest | /lapor/bagikan | lapor/di-hp | lapor/di-hp/laci | lapangan | /lapangan/hp/{id:guid} | /.well-known/layar-keys.json | /.well-known/assetlinks.json | /health/live | /health/ready | /metrics
        /unggah | /unggah/{alamat} | /api/laporan | /api/laporan/{code} | /api/layanan | /api/wilayah | /api/{documentName}.json
        """;

    public static IReadOnlyList<Door> OfStaff { get; } =
        [.. Staff.Split('\n').Select(line => line.Split(" | ")).Select(cells => new Door(cells[0].Trim(), Named(cells[1]), cells[2].Trim()))];

    public static IReadOnlySet<string> OfEverybody { get; } = Public.Split(['\n', '|']).Select(p => p.Trim()).ToHashSet();

    private static IReadOnlyList<string> Named(string cell) =>
        [.. cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Groups.TryGetValue(word, out var group) ? group.Split(' ') : [word])];
}
