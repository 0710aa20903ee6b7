/** As `refused-attributes.ts`, for the types of the part that computes. */
import { ErrstateType, NdEnumerateType, NdIndexType, PrintContextType } from './contexts';
import { DispatcherType } from './dispatcher';
import { AxisErrorType } from './exceptions';
import { refuseAttributes } from './refused-attributes';
import { scalarTypes, UfuncType } from './types';

const OF_CLASSES = '__dict__ __module__ __weakref__ _module_source';

refuseAttributes(UfuncType, '__signature__');
refuseAttributes(
  ErrstateType,
  `${OF_CLASSES} __call__ __slots__ _all _call _divide _invalid _over _token _under`,
);
refuseAttributes(
  PrintContextType,
  `${OF_CLASSES} __call__ __abstractmethods__ __class_getitem__ __slots__ _abc_impl _recreate_cm args func gen kwds`,
);
refuseAttributes(NdEnumerateType, `${OF_CLASSES} iter`);
refuseAttributes(NdIndexType, `${OF_CLASSES} _iter`);
refuseAttributes(DispatcherType, '__annotations__ __dict__ __get__ __wrapped__ _implementation');
refuseAttributes(AxisErrorType, '__slots__ _msg');
refuseAttributes(scalarTypes.float64, '__getformat__');
refuseAttributes(scalarTypes.bytes_, '__bytes__ maketrans');
