"""Where programs turn vulnerable: calls, attributes and strings that attacks go through, or that fend them off.

Both the risky function and its secure counterpart stand here, since a node is wanted where a program *decides*: the
golden path that says `yaml.safe_load` could have said `yaml.load`. A row is a CWE, what is done, and the names that do
it; a name may hold `*` and `?`, and `()` marks a call. The first row that fits a use gives the CWE.

Source: the CWE entries themselves (https://cwe.mitre.org), their "Demonstrative Examples" and "Potential Mitigations".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from treeplay.syntax.uses import Use

_PYTHON = """
CWE-078 runs a command: subprocess.* os.system() os.popen() os.exec*() os.spawn*() os.posix_spawn*() pty.spawn()
    shlex.*() asyncio.create_subprocess_*() pexpect.*()
CWE-095 turns text into code or values: eval() exec() compile() ast.literal_eval() __import__()
    importlib.import_module() code.interact() getattr() globals()
CWE-089 sends a query: *.execute() *.executemany() *.executescript() *.raw() sqlalchemy.text()
CWE-502 turns bytes into objects: pickle.*() cPickle.*() dill.*() marshal.*() shelve.*() jsonpickle.*() yaml.*()
    ruamel.*() json.load*() joblib.load() torch.load() numpy.load()
CWE-611 reads XML: xml.*() lxml.*() defusedxml.* *.fromstring() *.parseString() XMLParser()
CWE-1336 renders a template: jinja2.* *.from_string() *render_template_string() mako.* string.Template()
    Template() *.substitute() *.safe_substitute() *.format() *.format_map()
CWE-079 writes or escapes markup: html.escape() markupsafe.* *escape() Markup() *.render() *render_template()
    *mark_safe() *format_html() bleach.*() *make_response() *HttpResponse()
CWE-377 makes a temporary file: tempfile.* os.tmpnam() os.tempnam()
CWE-732 sets permissions: os.chmod() os.fchmod() os.open() os.fdopen() os.mkdir() os.makedirs() os.umask()
    *.chmod() *.mkdir() *.touch() stat.S_*
CWE-916 hashes a password: hashlib.pbkdf2_hmac() hashlib.scrypt() bcrypt.*() crypt.crypt() argon2.* passlib.*
    *generate_password_hash() *check_password_hash()
CWE-208 compares secrets: *.compare_digest()
CWE-327 hashes or encrypts: hashlib.* hmac.* zlib.crc32() Crypto.* Cryptodome.* cryptography.* DES.* AES.*
    ARC4.* *.encrypt() *.decrypt()
CWE-338 draws random values: random.* secrets.* os.urandom() uuid.uuid*() numpy.random.*()
CWE-347 checks a signed token: jwt.*() jose.*() *.verify() itsdangerous.*
CWE-295 sets up or skips certificate checks: ssl.* *.wrap_socket() *.check_hostname *.verify_mode
    *.set_missing_host_key_policy() *.load_verify_locations()
CWE-918 fetches an address: requests.*() httpx.*() urllib.request.*() urllib3.*() urlopen() *.urlopen()
    http.client.*() aiohttp.*() ipaddress.*() socket.getaddrinfo() socket.gethostbyname()
CWE-601 redirects or checks an address: *redirect() *HttpResponseRedirect() urllib.parse.*()
    *url_has_allowed_host_and_scheme() *url_for()
CWE-614 sets a cookie: *.set_cookie() *.SimpleCookie() *SESSION_COOKIE*
CWE-113 writes a header: *.add_header() *.send_header() *.headers
CWE-117 writes a log: logging.* log.*() logger.*() *.logger.*() *.log.*() *_logger.*() *_log.*()
CWE-059 follows or makes a link: os.symlink() os.link() os.readlink() os.lstat() *.symlink_to() *.is_symlink()
CWE-367 checks before use: os.access() os.path.exists() os.path.isfile()
CWE-022 opens, builds or checks a path: open() io.open() *.open() os.path.*() os.remove() os.unlink() os.rmdir()
    os.rename() os.replace() os.listdir() shutil.*() zipfile.*() tarfile.*() *.extractall() *.extract()
    *.resolve() *.relative_to() *.is_relative_to() *.joinpath() pathlib.*() *send_file() *send_from_directory()
    *secure_filename() *.read_text() *.read_bytes() *.write_text() *.write_bytes() *.unlink()
