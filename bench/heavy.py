"""The largest texts and documents from 200 callers at once: everything else is answered as fast as ever, on one core too.

A caller whose call is refused waits as the answer says, 5 s, and sends it again; with BENCH_HEAVY_PAUSE=0.5 they are a flood of
400 MB a second, which takes half of a core to refuse.
"""

import http.client
import io
import multiprocessing
import os
import re
import threading
import time
import zipfile
import zlib

from endpoints import wanted
from service import Service
from tools import CACHED, Row, served

SECONDS = float(os.environ.get("BENCH_HEAVY_SECONDS", "60"))
CALLERS = int(os.environ.get("BENCH_HEAVY_CALLERS", "200"))
PROCESSES = 4
PAUSE = float(os.environ.get("BENCH_HEAVY_PAUSE", "5"))
PROBE_EVERY = 0.02
REST = 10
MIB = 1 << 20
# As in a container of 1 GiB.
SERVE = [*os.environ.get("BENCH_FLAGS", "-XX:+UseSerialGC -Xmx512m").split(), *CACHED]
ONE_CORE = ["taskset", "-c", "0"]
OTHERS = {1} if os.cpu_count() > 1 else None


def rows():
    bodies = heavy_bodies()
    return [row for cores in ("", "one core") for row in measured(bodies, cores)]


def measured(bodies, cores):
    profile = wanted()["/user/{id}/profile"][0]
    flags = ["-XX:ActiveProcessorCount=1", *SERVE] if cores else SERVE
    with Service(*flags, env=served(), before=ONE_CORE if cores else ()) as service:
        service.first_answer()
        warm = probed(service.port, profile, 5)
        text_before = text_seconds(service.port)
        calls = multiprocessing.Queue()
        stop = time.time() + SECONDS
        senders = [multiprocessing.Process(target=send, args=(service.port, bodies, number, stop, calls, bool(cores)))
                   for number in range(PROCESSES)]
        for sender in senders:
            sender.start()
        time.sleep(2)
        during = probed(service.port, profile, SECONDS - 4)
        outcomes = [outcome for _ in senders for outcome in calls.get(timeout=60)]
        for sender in senders:
            sender.join()
        time.sleep(REST)
        after = probed(service.port, profile, 5)
        text_after = text_seconds(service.port)
        memory = service.resident_mb("VmHWM")
    answered = [seconds for status, seconds in outcomes if status == 200]
    refused = [seconds for status, seconds in outcomes if status in (429, 503)]
    wrong = [status for status, _ in outcomes if status not in (200, 422, 429, 503)]
    return [
        Row(f"{CALLERS} heavy callers, {SECONDS:.0f} s{', ' + cores if cores else ''}",
            f"{len(answered) / SECONDS:,.0f} answered a second, {len(refused):,} refused", f"most memory {memory:.0f} MB"),
        *(Row(f"  {path.split('/')[-1]} p99", f"p50 {1000 * share(times, 0.5):.1f} ms, most {1000 * max(times):.0f} ms",
              f"p99 before {1000 * share(warm[path], 0.99):.1f} ms, after {1000 * share(after[path], 0.99):.1f} ms",
              1000 * share(times, 0.99), 250 if path == profile else 100, "ms") for path, times in during.items()),
        Row("  refused calls, p99", "", "", share(refused, 0.99) if refused else 0, 3, "s"),
        Row("  other answers and broken calls", ", ".join(sorted({str(status) for status in wrong})), "", len(wrong), 0, ""),
        Row("  a text 10 s later / before", f"{1000 * text_after:.1f} ms", f"{1000 * text_before:.1f} ms", text_after / text_before, 1.5),
    ]


def share(times, part):
    return sorted(times)[min(len(times) - 1, int(part * len(times)))]


def probed(port, profile, seconds):
    """Seconds of each answer to cheap calls, each path asked every 20 ms by one connection of its own."""
    times = {"/livez": [], "/readyz": [], profile: []}
    threads = [threading.Thread(target=probe, args=(port, path, seconds, times[path])) for path in times]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def probe(port, path, seconds, times):
    end = time.perf_counter() + seconds
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    while time.perf_counter() < end:
        begun = time.perf_counter()
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise OSError(f"found {answer.status}")
            times.append(time.perf_counter() - begun)
        except (OSError, http.client.HTTPException):
            times.append(30)
            connection.close()
        time.sleep(PROBE_EVERY)


