/** Every module of the library. */
import '../future';
import '../gc';
import '../itertools';
import '../math';
import '../operator';
import '../sys';
import '../weakref';
import { unregistered } from '../../types/finalize';
import { referenceError } from '../../types/weak-container-methods';
import { WEAKREF_CODE } from '../../types/weak-containers';
import { countElements, DefaultDictType, tupleGetter } from '../collections/default-dict';
import { DequeType } from '../collections/deque';
import '../collections/abc';
import { RepeatType } from '../itertools/infinite';
import { ChainType, StarMapType } from '../itertools/serial';
import { ItemGetterType } from '../operator';
import '../collections/deque-methods';
import { cacheWrapper } from '../functools/cache';
import { cmpToKey, reduce } from '../functools/native';
import { PartialType } from '../functools/partial';
import { COLLECTIONS_SOURCE } from './collections-source';
import { CONTEXTLIB_SOURCE } from './contextlib-source';
import { COPY_SOURCE } from './copy-source';
import { DATACLASSES_SOURCE } from './dataclasses-source';
import { FUNCTOOLS_SOURCE } from './functools-source';
import { registerLibrary } from './load';
import { WEAKREF_SOURCE } from './weakref-source';

registerLibrary({
  name: WEAKREF_CODE,
  source: WEAKREF_SOURCE,
  names: ['finalize', 'get', 'get_by_reference'],
  hidden: { _unregister: unregistered, _reference_error: referenceError },
});
registerLibrary({
  name: 'copy',
  source: COPY_SOURCE,
  names: ['copy', 'deepcopy', 'Error', 'error'],
  unsupported: ['dispatch_table'],
});
registerLibrary({
  name: 'functools',
  source: FUNCTOOLS_SOURCE,
  names: [
    'WRAPPER_ASSIGNMENTS',
    'WRAPPER_UPDATES',
    'update_wrapper',
    'wraps',
    'total_ordering',
    'lru_cache',
    'cache',
    'cached_property',
  ],
  native: [PartialType, reduce, cmpToKey],
  hidden: { _lru_cache_wrapper: cacheWrapper },
  unsupported: [
    'GenericAlias',
    'RLock',
    'get_cache_token',
    'namedtuple',
    'partialmethod',
    'recursive_repr',
    'singledispatch',
    'singledispatchmethod',
  ],
});
registerLibrary({
  name: 'collections',
  source: COLLECTIONS_SOURCE,
  names: ['namedtuple', 'Counter'],
  native: [DequeType, DefaultDictType],
  hidden: {
    _tuplegetter: tupleGetter,
    _count_elements: countElements,
    _chain: ChainType,
    _starmap: StarMapType,
    _repeat: RepeatType,
    _itemgetter: ItemGetterType,
  },
  unsupported: ['ChainMap', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'abc'],
});
registerLibrary({
  name: 'contextlib',
  source: CONTEXTLIB_SOURCE,
  names: ['contextmanager', 'closing', 'suppress', 'ExitStack', 'nullcontext', 'ContextDecorator'],
  unsupported: [
    'AbstractAsyncContextManager',
    'AbstractContextManager',
    'AsyncContextDecorator',
    'AsyncExitStack',
    'GenericAlias',
    'MethodType',
    'abc',
    'aclosing',
    'asynccontextmanager',
    'chdir',
    'os',
    'redirect_stderr',
    'redirect_stdout',
    'sys',
    'wraps',
  ],
});
registerLibrary({
  name: 'dataclasses',
  source: DATACLASSES_SOURCE,
  names: [
    'dataclass',
    'field',
    'fields',
    'asdict',
    'astuple',
    'replace',
    'is_dataclass',
    'FrozenInstanceError',
  ],
  unsupported: [
    'FunctionType',
    'GenericAlias',
    'InitVar',
    'abc',
    'builtins',
    'copy',
    'functools',
    'inspect',
    'itertools',
    'keyword',
    'make_dataclass',
    'MISSING',
    'KW_ONLY',
    'Field',
    're',
    'sys',
    'types',
  ],
});
