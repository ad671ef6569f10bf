"""Hands a folder out as an object store on loopback: as much of S3 as listing and reading takes."""
import contextlib
import http.server
import pathlib
import threading
import time
import urllib.parse
from email.utils import formatdate
from xml.sax.saxutils import escape

BUCKET = "exhibits"


def changed(path):
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(path.stat().st_mtime))


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder = pathlib.Path()

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        address = urllib.parse.urlsplit(self.path)
        bucket, _, key = urllib.parse.unquote(address.path).lstrip("/").partition("/")
        if bucket == BUCKET and not key:
            asked = dict(urllib.parse.parse_qsl(address.query))
            self.send(200, self.listing(asked.get("prefix", ""), asked.get("delimiter", "")).encode(), "application/xml")
        elif bucket == BUCKET and (self.folder / key).is_file():
            self.send_part((self.folder / key).read_bytes())
        else:
            self.send(404, b"", "application/xml")

    def listing(self, prefix, delimiter):
        keys, common = [], set()
        for path in sorted(p for p in self.folder.rglob("*") if p.is_file()):
            key = path.relative_to(self.folder).as_posix()
            if not key.startswith(prefix):
                continue
            head, mark, _ = key[len(prefix):].partition(delimiter) if delimiter else ("", "", "")
            if mark:
                common.add(prefix + head + mark)
            else:
                keys.append(f"<Contents><Key>{escape(key)}</Key><Size>{path.stat().st_size}</Size>"
                            f"<LastModified>{changed(path)}</LastModified></Contents>")
        folders = [f"<CommonPrefixes><Prefix>{escape(one)}</Prefix></CommonPrefixes>" for one in sorted(common)]
        return (f"<ListBucketResult><Name>{BUCKET}</Name><KeyCount>{len(keys) + len(folders)}</KeyCount>"
                f"<IsTruncated>false</IsTruncated>{''.join(keys + folders)}</ListBucketResult>")

    def send_part(self, content):
        wanted = self.headers.get("Range")
        if not wanted:
            return self.send(200, content, "application/octet-stream")
        first, _, last = wanted.removeprefix("bytes=").partition("-")
        self.send(206, content[int(first):int(last or len(content)) + 1], "application/octet-stream")

    def send(self, code, content, kind):
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Last-Modified", formatdate(0, usegmt=True))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content)


@contextlib.contextmanager
def object_store(folder):
    """The address of what lies in `folder`, for pyarrow.fs."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Of", (Answer,), {"folder": pathlib.Path(folder)})) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"s3://nobody:nothing@{BUCKET}?scheme=http&endpoint_override=127.0.0.1:{server.server_port}&region=none"
        server.shutdown()