def text_seconds(port):
    """The median of 50 ordinary texts."""
    times = []
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for _ in range(50):
        begun = time.perf_counter()
        connection.request("POST", "/classify", PROSE[:5_000].encode(), {"Content-Type": "text/plain"})
        connection.getresponse().read()
        times.append(time.perf_counter() - begun)
    return share(times, 0.5)


def send(port, bodies, number, stop, calls, apart):
    # callers are elsewhere: as far as this machine lets them, they take no time from the service
    os.setsid()
    os.nice(10)
    if apart and OTHERS:
        os.sched_setaffinity(0, OTHERS)
    outcomes = []
    threads = [threading.Thread(target=call, args=(port, bodies, caller, stop, outcomes))
               for caller in range(number, CALLERS, PROCESSES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    calls.put(outcomes)


def call(port, bodies, caller, stop, outcomes):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    while time.time() < stop:
        kind, body = bodies[caller % len(bodies)]
        caller += CALLERS + 1
        begun = time.perf_counter()
        try:
            connection.request("POST", "/classify", body, {"Content-Type": kind})
            answer = connection.getresponse()
            answer.read()
            status = answer.status
        except (OSError, http.client.HTTPException) as broken:
            connection.close()
            status = type(broken).__name__
        outcomes.append((status, time.perf_counter() - begun))
        if status != 200:
            time.sleep(PAUSE)


PROSE = "Les élèves de sixième comparent des fractions avec des bandes de papier, et l'enseignante note **les erreurs**. " * 10_000


def heavy_bodies():
    """As much as is allowed, of every form: prose, what parsers find hard, JSON with each sign escaped, PDF, Word."""
    texts = [PROSE, "*a_ " * MIB, "<p>x</p>\n\n" * MIB, "a|b\n-|-\n" + "1|2\n" * MIB, "~" * (MIB - 1) + "`", "[a](<b" * MIB, "e\u0301" * MIB]
    sent = [("text/markdown", text.encode()[:MIB - 1].decode(errors="ignore").encode()) for text in texts]
    escaped = re.sub(".", lambda sign: f"\\u{ord(sign[0]):04x}", PROSE[:MIB // 2], flags=re.S)
    sent.append(("application/json", f'{{"content": "{escaped}"}}'.encode()))
    sent += [upload("a.pdf", pdf()), upload("a.docx", docx()), upload("b.docx", docx(tables=True))]
    return sent


def upload(name, content):
    head = f'--edge\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
    return "multipart/form-data; boundary=edge", head + content + b"\r\n--edge--\r\n"


def pdf():
    """400 pages of the same lines, and a picture's worth of bytes that nobody reads, up to the allowed size."""
    lines = "".join(f"(Les eleves de sixieme comparent des fractions {line}) Tj T*\n" for line in range(50))
    content = zlib.compress(f"BT /F1 9 Tf 11 TL 40 760 Td\n{lines}ET".encode())
    objects = [b"<</Type/Catalog/Pages 2 0 R>>",
               b"<</Type/Pages/Count 400/Kids[" + b" ".join(b"%d 0 R" % (6 + page) for page in range(400)) + b"]>>",
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
               b"<</Filter/FlateDecode/Length %d>>stream\n" % len(content) + content + b"\nendstream"]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>"
    objects += [b"<</Length 900000>>stream\n" + os.urandom(900_000) + b"\nendstream", *[page] * 400]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, one in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + one + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def docx(tables=False):
    """A document of runs of two letters, or of empty cells."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    packages = "http://schemas.openxmlformats.org/package/2006"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    run = "<w:r><w:rPr><w:b/></w:rPr><w:t>ab</w:t></w:r>"
    body = "<w:tbl>" + ("<w:tr>" + "<w:tc><w:p/></w:tc>" * 400 + "</w:tr>") * 180 + "</w:tbl>" if tables else f"<w:p>{run * 400}</w:p>" * 250
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", f'<Types xmlns="{packages}/content-types"/>')
        parts.writestr("_rels/.rels", f'<Relationships xmlns="{packages}/relationships">'
                                      f'<Relationship Id="r" Type="{relation}" Target="word/document.xml"/></Relationships>')
        parts.writestr("word/document.xml", f"<w:document xmlns:w='{space}'><w:body>{body}</w:body></w:document>")
        parts.writestr("word/media/picture.png", os.urandom(800_000))
    return out.getvalue()