CWE-1333 matches a pattern: re.*() regex.*()
CWE-409 unpacks data: zlib.decompress*() gzip.*() bz2.*() lzma.*()
CWE-770 takes as much as comes: *.recv() resource.setrlimit()
CWE-798 reads a secret: os.environ os.environ.* os.environb os.getenv() keyring.*() getpass.*()
CWE-489 starts a server: app.run() *.app.run()
CWE-605 listens: *.bind() *.listen() *HTTPServer()
CWE-915 sets attributes by name: setattr() *.__dict__ *.__setattr__()
CWE-090 queries a directory: *.search_s() *.search_ext_s() ldap.*() ldap3.*() *escape_filter_chars()
CWE-250 changes privileges: os.setuid() os.setgid() os.setgroups()
"""

_JAVASCRIPT = """
CWE-078 runs a command: child_process.* exec() execSync() execFile() execFileSync() spawn() spawnSync() *.exec()
    *.execSync() *.execFile() *.execFileSync() *.spawn() *.spawnSync() shell.*()
CWE-095 turns text into code: eval() Function() setTimeout() setInterval() vm.*() JSON.parse() *.runInContext()
CWE-089 sends a query: *.query() *.execute() *.raw() *.prepare()
CWE-079 writes or escapes markup: *.innerHTML *.outerHTML *.innerText *.textContent *.html() *.text() *.append()
    *.write() *.writeln() *.insertAdjacentHTML() *.send() *.render() *escape*() *sanitize*() DOMPurify.*()
    *.createTextNode() *encodeURIComponent()
CWE-022 opens, builds or checks a path: fs.*() path.*() *.sendFile() *.readFile() *.readFileSync()
    *.createReadStream() *.download()
CWE-338 draws random values: Math.random() crypto.random*() *.getRandomValues() *.randomBytes() *.randomUUID()
CWE-327 hashes or encrypts: crypto.*() *.createHash() *.createHmac() *.createCipher*() bcrypt.*() md5() sha1()
CWE-347 checks a signed token: jwt.*() *.verify()
CWE-295 skips certificate checks: https.*() tls.*() *.rejectUnauthorized
CWE-918 fetches an address: fetch() axios() axios.*() request() request.*() http.get() http.request() *.ajax()
    URL()
CWE-601 redirects: *.redirect() *.location *.href location.*() window.open()
CWE-614 sets a cookie: *.cookie() document.cookie *.cookie cookie.*()
CWE-1321 writes to a key from outside: Object.assign() *.merge() *.extend() *.defaultsDeep() *.hasOwnProperty()
CWE-1333 matches a pattern: RegExp() *.match() *.replace()
CWE-117 writes a log: console.*() logger.*() *.logger.*()
CWE-798 reads a secret: process.env process.env.*
CWE-502 turns bytes into objects: *.unserialize() yaml.*() serialize.*()
"""

_GO = """
CWE-078 runs a command: exec.*() syscall.Exec() os.StartProcess()
CWE-089 sends a query: *.Query*() *.Exec*() *.Prepare*() *.Raw() *.Where()
CWE-079 writes or escapes markup: template.* html.*() *.ExecuteTemplate() *.Execute() io.WriteString()
    fmt.Fprint*() *.Write() http.Error()
CWE-377 makes a temporary file: ioutil.Temp*() os.CreateTemp() os.MkdirTemp() os.TempDir()
CWE-732 sets permissions: os.Chmod() os.OpenFile() os.Mkdir*() os.WriteFile() ioutil.WriteFile()
CWE-022 opens, builds or checks a path: os.*() ioutil.*() filepath.*() path.*() http.ServeFile() http.Dir()
    zip.*() tar.*()
CWE-916 hashes a password: bcrypt.*() scrypt.*() argon2.*() pbkdf2.*()
CWE-327 hashes or encrypts: md5.*() sha1.*() sha256.*() sha512.*() des.*() rc4.*() aes.*() cipher.*() hmac.*()
    subtle.*() rsa.*()
