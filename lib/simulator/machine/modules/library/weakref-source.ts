/** What CPython's weakref module does in frames of its own (Lib/weakref.py): they hold what they work with. */
export const WEAKREF_SOURCE = `
def finalize(self, _=None):
    info = _unregister(self)
    if info:
        return info[3](*info[2], **(info[1] or {}))

def get(self, key):
    raise KeyError(key)

def get_by_reference(self, key):
    raise _reference_error(key)
`;
