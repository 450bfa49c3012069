"""Prints letters: reads frames from stdin, writes frames to stdout, one page of HTML in, one PDF out.

A frame is four bytes of length (big endian) and the content. A request is JSON with html and identifier; an answer
starts with one byte: 0 a PDF follows, 1 a message follows. The first answer, after a warm-up, is the version.
"""
import json
import logging
import os
import resource
import struct
import sys

limit = int(sys.argv[1]) * 1024 * 1024
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

try:
    import weasyprint
    from weasyprint.pdf import VARIANTS, pdfa, pdfua
    from weasyprint.text.fonts import FontConfiguration
except ImportError:
    sys.exit(3)

logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
frames_in = sys.stdin.buffer
frames_out = os.fdopen(os.dup(1), "wb")
os.dup2(2, 1)  # nothing that prints by accident may break a frame
fonts = FontConfiguration()


def tagged_archive(pdf, metadata, document, streams):
    # WeasyPrint offers PDF/A or tags; a letter needs both. The metadata of PDF/A is the one that stays.
    pdfua.pdfua(pdf, metadata, document, streams)
    pdfa.pdfa(pdf, metadata, document, streams, version=3)


pdfua.add_metadata = lambda *_, **__: None
VARIANTS["letter"] = (tagged_archive, {"version": "1.7", "mark": True})


def only_data(url, *args, **kwargs):
    if not url.startswith("data:"):
        raise ValueError("letters fetch nothing: " + url[:80])
    return weasyprint.default_url_fetcher(url, *args, **kwargs)


def layout(html):
    return weasyprint.HTML(string=html, base_url=None, url_fetcher=only_data).render(font_config=fonts)


def pdf_of(html, identifier):
    # What does not stay on one page is set closer; what still does not gets numbered pages.
    for pages in ("one", "dense", "many"):
        document = layout(html.replace('<body data-pages="one">', f'<body data-pages="{pages}">', 1))
        if len(document.pages) == 1:
            break
    return document.write_pdf(variant="letter", identifier=identifier.encode("ascii"), custom_metadata=True)


def exactly(count):
    data = frames_in.read(count)
    if len(data) < count:
        sys.exit(0)
    return data


def answer(status, content):
    frames_out.write(struct.pack(">IB", len(content) + 1, status))
    frames_out.write(content)
    frames_out.flush()


def main():
    pdf_of('<html lang="id"><title>-</title><body style="font-family: Noto Serif">Surat <b>tugas</b>'
           '<p style="font-family: Liberation Sans">NIP <b>1</b></p></body></html>', "0")
    answer(0, weasyprint.__version__.encode())
    while True:
        request = json.loads(exactly(struct.unpack(">I", exactly(4))[0]))
        try:
            answer(0, pdf_of(request["html"], request["identifier"]))
        except (MemoryError, RecursionError):
            sys.exit(4)
        except BrokenPipeError:
            sys.exit(0)
        except Exception as error:
            answer(1, f"{type(error).__name__}: {error}"[:500].encode())


main()
