/** `import` (import_name and import_from, Python/ceval.c). */
import { str } from '../memory/atoms';
import type { PyObject } from '../memory/object';
import { findModule } from './modules';
import { reasonFor } from './modules/refused';
import type { Runtime } from './runtime';
import { ModuleNotFoundErrorType } from './types/exceptions';
import { PyModule } from './types/module';

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
  pytest requests cv2 numba seaborn networkx tensorflow jax`.split(/\s+/),
);

/** The module a dotted name stands for, or with a colon at its end the last of its parts. */
export function importName(vm: Runtime, text: string): PyObject {
  const whole = text.endsWith(':');
  const name = whole ? text.slice(0, -1) : text;
  const found = load(vm, name);
  return whole ? found : load(vm, name.split('.')[0] as string);
}

function load(vm: Runtime, name: string): PyModule {
  const module = findModule(name);
  if (module !== null) return module;
  const top = name.split('.')[0] as string;
  const parent = name === top ? null : findModule(top);
  if (STANDARD.has(top) || top.startsWith('_')) vm.refuse(`module ${name}`, reasonFor(name));
  return vm.raiseWith(
    ModuleNotFoundErrorType,
    parent === null ? `No module named '${top}'` : `No module named '${name}'`,
    { name: str(parent === null ? top : name) },
  );
}

/** `from module import name`: a new reference. Refuses a name it does not know. */
export function importFrom(vm: Runtime, module: PyObject, name: string): PyObject {
  if (!(module instanceof PyModule)) return vm.getAttribute(module, name);
  const found = module.read(vm, name) ?? findModule(`${module.name}.${name}`);
  if (found !== null && found !== undefined) return found;
  return vm.refuse(`${module.name}.${name}`, `${module.name}.${name} is not supported.`);
}
