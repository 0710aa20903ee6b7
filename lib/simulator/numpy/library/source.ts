/**
 * Functions that are Python code in NumPy, too, after its own (numpy/_core/numeric.py, numpy/lib/_function_base_impl.py,
 * _index_tricks_impl.py, _arraysetops_impl.py, _shape_base_impl.py, _twodim_base_impl.py, _nanfunctions_impl.py,
 * numpy/linalg/_linalg.py; LICENSE-NUMPY.txt): their frames hold what NumPy's hold, and their results show what NumPy's
 * show. What differs: `sort` stands for `partition`, whose order nobody sees, and zeros for memory that is written anyway.
 */
export const NUMPY_SOURCE = `
import numpy as np

def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    args = np.indices(shape, dtype=dtype)
    return function(*args, **kwargs)

def select(condlist, choicelist, default=0):
    if len(condlist) != len(choicelist):
        raise ValueError('list of cases must be same length as list of conditions')
    if len(condlist) == 0:
        raise ValueError('select with an empty condition list is not possible')
    choicelist = [choice if type(choice) in (int, float, complex) else np.asarray(choice) for choice in choicelist]
    choicelist.append(default if type(default) in (int, float, complex) else np.asarray(default))
    dtype = np.result_type(*choicelist)
    condlist = np.broadcast_arrays(*condlist)
    choicelist = np.broadcast_arrays(*choicelist)
    for i, cond in enumerate(condlist):
        if cond.dtype.type is not np.bool:
            raise TypeError(f'invalid entry {i} in condlist: should be boolean ndarray')
    if choicelist[0].ndim == 0:
        result_shape = condlist[0].shape
    else:
        result_shape = np.broadcast_arrays(condlist[0], choicelist[0])[0].shape
    result = np.full(result_shape, choicelist[-1], dtype)
    choicelist = choicelist[-2::-1]
    condlist = condlist[::-1]
    for choice, cond in zip(choicelist, condlist):
        np.copyto(result, choice, where=cond)
    return result

def piecewise(x, condlist, funclist, *args, **kw):
    x = np.asanyarray(x)
    n2 = len(funclist)
    if np.isscalar(condlist) or (not isinstance(condlist[0], (list, np.ndarray)) and x.ndim != 0):
        condlist = [condlist]
    condlist = np.asarray(condlist, dtype=bool)
    n = len(condlist)
    if n == n2 - 1:
        condelse = ~np.any(condlist, axis=0, keepdims=True)
        condlist = np.concatenate([condlist, condelse], axis=0)
        n += 1
    elif n != n2:
        raise ValueError(f'with {n} condition(s), either {n} or {n + 1} functions are expected')
    y = np.zeros_like(x)
    for cond, func in zip(condlist, funclist):
        if not callable(func):
            y[cond] = func
        else:
            vals = x[cond]
            if vals.size > 0:
                y[cond] = func(vals, *args, **kw)
    return y

def _isin(ar1, ar2, assume_unique=False, invert=False):
    ar1 = np.asarray(ar1).ravel()
    ar2 = np.asarray(ar2).ravel()
    if ar1.dtype.hasobject or ar2.dtype.hasobject:
        _refuse('numpy.isin', 'isin of objects')
    # Every method gives the same mask; only what stands behind it differs.
    whole = ar1.dtype.kind in 'uib' and ar2.dtype.kind in 'uib'
    if whole and ar2.size > 0:
        whole = int(np.max(ar2)) - int(np.min(ar2)) <= 6 * (ar1.size + ar2.size)
    if whole or len(ar2) < 10 * len(ar1) ** 0.145:
        mask = np.ones(len(ar1), dtype=bool) if invert else np.zeros(len(ar1), dtype=bool)
        for a in ar2:
            if invert:
                mask &= ar1 != a
            else:
                mask |= ar1 == a
        return mask
    if not assume_unique:
        ar1, rev_idx = np.unique(ar1, return_inverse=True)
        ar2 = np.unique(ar2)
    ar = np.concatenate((ar1, ar2))
    order = ar.argsort(kind='mergesort')
    sar = ar[order]
    if invert:
        bool_ar = sar[1:] != sar[:-1]
    else:
        bool_ar = sar[1:] == sar[:-1]
    flag = np.concatenate((bool_ar, [invert]))
    ret = np.zeros(ar.shape, dtype=bool)
    ret[order] = flag
    if assume_unique:
        return ret[:len(ar1)]
    else:
        return ret[rev_idx]

def isin(element, test_elements, assume_unique=False, invert=False):
    element = np.asarray(element)
    return _isin(element, test_elements, assume_unique=assume_unique, invert=invert).reshape(element.shape)

def union1d(ar1, ar2):
    return np.unique(np.concatenate((ar1, ar2), axis=None))

def setdiff1d(ar1, ar2, assume_unique=False):
    if assume_unique:
        ar1 = np.asarray(ar1).ravel()
    else:
        ar1 = np.unique(ar1)
        ar2 = np.unique(ar2)
    return ar1[_isin(ar1, ar2, assume_unique=True, invert=True)]

def intersect1d(ar1, ar2, assume_unique=False):
    ar1 = np.asanyarray(ar1)
    ar2 = np.asanyarray(ar2)
    if not assume_unique:
        ar1 = np.unique(ar1)
        ar2 = np.unique(ar2)
    else:
        ar1 = ar1.ravel()
        ar2 = ar2.ravel()
    aux = np.concatenate((ar1, ar2))
    aux.sort()
    mask = aux[1:] == aux[:-1]
    int1d = aux[:-1][mask]
    return int1d

def setxor1d(ar1, ar2, assume_unique=False):
    if not assume_unique:
        ar1 = np.unique(ar1)
        ar2 = np.unique(ar2)
    aux = np.concatenate((ar1, ar2), axis=None)
    if aux.size == 0:
        return aux
    aux.sort()
    flag = np.concatenate(([True], aux[1:] != aux[:-1], [True]))
    return aux[flag[1:] & flag[:-1]]

def ix_(*args):
    out = []
    nd = len(args)
    for k, new in enumerate(args):
        if not isinstance(new, np.ndarray):
            new = np.asarray(new)
            if new.size == 0:
                new = new.astype(np.intp)
        if new.ndim != 1:
            raise ValueError('Cross index must be 1 dimensional')
        if new.dtype.kind == 'b':
            new, = new.nonzero()
        new = new.reshape((1,) * k + (new.size,) + (1,) * (nd - k - 1))
        out.append(new)
    return tuple(out)

def fill_diagonal(a, val, wrap=False):
    if a.ndim < 2:
        raise ValueError('array must be at least 2-d')
    end = None
    if a.ndim == 2:
        step = a.shape[1] + 1
        if not wrap:
            end = a.shape[1] * a.shape[1]
    else:
        if not np.all(np.diff(a.shape) == 0):
            raise ValueError('All dimensions of input must be of equal length')
        step = 1 + int(np.cumprod(a.shape[:-1]).sum())
    a.flat[:end:step] = val

def diag_indices(n, ndim=2):
    idx = np.arange(n)
    return (idx,) * ndim

def _triangle(tri_):
    rows, columns = tri_.shape
    sparse = (np.arange(rows).reshape(rows, 1), np.arange(columns).reshape(1, columns))
    return tuple((np.broadcast_to(inds, tri_.shape)[tri_] for inds in sparse))

def tril_indices(n, k=0, m=None):
    return _triangle(np.tri(n, m, k=k, dtype=bool))

def triu_indices(n, k=0, m=None):
    return _triangle(~np.tri(n, m, k=k - 1, dtype=bool))

def tril(m, k=0):
    m = np.asanyarray(m)
    mask = np.tri(*m.shape[-2:], k=k, dtype=bool)
    return np.where(mask, m, np.zeros(1, m.dtype))

def triu(m, k=0):
    m = np.asanyarray(m)
    mask = np.tri(*m.shape[-2:], k=k - 1, dtype=bool)
    return np.where(mask, np.zeros(1, m.dtype), m)

def diagflat(v, k=0):
    v = np.asarray(v)
    v = v.ravel()
    s = len(v)
    n = s + abs(k)
    res = np.zeros((n, n), v.dtype)
    if k >= 0:
        i = np.arange(0, n - k, dtype=np.intp)
        fi = i + k + i * n
    else:
        i = np.arange(0, n + k, dtype=np.intp)
        fi = i + (i - k) * n
    res.flat[fi] = v
    return res

def _make_along_axis_idx(arr_shape, indices, axis):
    if indices.dtype.kind not in 'iu':
        raise IndexError('\`indices\` must be an integer array')
    if len(arr_shape) != indices.ndim:
        raise ValueError('\`indices\` and \`arr\` must have the same number of dimensions')
    shape_ones = (1,) * indices.ndim
    dest_dims = list(range(axis)) + [None] + list(range(axis + 1, indices.ndim))
    fancy_index = []
    for dim, n in zip(dest_dims, arr_shape):
        if dim is None:
            fancy_index.append(indices)
        else:
            ind_shape = shape_ones[:dim] + (-1,) + shape_ones[dim + 1:]
            fancy_index.append(np.arange(n).reshape(ind_shape))
    return tuple(fancy_index)

def take_along_axis(arr, indices, axis=-1):
    if axis is None:
        if indices.ndim != 1:
            raise ValueError('when axis=None, \`indices\` must have a single dimension.')
        arr = np.array(arr.flat)
        axis = 0
    else:
        axis = _axis(axis, arr.ndim)
    return arr[_make_along_axis_idx(arr.shape, indices, axis)]

def put_along_axis(arr, indices, values, axis):
    axis = _axis(axis, arr.ndim)
    arr[_make_along_axis_idx(arr.shape, indices, axis)] = values

def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    arr = np.asanyarray(arr)
    nd = arr.ndim
    axis = _axis(axis, nd)
    in_dims = list(range(nd))
    inarr_view = np.transpose(arr, in_dims[:axis] + in_dims[axis + 1:] + [axis])
    inds = np.ndindex(inarr_view.shape[:-1])
    inds = (ind + (Ellipsis,) for ind in inds)
    try:
        ind0 = next(inds)
    except StopIteration:
        raise ValueError('Cannot apply_along_axis when any iteration dimensions are 0') from None
    res = np.asanyarray(func1d(inarr_view[ind0], *args, **kwargs))
    buff = np.zeros_like(res, shape=inarr_view.shape[:-1] + res.shape)
    buff_dims = list(range(buff.ndim))
    buff_permute = (
        buff_dims[0:axis] + buff_dims[buff.ndim - res.ndim:buff.ndim] + buff_dims[axis:buff.ndim - res.ndim]
    )
    buff[ind0] = res
    for ind in inds:
        buff[ind] = np.asanyarray(func1d(inarr_view[ind], *args, **kwargs))
    res = np.transpose(buff, buff_permute)
    if nd == 1 and res.ndim == 0:
        _refuse('numpy.apply_along_axis', 'apply_along_axis that gives a scalar')
    return res

def _normal_axes(axis, nd):
    axes = axis if isinstance(axis, tuple) else (axis,)
    axes = tuple([_axis(ax, nd) for ax in axes])
    if len(set(axes)) != len(axes):
        raise ValueError('repeated axis')
    return axes

def _ureduce(a, func, keepdims=False, **kwargs):
    a = np.asanyarray(a)
    axis = kwargs.get('axis')
    nd = a.ndim
    if axis is not None:
        axis = _normal_axes(axis, nd)
        if len(axis) == 1:
            kwargs['axis'] = axis[0]
        else:
            keep = sorted(set(range(nd)) - set(axis))
            nkeep = len(keep)
            a = np.moveaxis(a, keep, range(nkeep))
            a = a.reshape(a.shape[:nkeep] + (-1,))
            kwargs['axis'] = -1
    r = func(a, **kwargs)
    if keepdims:
        if axis is None:
            index_r = (np.newaxis,) * nd
        else:
            index_r = tuple((np.newaxis if i in axis else slice(None) for i in range(nd)))
        r = r[(Ellipsis,) + index_r]
    return r

def _median(a, axis=None):
    a = np.asanyarray(a)
    if a.dtype.kind not in 'biuf':
        _refuse('numpy.median', 'the median of numbers of this type')
    if axis is None:
        sz = a.size
    else:
        sz = a.shape[axis]
    supports_nans = a.dtype.kind == 'f'
    part = np.sort(a, axis=axis)
    if part.shape == ():
        return part.item()
    if axis is None:
        axis = 0
    indexer = [slice(None)] * part.ndim
    index = part.shape[axis] // 2
    if part.shape[axis] % 2 == 1:
        indexer[axis] = slice(index, index + 1)
    else:
        indexer[axis] = slice(index - 1, index + 1)
    indexer = tuple(indexer)
    rout = np.mean(part[indexer], axis=axis)
    if supports_nans and sz > 0:
        potential_nans = part.take(-1, axis=axis)
        n = np.isnan(potential_nans)
        if not n.any():
            return rout
        if isinstance(rout, np.generic):
            return potential_nans
        np.copyto(rout, potential_nans, where=n)
    return rout

def median(a, axis=None, keepdims=False):
    return _ureduce(a, func=_median, keepdims=keepdims, axis=axis)

def _lerp(a, b, t):
    diff_b_a = np.asanyarray(b - a)
    shape = np.asanyarray(diff_b_a * t).shape
    lerp_interpolation = np.zeros(shape, np.asanyarray(a + diff_b_a * t).dtype)
    np.add(a, diff_b_a * t, out=lerp_interpolation)
    np.subtract(b, diff_b_a * (1 - t), out=lerp_interpolation, where=t >= 0.5, casting='unsafe')
    if lerp_interpolation.ndim == 0:
        lerp_interpolation = lerp_interpolation[()]
    return lerp_interpolation

def _quantile(a, q=None, axis=None, weak_q=False):
    if q.ndim > 2:
        raise ValueError('q must be a scalar or 1d')
    if a.dtype.kind not in 'iuf' or q.dtype.kind != 'f':
        _refuse('numpy.quantile', 'quantiles of numbers of this type')
    if axis is None:
        axis = 0
        arr = a.flatten()
    else:
        arr = a.copy()
    values_count = arr.shape[axis]
    if values_count == 0:
        _refuse('numpy.quantile', 'quantiles of nothing')
    if axis != 0:
        arr = np.moveaxis(arr, axis, 0)
    virtual_indexes = np.asanyarray((values_count - 1) * q)
    previous_indexes = np.asanyarray(np.floor(virtual_indexes))
    next_indexes = np.asanyarray(previous_indexes + 1)
    indexes_above_bounds = virtual_indexes >= values_count - 1
    if indexes_above_bounds.any():
        previous_indexes = np.where(indexes_above_bounds, -1.0, previous_indexes)
        next_indexes = np.where(indexes_above_bounds, -1.0, next_indexes)
    previous_indexes = previous_indexes.astype(np.intp)
    next_indexes = next_indexes.astype(np.intp)
    arr.sort(axis=0)
    slices_having_nans = np.isnan(arr[-1, ...]) if arr.dtype.kind == 'f' else None
    previous = arr[previous_indexes]
    next = arr[next_indexes]
    gamma = np.asanyarray(virtual_indexes - previous_indexes)
    if weak_q:
        gamma = float(gamma)
    else:
        gamma = gamma.reshape(virtual_indexes.shape + (1,) * (arr.ndim - 1))
    result = _lerp(previous, next, gamma)
    if slices_having_nans is not None and np.any(slices_having_nans):
        if result.ndim == 0:
            result = arr[-1]
        else:
            np.copyto(result, arr[-1, ...], where=slices_having_nans)
    return result

def _quantile_is_valid(q):
    return bool(np.all((q >= 0.0) & (q <= 1.0)))

def percentile(a, q, axis=None, keepdims=False):
    a = np.asanyarray(a)
    if a.dtype.kind == 'c':
        raise TypeError('a must be an array of real numbers')
    weak_q = type(q) in (int, float)
    q = np.asanyarray(np.true_divide(q, 100))
    if not _quantile_is_valid(q):
        raise ValueError('Percentiles must be in the range [0, 100]')
    return _ureduce(a, func=_quantile, q=q, keepdims=keepdims, axis=axis, weak_q=weak_q)

def quantile(a, q, axis=None, keepdims=False):
    a = np.asanyarray(a)
    if a.dtype.kind == 'c':
        raise TypeError('a must be an array of real numbers')
    weak_q = type(q) in (int, float)
    q = np.asanyarray(q)
    if not _quantile_is_valid(q):
        raise ValueError('Quantiles must be in the range [0, 1]')
    return _ureduce(a, func=_quantile, q=q, keepdims=keepdims, axis=axis, weak_q=weak_q)

def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    a = np.asanyarray(a)
    if axis is not None:
        axis = _normal_axes(axis, a.ndim)
    if weights is None:
        avg = a.mean(axis, keepdims=keepdims)
        avg_as_array = np.asanyarray(avg)
        scl = avg_as_array.dtype.type(a.size / avg_as_array.size)
    else:
        wgt = np.asanyarray(weights)
        if a.shape != wgt.shape:
            if axis is None:
                raise TypeError('Axis must be specified when shapes of a and weights differ.')
            if wgt.shape != tuple(a.shape[ax] for ax in axis):
                raise ValueError('Shape of weights must be consistent with shape of a along specified axis.')
            wgt = wgt.transpose(np.argsort(axis, kind='stable'))
            wgt = wgt.reshape(tuple((s if ax in axis else 1) for ax, s in enumerate(a.shape)))
        if issubclass(a.dtype.type, (np.integer, np.bool)):
            result_dtype = np.result_type(a.dtype, wgt.dtype, 'f8')
        else:
            result_dtype = np.result_type(a.dtype, wgt.dtype)
        scl = wgt.sum(axis=axis, dtype=result_dtype, keepdims=keepdims)
        if np.any(scl == 0.0):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        avg = avg_as_array = np.multiply(a, wgt, dtype=result_dtype).sum(axis, keepdims=keepdims) / scl
    if returned:
        if scl.shape != avg_as_array.shape:
            scl = np.broadcast_to(scl, avg_as_array.shape, subok=True).copy()
        return (avg, scl)
    else:
        return avg

def _replace_nan(a, val):
    a = np.asanyarray(a)
    if a.dtype.kind == 'O':
        _refuse('numpy.nansum', 'a function of objects that leaves NaN out')
    mask = np.isnan(a) if a.dtype.kind in 'fc' else None
    if mask is not None:
        a = np.array(a, subok=True, copy=True)
        np.copyto(a, val, where=mask)
    return (a, mask)

def nansum(a, axis=None, keepdims=False):
    a, mask = _replace_nan(a, 0)
    return np.sum(a, axis=axis, keepdims=keepdims)

def nanprod(a, axis=None, keepdims=False):
    a, mask = _replace_nan(a, 1)
    return np.prod(a, axis=axis, keepdims=keepdims)

def nancumsum(a, axis=None):
    a, mask = _replace_nan(a, 0)
    return np.cumsum(a, axis=axis)

def nanmean(a, axis=None, keepdims=False):
    arr, mask = _replace_nan(a, 0)
    if mask is None:
        return np.mean(arr, axis=axis, keepdims=keepdims)
    cnt = np.sum(~mask, axis=axis, dtype=np.intp, keepdims=keepdims)
    tot = np.sum(arr, axis=axis, keepdims=keepdims)
    if isinstance(tot, np.ndarray):
        return np.divide(tot, cnt, out=tot, casting='unsafe')
    return tot.dtype.type(tot / cnt)

def _nanextreme(a, axis, keepdims, ufunc, reduction, worst):
    if type(a) is np.ndarray and a.dtype.kind != 'O':
        return ufunc.reduce(a, axis=axis, keepdims=keepdims)
    a, mask = _replace_nan(a, worst)
    res = reduction(a, axis=axis, keepdims=keepdims)
    if mask is None:
        return res
    mask = np.all(mask, axis=axis, keepdims=keepdims)
    if np.any(mask):
        _refuse('numpy.nanmax', 'a part that is all NaN')
    return res

def nanmax(a, axis=None, keepdims=False):
    return _nanextreme(a, axis, keepdims, np.fmax, np.amax, -np.inf)

def nanmin(a, axis=None, keepdims=False):
    return _nanextreme(a, axis, keepdims, np.fmin, np.amin, +np.inf)

def array_equiv(a1, a2):
    a1, a2 = (np.asarray(a1), np.asarray(a2))
    try:
        np.broadcast_arrays(a1, a2)
    except Exception:
        return False
    return bool(np.asanyarray(a1 == a2).all())

def isclose(a, b, rtol=1.e-5, atol=1.e-8, equal_nan=False):
    x, y, atol, rtol = (a if isinstance(a, (int, float, complex)) else np.asanyarray(a) for a in (a, b, atol, rtol))
    if (dtype := getattr(y, 'dtype', None)) is not None:
        dt = np.result_type(y, 1.)
        y = np.asanyarray(y, dtype=dt)
    elif isinstance(y, int):
        y = float(y)
    if not (np.all(np.isfinite(atol)) and np.all(np.isfinite(rtol))):
        _refuse('numpy.isclose', 'a tolerance that is not finite')
    with np.errstate(invalid='ignore'):
        result = np.less_equal(abs(x - y), atol + rtol * abs(y)) & np.isfinite(y) | (x == y)
        if equal_nan:
            result |= np.isnan(x) & np.isnan(y)
    return result[()]

def allclose(a, b, rtol=1.e-5, atol=1.e-8, equal_nan=False):
    res = np.all(isclose(a, b, rtol=rtol, atol=atol, equal_nan=equal_nan))
    return bool(res)

def rollaxis(a, axis, start=0):
    n = a.ndim
    axis = _axis(axis, n)
    if start < 0:
        start += n
    if not 0 <= start < n + 1:
        _refuse('numpy.rollaxis', 'a start out of range')
    if axis < start:
        start -= 1
    if axis == start:
        return a[...]
    axes = list(range(n))
    axes.remove(axis)
    axes.insert(start, axis)
    return a.transpose(axes)

def unstack(x, /, *, axis=0):
    if x.ndim == 0:
        raise ValueError('Input array must be at least 1-d.')
    return tuple(np.moveaxis(x, axis, 0))

def matrix_transpose(x, /):
    x = np.asanyarray(x)
    if x.ndim < 2:
        raise ValueError(f'Input array must be at least 2-dimensional, but it is {x.ndim}')
    return np.swapaxes(x, -1, -2)

def ediff1d(ary):
    ary = np.asanyarray(ary).ravel()
    return ary[1:] - ary[:-1]

def _type_of(x):
    try:
        return x.dtype.type
    except AttributeError:
        return np.asarray(x).dtype.type

def iscomplexobj(x):
    return issubclass(_type_of(x), np.complexfloating)

def isrealobj(x):
    return not iscomplexobj(x)

def isreal(x):
    return np.imag(x) == 0

def iscomplex(x):
    ax = np.asanyarray(x)
    if issubclass(ax.dtype.type, np.complexfloating):
        return ax.imag != 0
    res = np.zeros(ax.shape, bool)
    return res[()]

def isfortran(a):
    return a.flags.fnc

def issubdtype(arg1, arg2):
    if not (isinstance(arg1, type) and issubclass(arg1, np.generic)):
        arg1 = np.dtype(arg1).type
    if not (isinstance(arg2, type) and issubclass(arg2, np.generic)):
        arg2 = np.dtype(arg2).type
    return issubclass(arg1, arg2)

def digitize(x, bins, right=False):
    x = np.asarray(x)
    bins = np.asarray(bins)
    up = bool(np.all(bins[1:] >= bins[:-1]))
    if not up and not bool(np.all(bins[1:] <= bins[:-1])):
        raise ValueError('bins must be monotonically increasing or decreasing')
    side = 'left' if right else 'right'
    if not up:
        return len(bins) - np.searchsorted(bins[::-1], x, side=side)
    else:
        return np.searchsorted(bins, x, side=side)

def count_along(a, axis=None, keepdims=False):
    a = np.asanyarray(a)
    if a.dtype.kind in 'SU':
        _refuse('numpy.count_nonzero', 'axis= of count_nonzero of text')
    a_bool = a.astype(np.bool, copy=False)
    return a_bool.sum(axis=axis, dtype=np.intp, keepdims=keepdims)

def atleast_1d_each(*arys):
    res = []
    for ary in arys:
        result = np.asanyarray(ary)
        if result.ndim == 0:
            result = result.reshape(1)
        res.append(result)
    return tuple(res)

def insert_along(arr, obj, values, axis=None):
    arr = np.asarray(arr)
    ndim = arr.ndim
    arrorder = 'F' if arr.flags.fnc else 'C'
    if axis is None:
        if ndim != 1:
            arr = arr.ravel()
        ndim = arr.ndim
        axis = ndim - 1
    else:
        axis = _axis(axis, ndim)
    slobj = [slice(None)] * ndim
    N = arr.shape[axis]
    newshape = list(arr.shape)
    if isinstance(obj, slice):
        indices = np.arange(*obj.indices(N), dtype=np.intp)
    else:
        indices = np.array(obj)
        if indices.dtype.kind == 'b':
            _refuse('numpy.insert', 'insertion at the places of a mask')
        elif indices.ndim > 1:
            raise ValueError('index array argument obj to insert must be one dimensional or scalar')
    if indices.size == 1:
        index = indices.item()
        if index < -N or index > N:
            raise IndexError(f'index {obj} is out of bounds for axis {axis} with size {N}')
        if index < 0:
            index += N
        values = np.array(values, copy=None, ndmin=arr.ndim, dtype=arr.dtype)
        if indices.ndim == 0:
            values = np.moveaxis(values, 0, axis)
        numnew = values.shape[axis]
        newshape[axis] += numnew
        new = np.zeros(newshape, arr.dtype, arrorder)
        slobj[axis] = slice(None, index)
        new[tuple(slobj)] = arr[tuple(slobj)]
        slobj[axis] = slice(index, index + numnew)
        new[tuple(slobj)] = values
        slobj[axis] = slice(index + numnew, None)
        slobj2 = [slice(None)] * ndim
        slobj2[axis] = slice(index, None)
        new[tuple(slobj)] = arr[tuple(slobj2)]
        return new
    elif indices.size == 0 and (not isinstance(obj, np.ndarray)):
        indices = indices.astype(np.intp)
    indices[indices < 0] += N
    numnew = len(indices)
    order = indices.argsort(kind='mergesort')
    indices[order] += np.arange(numnew)
    newshape[axis] += numnew
    old_mask = np.ones(newshape[axis], dtype=bool)
    old_mask[indices] = False
    new = np.zeros(newshape, arr.dtype, arrorder)
    slobj2 = [slice(None)] * ndim
    slobj[axis] = indices
    slobj2[axis] = old_mask
    new[tuple(slobj)] = values
    new[tuple(slobj2)] = arr
    return new

def norm(x, ord=None, axis=None, keepdims=False):
    x = np.asarray(x)
    if x.dtype.kind not in 'biuf':
        _refuse('numpy.linalg.norm', 'the norm of numbers of this type')
    if x.dtype.kind != 'f':
        x = x.astype(float)
    if axis is None:
        ndim = x.ndim
        if ord is None or (ord in ('f', 'fro') and ndim == 2) or (ord == 2 and ndim == 1):
            x = x.ravel(order='K')
            sqnorm = x.dot(x)
            ret = np.sqrt(sqnorm)
            if keepdims:
                ret = ret.reshape(ndim * [1])
            return ret
        axis = tuple(range(ndim))
    elif not isinstance(axis, tuple):
        axis = (int(axis),)
    if len(axis) != 1:
        _refuse('numpy.linalg.norm', 'the norm of matrices')
    if ord == np.inf:
        if x.size == 0:
            _refuse('numpy.linalg.norm', 'the norm of nothing')
        return abs(x).max(axis=axis, keepdims=keepdims)
    elif ord == -np.inf:
        return abs(x).min(axis=axis, keepdims=keepdims)
    elif ord == 0:
        return (x != 0).astype(x.real.dtype).sum(axis=axis, keepdims=keepdims)
    elif ord == 1:
        return np.add.reduce(abs(x), axis=axis, keepdims=keepdims)
    elif ord is None or ord == 2:
        s = (x.conj() * x).real
        return np.sqrt(np.add.reduce(s, axis=axis, keepdims=keepdims))
    elif isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    _refuse('numpy.linalg.norm', 'a norm of this order')
`;
