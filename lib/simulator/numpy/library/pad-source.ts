/** `pad`, after numpy/lib/_arraypad_impl.py (LICENSE-NUMPY.txt); see `source.ts`. */
export const PAD_SOURCE = `
def _slice_at_axis(sl, axis):
    return (slice(None),) * axis + (sl,) + (...,)

def _view_roi(array, original_area_slice, axis):
    axis += 1
    sl = (slice(None),) * axis + original_area_slice[axis:]
    return array[sl]

def _pad_simple(array, pad_width):
    new_shape = tuple(left + size + right for size, (left, right) in zip(array.shape, pad_width))
    order = 'F' if array.flags.fnc else 'C'
    padded = np.zeros(new_shape, dtype=array.dtype, order=order)
    original_area_slice = tuple(slice(left, left + size) for size, (left, right) in zip(array.shape, pad_width))
    padded[original_area_slice] = array
    return (padded, original_area_slice)

def _set_pad_area(padded, axis, width_pair, value_pair):
    left_slice = _slice_at_axis(slice(None, width_pair[0]), axis)
    padded[left_slice] = value_pair[0]
    right_slice = _slice_at_axis(slice(padded.shape[axis] - width_pair[1], None), axis)
    padded[right_slice] = value_pair[1]

def _get_edges(padded, axis, width_pair):
    left_index = width_pair[0]
    left_slice = _slice_at_axis(slice(left_index, left_index + 1), axis)
    left_edge = padded[left_slice]
    right_index = padded.shape[axis] - width_pair[1]
    right_slice = _slice_at_axis(slice(right_index - 1, right_index), axis)
    right_edge = padded[right_slice]
    return (left_edge, right_edge)

def _as_pairs(x, ndim, as_index=False):
    x = np.array(x)
    if as_index:
        x = x.astype(np.intp, copy=False)
    if x.ndim < 3:
        if x.size == 1:
            x = x.ravel()
            if as_index and x < 0:
                raise ValueError("index can't contain negative values")
            return ((x[0], x[0]),) * ndim
        if x.size == 2 and x.shape != (2, 1):
            x = x.ravel()
            if as_index and (x[0] < 0 or x[1] < 0):
                raise ValueError("index can't contain negative values")
            return ((x[0], x[1]),) * ndim
    if as_index and x.min() < 0:
        raise ValueError("index can't contain negative values")
    return np.broadcast_to(x, (ndim, 2)).tolist()

def pad(array, pad_width, mode='constant', **kwargs):
    array = np.asarray(array)
    if isinstance(pad_width, dict):
        _refuse('numpy.pad', 'widths of pad in a dict')
    pad_width = np.asarray(pad_width)
    if not pad_width.dtype.kind == 'i':
        raise TypeError('\`pad_width\` must be of integral type.')
    pad_width = _as_pairs(pad_width, array.ndim, as_index=True)
    if mode != 'constant' and mode != 'edge' or mode == 'edge' and kwargs:
        _refuse('numpy.pad', 'pad of another mode than constant and edge')
    padded, original_area_slice = _pad_simple(array, pad_width)
    axes = range(padded.ndim)
    if mode == 'constant':
        values = kwargs.get('constant_values', 0)
        values = _as_pairs(values, padded.ndim)
        for axis, width_pair, value_pair in zip(axes, pad_width, values):
            roi = _view_roi(padded, original_area_slice, axis)
            _set_pad_area(roi, axis, width_pair, value_pair)
    elif array.size == 0:
        for axis, width_pair in zip(axes, pad_width):
            if array.shape[axis] == 0 and any(width_pair):
                raise ValueError(
                    f"can't extend empty axis {axis} using modes other than 'constant' or 'empty'"
                )
    else:
        for axis, width_pair in zip(axes, pad_width):
            roi = _view_roi(padded, original_area_slice, axis)
            edge_pair = _get_edges(roi, axis, width_pair)
            _set_pad_area(roi, axis, width_pair, edge_pair)
    return padded
`;