CWE-338 draws random values: rand.*()
CWE-295 sets up or skips certificate checks: tls.* *.InsecureSkipVerify x509.*() ssh.InsecureIgnoreHostKey()
CWE-918 fetches an address: http.Get() http.Post*() http.NewRequest*() *.Do() net.Dial*()
CWE-601 redirects: http.Redirect() *.Redirect() url.*()
CWE-614 sets a cookie: http.SetCookie() *.SetCookie() *.HttpOnly *.Secure
CWE-502 turns bytes into objects: json.*() yaml.*() gob.*() xml.*() *.Decode() *.Unmarshal()
CWE-681 converts a number: strconv.*() int32() int16() int8() uint32() uint16() uint8() int()
CWE-1333 matches a pattern: regexp.*()
CWE-117 writes a log: log.*() glog.*() logrus.*() logger.*() *.Printf() *.Infof() *.Errorf()
CWE-798 reads a secret: os.Getenv()
"""

_C = """
CWE-787 copies into a buffer: *cpy() *cpy_s() *cat() *cat_s() str?cpy() strncpy() strncat() strlcpy() strlcat()
    memcpy() memmove() memset() bcopy() sprintf() snprintf() vsprintf() vsnprintf() gets() fgets() scanf()
    sscanf() fscanf() read() fread() recv() recvfrom()
CWE-190 sizes or takes memory: malloc() calloc() realloc() reallocarray() alloca() kmalloc() kzalloc() kcalloc()
    vmalloc() *alloc() *Alloc()
CWE-416 gives memory back: free() kfree() vfree() *_free() *Free() *_unref() *_put() delete()
CWE-078 runs a command: system() popen() exec?() exec??() execve() posix_spawn*() wordexp()
CWE-089 sends a query: sqlite3_*() mysql_*() PQ*()
CWE-134 prints by a format: printf() fprintf() dprintf() syslog() vprintf() vfprintf()
CWE-022 opens, builds or checks a path: open() openat() fopen() freopen() opendir() unlink() remove() rename()
    realpath() *.open()
CWE-377 makes a temporary file: mktemp() mkstemp() tmpnam() tempnam() tmpfile() mkdtemp()
CWE-732 sets permissions: chmod() fchmod() umask() mkdir() creat() chown() fchown()
CWE-367 checks before use: access() stat() lstat() fstat()
CWE-338 draws random values: rand() srand() random() rand_r() drand48() getrandom() arc4random*() RAND_*()
CWE-327 hashes or encrypts: MD4*() MD5*() SHA1*() SHA256*() DES_*() RC4*() EVP_*() crypt()
CWE-295 sets up or skips certificate checks: SSL_*() curl_easy_setopt()
CWE-681 converts a number: atoi() atol() atoll() strtol() strtoul() strtoll() strtoull() stoi() stol() stoul()
CWE-250 changes privileges: setuid() setgid() seteuid() setegid() setgroups()
CWE-125 measures a string: strlen() strnlen() memchr() strchr() memcmp() strcmp() strncmp()
CWE-798 reads a secret: getenv() secure_getenv()
"""

_LITERALS = (
    (
        "CWE-089",
        "writes a query",
        r"\bSELECT\b.+\bFROM\b|\bINSERT\s+INTO\b|\bUPDATE\b.+\bSET\b|\bDELETE\s+FROM\b",
    ),
    ("CWE-079", "writes markup", r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>"),
    ("CWE-377", "names a temporary file", r"""["'`]/(?:var/)?tmp\b"""),
)


@dataclass(frozen=True)
class Sink:
    """One kind of decision."""

    cwe: str
    reason: str
    names: tuple[str, ...]


def _rows(table: str) -> Iterator[Sink]:
    for row in re.split(r"\n(?=CWE)", table.strip()):
        head, _, names = row.partition(": ")
        cwe, _, reason = head.partition(" ")
        yield Sink(cwe, reason, tuple(names.split()))


SINKS: dict[str, tuple[Sink, ...]] = {
    "python": tuple(_rows(_PYTHON)),
    "javascript": tuple(_rows(_JAVASCRIPT)),
    "go": tuple(_rows(_GO)),
    "c": tuple(_rows(_C)),
    "cpp": tuple(_rows(_C)),
}


def sink_of(use: Use, language: str) -> Sink | None:
    """The first row that a use fits, if any; a leading `std` of C++ does not count."""
    if not use.name:
        return next(
            (Sink(cwe, reason, ()) for cwe, reason, text in _LITERALS if re.search(text, use.text, re.I | re.S)),
            None,
        )
    name = use.name.removeprefix("std.")
    rows = SINKS.get(language, ())
    return next((row for row in rows if any(fnmatchcase(name, one) for one in row.names)), None)
