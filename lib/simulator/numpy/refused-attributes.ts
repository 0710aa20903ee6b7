/**
 * Attributes that the real types have and these do not: they are refused by name, because an AttributeError would be
 * wrong (dir() of NumPy 2.4's objects).
 */
import { attribute } from '../machine/builtin';
import type { PyType } from '../memory/object';
import {
  DTypeType,
  FlagsType,
  FlatIterType,
  GenericType,
  NdArrayType,
  RecArrayType,
  UfuncType,
} from './types';

const OF_OBJECTS = '__dir__ __sizeof__ __doc__ __init_subclass__ __reduce__ __reduce_ex__ __subclasshook__';

/** Refuse these names where the type has nothing of its own under them. */
export function refuseAttributes(type: PyType, names: string): void {
  for (const name of `${OF_OBJECTS} ${names}`.split(' '))
    if (!type.members.has(name))
      attribute(type, name, (vm) =>
        vm.refuse(`numpy.${type.name}.${name}`, `${name} of a numpy.${type.name} is not supported.`),
      );
}

refuseAttributes(
  NdArrayType,
  'argpartition byteswap choose ctypes device dump dumps getfield mT partition setfield to_device tofile __array_namespace__ __array_interface__ __array_priority__ __array_struct__ __array_ufunc__ __array_function__ __array_wrap__ __array_finalize__ __dlpack__ __dlpack_device__ __complex__ __class_getitem__ __setstate__ __buffer__',
);
refuseAttributes(RecArrayType, 'field __dict__ __module__ _module_source __complex__');
refuseAttributes(
  UfuncType,
  'ntypes reduceat resolve_dtypes signature types __dict__ __module__ __qualname__ _get_strided_loop _resolve_dtypes_and_context',
);
refuseAttributes(FlatIterType, '__array__');
refuseAttributes(FlagsType, '_warn_on_write _writeable_no_warn');
refuseAttributes(
  DTypeType,
  'base descr fields flags isalignedstruct isbuiltin metadata newbyteorder subdtype __len__ __mul__ __rmul__ __class_getitem__ __setstate__',
);
refuseAttributes(
  GenericType,
  'argpartition argsort byteswap choose compress ctypes data device diagonal dump dumps fill flags flat getfield newbyteorder partition put resize searchsorted setfield setflags sort take to_device tofile trace view __array_interface__ __array_struct__ __array__ __array_priority__ __array_wrap__ __array_namespace__ __class_getitem__ __setstate__ __buffer__',
);
