/** Why modules that CPython has are not there. */
import { ownValue } from '../../trace/own-value';

const NOT_DETERMINISTIC = 'gives other values in each run';
const REASONS: Readonly<Record<string, string>> = {
  random: NOT_DETERMINISTIC,
  secrets: NOT_DETERMINISTIC,
  uuid: NOT_DETERMINISTIC,
  time: NOT_DETERMINISTIC,
  datetime: NOT_DETERMINISTIC,
  timeit: NOT_DETERMINISTIC,
  os: 'reaches out of the program',
  pathlib: 'reaches out of the program',
  io: 'reaches out of the program',
  subprocess: 'reaches out of the program',
  socket: 'reaches out of the program',
  threading: 'runs code at the same time, in an order that is not known',
  multiprocessing: 'runs code at the same time, in an order that is not known',
  asyncio: 'runs code at the same time, in an order that is not known',
  ctypes: 'reaches out of the program',
};

/** Modules that CPython has without NumPy's help or ours: importing them is refused rather than an error. */
const STANDARD = new Set(
  `abc argparse array ast asyncio atexit base64 binascii bisect builtins bz2 calendar cmath cmd code codecs collections
  colorsys concurrent configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal
  difflib dis doctest email encodings enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc
  getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib importlib inspect io ipaddress
  itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap multiprocessing netrc numbers
  numpy operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint profile
  pstats pty pwd py_compile pyclbr pydoc queue quopri random re readline reprlib resource rlcompleter runpy sched secrets
  select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat statistics string
  stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios textwrap this threading
  time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types typing unicodedata unittest
  urllib uuid venv warnings wave weakref webbrowser wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
  antigravity asynchat asyncore audioop cgi cgitb chunk crypt imghdr imp lib2to3 mailcap msilib nis nntplib ossaudiodev
  pipes sndhdr spwd sunau telnetlib uu xdrlib pip setuptools pandas scipy matplotlib sympy torch sklearn PIL
  test pytest requests cv2 numba seaborn networkx tensorflow jax`.split(/\s+/),
);

/** Why a module cannot be imported that CPython has, or may have; null where it has none of this name. */
export function reasonFor(name: string): string | null {
  const top = name.split('.')[0] as string;
  if (!STANDARD.has(top) && !top.startsWith('_')) return null;
  const reason = ownValue(REASONS, top);
  return reason === undefined ? `The module ${name} is not supported.` : `The module ${name} ${reason}.`;
}
