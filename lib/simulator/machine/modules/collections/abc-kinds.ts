/** What the classes of `collections.abc` say of built-in types (Lib/_collections_abc.py), as CPython 3.11 answers. */

const HASHABLE = ['Hashable'];
const ITERATOR = [...HASHABLE, 'Iterable', 'Iterator'];
const COLLECTION = ['Iterable', 'Sized', 'Container', 'Collection'];
const REVERSIBLE = [...COLLECTION, 'Reversible'];
const SEQUENCE = [...REVERSIBLE, 'Sequence'];
const MAPPING = [...REVERSIBLE, 'Mapping'];
const CALLABLE = [...HASHABLE, 'Callable'];

/** By name of a type: the classes of which its objects are instances. */
export const KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ...['object', 'int', 'float', 'complex', 'bool', 'NoneType', 'module', 'BaseException'].map(
    (name) => [name, HASHABLE] as const,
  ),
  ...['type', 'function', 'builtin_function_or_method', 'method'].map((name) => [name, CALLABLE] as const),
  ...'list_iterator tuple_iterator dict_keyiterator dict_valueiterator dict_itemiterator set_iterator str_ascii_iterator range_iterator enumerate zip map filter reversed list_reverseiterator'
    .split(' ')
    .map((name) => [name, ITERATOR] as const),
  ['generator', [...ITERATOR, 'Generator']],
  ['slice', []],
  ['str', [...HASHABLE, ...SEQUENCE]],
  ['tuple', [...HASHABLE, ...SEQUENCE]],
  ['range', [...HASHABLE, ...SEQUENCE]],
  ['bytes', [...HASHABLE, ...SEQUENCE, 'ByteString']],
  ['bytearray', [...SEQUENCE, 'MutableSequence', 'ByteString']],
  ['list', [...SEQUENCE, 'MutableSequence']],
  ['deque', [...SEQUENCE, 'MutableSequence']],
  ['dict', [...MAPPING, 'MutableMapping']],
  ['defaultdict', [...MAPPING, 'MutableMapping']],
  ['mappingproxy', MAPPING],
  ['set', [...COLLECTION, 'Set', 'MutableSet']],
  ['frozenset', [...HASHABLE, ...COLLECTION, 'Set']],
  ['dict_keys', [...REVERSIBLE, 'Set', 'KeysView', 'MappingView']],
  ['dict_items', [...REVERSIBLE, 'Set', 'ItemsView', 'MappingView']],
  ['dict_values', [...HASHABLE, ...REVERSIBLE, 'ValuesView', 'MappingView']],
  ['ndarray', COLLECTION],
]);

/** The methods that make an object an instance of a class, whatever it is derived from (`_check_methods`). */
export const METHODS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Hashable', ['__hash__']],
  ['Iterable', ['__iter__']],
  ['Iterator', ['__iter__', '__next__']],
  ['Generator', ['__iter__', '__next__', 'send', 'throw', 'close']],
  ['Reversible', ['__reversed__', '__iter__']],
  ['Sized', ['__len__']],
  ['Container', ['__contains__']],
  ['Callable', ['__call__']],
  ['Collection', ['__len__', '__iter__', '__contains__']],
]);

/** The other classes: only what is derived from a type that is registered belongs to them. */
export const REGISTERED = [
  'Set',
  'MutableSet',
  'Mapping',
  'MutableMapping',
  'Sequence',
  'MutableSequence',
  'ByteString',
  'KeysView',
  'ItemsView',
  'ValuesView',
  'MappingView',
];
