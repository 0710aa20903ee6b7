#!/usr/bin/env python3
"""Record what NumPy makes of thousands of small expressions and statements.

    record-numpy.py OUT.json.gz

Each case is a setup, an expression (or statement) and what Python printed, or the error it raised. The test runs the
same program in the simulator and compares. Needs CPython 3.11 and NumPy 2.4."""
import contextlib
import gzip
import io
import itertools
import json
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")

SHOW = """t = type(r).__name__
print(t, repr(r), str(r))
if t == 'ndarray':
    print(r.dtype, r.shape, r.strides, r.flags.c_contiguous, r.flags.f_contiguous, r.flags.owndata, r.flags.writeable, r.base is None)
"""

# --- setups: the arrays that expressions are tried on
SETUPS = {
    "v": "a = np.arange(6)",
    "s": "a = np.arange(10)[1:9:2]",
    "n": "a = np.arange(5)[::-1]",
    "m": "a = np.arange(12).reshape(3, 4)",
    "T": "a = np.arange(12).reshape(3, 4).T",
    "F": "a = np.array([[0, 1, 2], [3, 4, 5]], order='F')",
    "k": "a = np.arange(24).reshape(2, 3, 4)",
    "p": "a = np.arange(24).reshape(2, 3, 4).transpose(1, 2, 0)",
    "x": "a = np.arange(24).reshape(2, 3, 4)[:, ::2, 1:]",
    "z": "a = np.array(7)",
    "e": "a = np.zeros(0)",
    "w": "a = np.zeros((0, 3))",
    "f": "a = np.array([1.5, -2.25, 0.0, 1000.125])",
    "g": "a = np.array([[1.5, 2.5], [3.5, -4.0]])",
    "b": "a = np.array([True, False, True])",
    "u": "a = np.array([1, 200, 255], dtype=np.uint8)",
    "i": "a = np.array([-128, 0, 127], dtype=np.int8)",
    "h": "a = np.array([0.1, 2.5, 1e10], dtype=np.float32)",
    "c": "a = np.array([1 + 2j, -0.5j])",
    "o": "a = np.array([1, None, 'x'], dtype=object)",
    "t": "a = np.array(['ab', 'c', ''])",
    "r": "a = np.array([(1, 2.5), (3, 4.0)], dtype=[('x', 'i4'), ('y', 'f8')])",
    "1": "a = np.ones((1, 3))",
    "l": "a = np.array([2**62, -2**63, 2**53 + 1])",
    "q": "a = np.array([2**64 - 1, 5], dtype=np.uint64)",
    "d": "a = np.array([np.nan, np.inf, -np.inf, 1.0])",
}
NUMERIC = "vsnmTFkpxzewfgbuihclq1d"
INTS = "vsnmTFkpxuilq1"
REAL = "vsnmTFkpxzfgbuih1ld"
ALL = "".join(SETUPS)

CASES = []


def add(setups, *expressions):
    for s, e in itertools.product(setups, expressions):
        CASES.append((s, e))


# creation
add("v", *"""np.array([1, 2, 3]);np.array([]);np.array([[]]);np.array([[1, 2], [3, 4]]);np.array([1, 2.5]);np.array([True, 2])
np.array([1, 'a']);np.array(['a', 'bcd']);np.array([b'ab', b'c']);np.array([None, 1]);np.array([1, 2], dtype=float);np.array([1.9, -1.9], dtype=int)
np.array([1, [2, 3]]);np.array([[1, 2], [3]]);np.array([[1, 2], [3]], dtype=object);np.array([[[1], [2]], [[3], [4, 5]]]);np.array(5);np.array(2.5);np.array('abc')
np.array([1, 2], dtype='U5');np.array([1.5, 2], dtype=str);np.array([2**63]);np.array([2**64]);np.array([-1, 2**63]);np.array([1, 2**70]);np.array(range(4));np.array((1, 2))
np.array([[1, 2], [3, 4]], order='F');np.array([1, 2], ndmin=3);np.array([a, a]);np.array([a[:2], [7, 8]]);np.array([1j, 2]);np.array([np.float32(1), 2]);np.array([np.int8(1), 2])
np.array([np.float32(1), np.int8(2)]);np.array([300], dtype=np.uint8);np.array([-1], dtype=np.uint8);np.array(['1', '2'], dtype=int);np.array(['x'], dtype=int);np.array(['x'], dtype=float)
np.array([None], dtype=float);np.array([None], dtype=int);np.array({}) ;np.array([{}, 1]);np.array([(), ()]);np.array([[1], 2]);np.array([1, 2], dtype=bool);np.array([0.0, 3], dtype=bool)
np.array([1, 2], dtype=complex);np.array([1 + 0j], dtype=float);np.array([1, 2], copy=False);np.array(a, copy=False);np.array(a, copy=None);np.array(a[::2]);np.array(a, dtype=float)
np.zeros(3);np.zeros((2, 3));np.zeros(0);np.zeros((2, 0));np.zeros(3, dtype=int);np.zeros(2, dtype=bool);np.zeros(2, dtype='U3');np.zeros(2, dtype=object);np.zeros((2, 2), order='F')
np.zeros(-1);np.zeros('a');np.zeros(1.5);np.zeros((1.5,));np.zeros(2, dtype='zz');np.zeros(2, dtype=[('x', 'i4'), ('y', 'f8')]);np.zeros((10**6, 10**6));np.zeros(2, dtype=complex)
np.ones(3);np.ones((2, 2), dtype=int);np.ones(2, dtype=bool);np.ones(2, dtype=np.float32);np.full(3, 7);np.full((2, 2), 1.5);np.full(2, True);np.full(2, 'ab');np.full(2, None);np.full(2, [1, 2])
np.full(3, 7, dtype=float);np.full((2, 2), [1, 2]);np.full(2, 300, dtype=np.uint8);np.empty(0);np.empty((0, 3));np.empty(2, dtype=object)
np.arange(5);np.arange(2, 8);np.arange(2, 8, 3);np.arange(5, 0, -2);np.arange(0);np.arange(3, 1);np.arange(3.0);np.arange(0, 1, 0.25);np.arange(0, 1, 0.1);np.arange(1, 2, 0.3);np.arange(5, dtype=float)
np.arange(5, dtype=np.int8);np.arange(0, 1, 0);np.arange();np.arange(2, dtype=bool);np.arange(-3, 3);np.arange(1.5, 4);np.arange(10, 0, -3.5);np.arange(np.int32(4));np.arange(3, dtype=np.float32);np.arange(0, 2, 0.1, dtype=np.float32)
np.linspace(0, 1, 3);np.linspace(0, 1, 5);np.linspace(0, 10, 4);np.linspace(1, 2, 7);np.linspace(0, 1, 1);np.linspace(0, 1, 0);np.linspace(0, 1, 4, endpoint=False);np.linspace(0, 10, 5, dtype=int);np.linspace(5, 5, 3);np.linspace(0, 1, 3, retstep=True)
np.linspace(1, 0, 3);np.linspace(-1, 1, 11);np.linspace(0, 1);np.logspace(0, 2, 3);np.logspace(0, 1, 2);np.logspace(0, 3, 4, base=2)
np.eye(3);np.eye(2, 3);np.eye(3, k=1);np.eye(3, k=-1, dtype=int);np.identity(2);np.identity(2, dtype=int);np.diag([1, 2]);np.diag([1, 2], k=1);np.diag([[1, 2], [3, 4]]);np.diag(a, -1);np.tri(3);np.tri(2, 3, 1, dtype=int)
np.fromiter([1, 2], int);np.fromiter((x for x in [1.5, 2]), float);np.fromiter([1, 2, 3], int, count=2);np.frombuffer(b'abcd', dtype=np.uint8);np.frombuffer(b'abcdefgh', dtype=np.int32);np.frombuffer(b'abc', dtype=np.int16);np.frombuffer(b'abcd', np.uint8, 2, 1)
np.indices((2, 3));np.indices((2, 2))[1];np.meshgrid([1, 2], [3, 4, 5])[0];np.meshgrid([1, 2], [3, 4, 5])[1];np.meshgrid([1, 2], [3, 4], indexing='ij')[0];np.ogrid[0:2, 0:3][1];np.mgrid[0:2, 0:3];np.mgrid[0:4:2];np.tril(np.ones((3, 3)));np.triu(np.arange(9).reshape(3, 3), 1)""".replace("\n", ";").split(";"))
add(ALL, "np.zeros_like(a)", "np.ones_like(a)" if False else "np.zeros_like(a, dtype=float)", "np.asarray(a)", "np.array(a)", "np.copy(a)", "a.copy()", "a.copy('F')", "a.copy('K')", "a.copy('A')",
    "np.ascontiguousarray(a)", "np.asfortranarray(a)", "a.view()", "a.tolist()", "a.T", "a.size, a.ndim, a.nbytes, a.itemsize", "a.dtype", "a.flags", "a.flatten()", "a.ravel()", "a.base is None", "len(a)", "list(a)", "np.atleast_2d(a)", "np.atleast_3d(a)", "repr(a[:0])" )
add("vmTFkpxfbuih1", "np.ones_like(a)", "np.full_like(a, 3)", "np.full_like(a, 2.7)", "np.full_like(a, 1, dtype=float)", "a.astype(float)", "a.astype(int)", "a.astype(bool)", "a.astype(np.int8)" , "a.astype(np.float32)", "a.astype(complex)", "a.astype(str)", "a.astype(object)", "a.astype(a.dtype, copy=False) is a", "a.astype('foo')", "a.astype(np.uint8)")
add("t", "a.astype(int)", "a.astype('U1')", "a.astype(object)", "a == 'c'", "a != 'c'", "a < 'b'", "a + 'x'", "np.sort(a)", "a.astype('S')", "a.tolist()", "a[0]", "a[0] + 'z'", "len(a[0])", "np.unique(a)")
# indexing
add("vsn", *"""a[0];a[-1];a[9];a[-9];a[1:3];a[::2];a[::-1];a[5:1:-2];a[:0];a[1:1];a[...];a[None];a[:, None];a[[0, 1]];a[[0, -1, 0]];a[[9]];a[[]];a[a > 2];a[a > 99];a[[True, False]];a[np.array([[0, 1], [1, 0]])];a[np.array([[0, 1], [1, 0]]).T]
a[1.0];a['x'];a[{}];a[None, 0];a[0, 0];a[0, ...];a[..., 0];a[()];a[np.int64(1)];a[np.array(1)];a[(1,)];a[(0, 1),];a[[1.5]];a[np.array([1.5])];a[::0];a['x':];a[...,...];a[2**70];a[range(2)];a.take([0, 1]);a.take([[0], [1]]);a.take(1);a.take([9]);a.item();a.item(1);a.item(-1);a.item(9);a[True:]
np.take(a, [1, 0]);np.compress([True, False, True], a);np.extract(a > 1, a);np.repeat(a, 2);np.repeat(a, [1, 0, 2]);np.tile(a, 2);np.tile(a, (2, 2));np.tile(a, 1);np.roll(a, 1);np.roll(a, -2);np.flip(a);np.delete(a, 1);np.delete(a, [0, 2]);np.delete(a, 99);np.insert(a, 1, 50);np.insert(a, 0, [7, 8]);np.append(a, 3);np.append(a, [1.5]);np.where(a > 1);np.where(a > 1, a, -a);np.where(a > 1, 1, 0.5);a.nonzero();np.argwhere(a > 1);np.flatnonzero(a);np.diff(a);np.diff(a, 2);np.ediff1d(a);np.sort(a);np.argsort(a);np.unique(a % 3);np.unique(a % 3, return_counts=True);np.searchsorted(a, 2);np.searchsorted(a, [1, 3], side='right');np.bincount(a);np.split(a, 2);np.split(a, [1, 3]);np.array_split(a, 3);np.split(a, 4);np.clip(a, 1, 3);np.clip(a, None, 2);a.clip(2);np.cumsum(a);np.cumprod(a);np.gradient(a)
np.concatenate([a, a]);np.concatenate([a, [1.5]]);np.concatenate([a, [[1]]]);np.stack([a, a]);np.stack([a, a], axis=1);np.stack([a, a], axis=-1);np.vstack([a, a]);np.hstack([a, a]);np.column_stack([a, a]);np.dstack([a, a]);np.concatenate([]);np.stack([]);np.outer(a, a);np.dot(a, a);a @ a;np.inner(a, a);np.vdot(a, a);np.meshgrid(a, a)[0].shape;np.broadcast_to(a, (2, a.size));np.broadcast_to(a, (2, 2));np.broadcast_to(a, 3);np.lib.stride_tricks.sliding_window_view(a, 2);np.lib.stride_tricks.as_strided(a, (2, 2), (8, 8));np.broadcast_arrays(a, a[:, None])[0];np.broadcast_arrays(a, a)[0] is a;a.reshape(2, -1);a.reshape(4, -1);a.reshape(7, 7);a.reshape(-1, -1);a.reshape(-1);a.reshape(1, -1);a.reshape((a.size, 1));a.reshape(a.size, 1, order='F');np.expand_dims(a, 0);np.expand_dims(a, 1);np.expand_dims(a, 3);np.squeeze(a);a.squeeze(0);a.swapaxes(0, 1);np.shares_memory(a, a[1:]);np.shares_memory(a[::2], a[1::2]);np.may_share_memory(a[::2], a[1::2]);np.array_equal(a, a);np.array_equal(a, a + 1);np.allclose(a, a + 1e-9);np.isclose(a, a);a.max();a.min();a.sum();a.mean();a.std();a.var();a.prod();a.any();a.all();a.argmax();a.argmin();np.ptp(a);np.median(a);a.dot(2);2 in a;99 in a;sum(a);max(a);sorted(a);a.tobytes();np.count_nonzero(a);np.trace(a)""".replace("\n", ";").split(";"))
add("mTFg", *"""a[0];a[1, 1];a[:, 0];a[1:];a[::-1];a[:, ::-1];a[::-1, ::-1];a[..., 0];a[None];a[:, None];a[..., None];a[[0, 1]];a[:, [0, 1]];a[[0, 1], [1, 0]];a[[0, 1], 0];a[0, [0, 1]];a[[[0], [1]], [0, 1]];a[1:, [0, 1]];a[[0, 1], 1:];a[[0, 1], None];a[None, [0, 1]];a[...,[0, 1]];a[a > 2];a[np.array([True, False] + [False] * (a.shape[0] - 2))];a[:, np.array([True, True] + [False] * (a.shape[1] - 2))];a[9];a[0, 9];a[0, 0, 0];a[[9]];a[[0, 1], [0, 1, 2]];a[[]];a[:, []];a[np.zeros((2, 2, 1), bool)];a[np.ix_([0, 1], [1, 0])] if False else a[[1, 0]];a[np.array(1)];a[np.array(0), :];a[0][1];a[(0, 1)];a[0:1, 0:1];a[1:1];a[-1, -1]
a.T;a.T.T;a.transpose(1, 0);a.transpose(0);a.transpose(0, 0);a.transpose((1, 0));a.reshape(-1);a.reshape(-1, order='F');a.reshape(2, -1);a.reshape(-1, 2, order='F');a.reshape(1, -1);a.ravel();a.ravel('F');a.ravel('K');a.ravel('A');a.flatten();a.flatten('F');a.flatten('K');a.swapaxes(0, 1);a.swapaxes(0, 5);np.moveaxis(a, 0, 1);np.flip(a);np.flip(a, 0);np.fliplr(a);np.flipud(a);np.rot90(a);np.rot90(a, 2);np.rot90(a, 3);np.roll(a, 1);np.roll(a, 1, axis=0);np.roll(a, (1, 2), axis=(0, 1));a.diagonal();a.diagonal(1);a.diagonal(-1);np.diag(a);np.trace(a);np.expand_dims(a, 1);np.squeeze(a[None]);a.squeeze(0);a[None].squeeze(0);np.tile(a, 2);np.tile(a, (2, 1));np.repeat(a, 2);np.repeat(a, 2, axis=0);np.repeat(a, 2, axis=1);np.resize(a, (2, 2));np.concatenate([a, a]);np.concatenate([a, a], axis=1);np.concatenate([a, a], axis=2);np.concatenate([a, a], axis=None);np.concatenate([a, a[:1]]);np.concatenate([a, a[:, :1]]);np.vstack([a, a]);np.hstack([a, a]);np.dstack([a, a]);np.stack([a, a]);np.stack([a, a], axis=2);np.stack([a, a], axis=5);np.append(a, a);np.append(a, a, axis=0);np.split(a, 2, axis=1);np.hsplit(a, 2);np.vsplit(a, [1]);np.split(a, 5);np.delete(a, 0, axis=0);np.delete(a, 1, axis=1)
a.sum();a.sum(axis=0);a.sum(axis=1);a.sum(axis=-1);a.sum(axis=2);a.sum(axis=(0, 1));a.sum(axis=0, keepdims=True);a.sum(keepdims=True);a.sum(dtype=float);a.max();a.max(axis=0);a.min(axis=1);a.max(axis=1, keepdims=True);a.mean();a.mean(axis=0);a.mean(axis=1);a.std();a.std(axis=0);a.var(axis=1);a.var(ddof=1);a.prod();a.prod(axis=0);a.cumsum();a.cumsum(axis=0);a.cumsum(axis=1);a.cumprod(axis=1);a.argmax();a.argmax(axis=0);a.argmin(axis=1);a.any();a.any(axis=0);a.all(axis=1);np.ptp(a, axis=0);a.round(1);np.sort(a);np.sort(a, axis=0);np.sort(a, axis=None);np.argsort(a, axis=0);np.where(a > 2);np.where(a > 2, a, 0);a.nonzero();np.argwhere(a);np.unique(a);np.diff(a);np.diff(a, axis=0);a.take([0, 1]);a.take([0, 1], axis=0);a.take([1, 0], axis=1);a.compress([True, False], axis=0);np.outer(a, [1, 2]);a @ a.T;a.T @ a;a @ [1, 2];a @ a;np.dot(a, a.T);a.dot([1] * a.shape[1]);np.inner(a, a);np.add.reduce(a);np.add.reduce(a, axis=1);np.multiply.reduce(a);np.add.accumulate(a);np.maximum.reduce(a);np.add.outer(a, [1, 2]).shape;np.broadcast_to(a, (2,) + a.shape);np.broadcast_to(a, (2, 2, 2, 2));a.flat[3];a.flat[1:3];a.flat[[0, 1]];list(a.flat);a.flat[99];len(a.flat);a.view(np.int32);a.view(np.uint8).shape;a.real is a;a.imag;np.tril(a);np.triu(a, 1);a.item(3);a.item(1, 1);a.item(9, 9);a.tolist();[r.sum() for r in a];[r.base is None for r in a];list(a)[0];5 in a;np.clip(a, 1, 2);np.shape(a);np.size(a, 0);np.ndim(a);a == a.T if a.shape[0] == a.shape[1] else a == a;a + a[0];a + a[:, :1];a * [1, 2];a - a.T;(a + a).strides;(a.T + 1).strides;(a > 1).strides;np.atleast_1d(a) is a;np.shares_memory(a, a.T);a.strides;a.shape;bool(a);int(a);float(a);a.argmax(axis=5);a.sum(axis=(0, 0))""".replace("\n", ";").split(";"))
add("kpx", *"""a[0];a[:, 0];a[..., 0];a[0, 1];a[0, :, 0];a[0, 1, 1];a[:, [0, 1]];a[:, :, [0, 1]];a[[0, 1], :, [0, 1]];a[:, [0, 1], [0, 1]];a[0, :, [0, 1]];a[0, [0, 1]];a[:, 0, [0, 1]];a[[[0], [1]], [[0, 1]]];a[a > 5];a[a[:, :, 0] > 3];a[:, a[0] > 3];a[[0, 1]];a[1:, ::-1, [0, 1]];a[..., [0, 1], 0];a.T;a.transpose(1, 0, 2);a.transpose(2, 0, 1);a.reshape(-1);a.reshape(4, -1);a.reshape(2, -1, order='F');a.ravel();a.ravel('K');a.ravel('F');a.flatten('K');a.swapaxes(0, 2);np.moveaxis(a, 0, 2);np.moveaxis(a, [0, 1], [2, 0]);a.copy();a.copy('K');a + 1;a.sum();a.sum(axis=0);a.sum(axis=1);a.sum(axis=2);a.sum(axis=(0, 2));a.sum(axis=(0, 1, 2));a.sum(axis=1, keepdims=True);a.max(axis=(1, 2));a.mean(axis=0);a.cumsum(axis=1);a.std(axis=2);a.any(axis=0);a.argmax(axis=1);np.concatenate([a, a], axis=1);np.stack([a, a]);np.flip(a, (0, 2));np.rot90(a);a.diagonal();np.sort(a, axis=0);np.argsort(a);np.where(a > 4);np.tile(a, 2);np.repeat(a, 2, axis=1);a @ a.swapaxes(1, 2);np.expand_dims(a, (0, 2));a.squeeze();np.add.reduce(a, axis=1);a.T + a.T;a + a[:1];a.view(np.int32);list(a)[0];np.squeeze(a[:1]);np.zeros_like(a);np.argwhere(a > 9);np.atleast_3d(a) is a;a.tolist();np.array_split(a, 2, axis=2)""".replace("\n", ";").split(";"))
# operators and promotion
OPERANDS = ["1", "2.5", "True", "1j", "np.int8(3)", "np.uint8(3)", "np.int64(3)", "np.uint64(3)", "np.float32(1.5)", "np.float64(1.5)", "np.array([1, 2, 3])", "np.array(2)", "[1, 2, 3]", "300", "-1", "2**70", "None", "'a'"]
for op in ["+", "-", "*", "/", "//", "%", "**", "&", "|", "^", "<<", ">>", "==", "!=", "<", ">=", "@"]:
    add("bui", *[f"a {op} {x}" for x in OPERANDS])
    add("hclq", *[f"a {op} {x}" for x in OPERANDS[:10] + ["300", "-1"]])
    add("vfdz", *[f"a {op} {x}" for x in ["1", "2", "2.5", "0", "-3", "True", "None", "'a'", "np.array([1, 2])", "a", "[1]", "np.float32(0.5)"]])
    add("v", *[f"{x} {op} a[:3]" for x in OPERANDS])
    add("v", *[f"{x} {op} {y}" for x, y in [("np.int64(7)", "2"), ("np.int64(7)", "2.0"), ("7", "np.int64(2)"), ("np.int8(100)", "np.int8(100)"), ("np.int8(100)", "100"), ("np.int8(100)", "200"), ("np.float32(0.1)", "3"), ("np.float64(0.1)", "np.float32(0.2)"), ("2.5", "np.int64(2)"), ("np.float64(2.5)", "2"), ("np.bool(True)", "np.bool(True)"), ("np.bool(True)", "2"), ("np.uint8(5)", "np.int8(3)"), ("np.int64(5)", "[1, 2]"), ("[1, 2]", "np.int64(2)"), ("np.int64(2)", "None"), ("np.int64(2)", "'a'"), ("np.uint64(5)", "np.int64(3)"), ("np.int64(-7)", "3"), ("np.float64(-7.5)", "2"), ("np.int64(7)", "0"), ("np.float64(7)", "0"), ("np.uint8(3)", "5")]])
add("vfbuihclqz1d", "-a", "+a", "abs(a)", "~a", "np.sign(a)", "np.square(a)", "np.sqrt(a)", "np.floor(a)", "np.ceil(a)", "np.rint(a)", "np.trunc(a)", "np.isnan(a)", "np.isinf(a)", "np.isfinite(a)", "np.logical_not(a)", "np.exp(a * 0)", "np.log(a * 0 + 1)", "np.abs(a)", "np.conj(a)", "np.reciprocal(a)", "np.maximum(a, 1)", "np.minimum(a, 1.5)", "np.fmax(a, 0)", "np.logical_and(a, 1)", "np.logical_or(a, 0)", "np.add(a, 1)", "np.add(a, 1, dtype=float)", "np.power(a, 2)", "np.mod(a, 3)", "np.hypot(a, 0)", "np.sum(a)", "np.prod(a)", "np.mean(a)", "np.max(a)", "np.min(a)", "np.std(a)", "np.cumsum(a)", "np.any(a)", "np.all(a)", "np.argmax(a)", "np.sort(a)", "np.round(a)", "np.round(a, 1)", "a.sum(dtype=np.float32)", "np.sin(a * 0)", "np.arctan2(a, 1)", "np.where(a)", "np.unique(a)", "a.real", "a.imag", "divmod(a, 2)", "round(a, 1)", "np.linalg.norm(a)", "bool(a)", "np.add.reduce(a)", "np.cos(a)")
# statements that change an array; the result shown is a
STATEMENTS = """a[0] = 9;a[-1] = 5;a[9] = 1;a[:] = 1;a[1:] = [7];a[...] = 3;a[[0, 1]] = 8;a[[0, 0]] += 1;a[a > 1] = 0;a[0] = 2.9;a[0] = 'x';a[0] = None;a[0] = [1];a[0] = [1, 2];a[0] = True;a[0] = 1j;a[0] = 300;a[0] = -1;a[0] = 2**70;a[0] = np.array(5);a[0] = np.array([5]);a[0] = np.zeros(3);a[0] = {}
a[1:] = a[:-1];a[:-1] = a[1:];a[::-1] = a.copy();a[:] = a[::-1];a += 1;a -= 2;a *= 2;a *= 2.5;a /= 2;a //= 2;a %= 3;a **= 2;a += 0.5;a += a;a += [1];a &= 1;a |= 1;a <<= 1;a += np.ones(2);a += True;a += 1j;a @= a;a[[9]] = 1;a['x'] = 1;del a[0];a[1.5] = 0;a[0, 0, 0, 0] = 1;a[None] = 4;a[[True, False]] = 1;a[:] = [1, 2];a[:] = np.zeros((5, 5));a[[0, 1]] = [1, 2, 3];a[a > 0] = [1];a[a > 0] = [1, 2];a[a >= 0] = a[a >= 0] * 2;a.fill(4);a.fill(1.5);a.sort();a[::-1].sort();a.shape = -1;a.shape = (1, a.size);a.shape = (7, 7);a.shape = (2, -1);a.resize(2);a.resize((3, 3));a.flat[1] = 50;a.flat[:2] = 60;a.flat = 3;a.flat[[0, 2]] = [7, 8];a.put([0, 1], 7);np.put(a, [0], 6);np.copyto(a, 5);np.copyto(a, 1.5);np.copyto(a, [1, 2]);np.copyto(a, 9, where=a > 1);np.add(a, 1, out=a);np.add(a, 0.5, out=a);np.multiply(a, a, out=a);np.sqrt(a, out=a);np.cumsum(a, out=a);np.clip(a, 0, 2, out=a);np.add(a, 1, out=a, where=a > 1);np.negative(a, out=a);np.add(a, 1, out=np.zeros(2));a.T[...] = 1;a.real = 5;a.imag = 1;a.dtype = np.float64;a.flags.writeable = False;a.setflags(write=False);a[0] += 5;a[0], a[1] = a[1], a[0];a[:2], a[2:4] = a[2:4], a[:2];a.sum(out=a);a.ravel()[0] = 77;a.reshape(-1)[:] = 1;a.flatten()[0] = 77;np.add.at(a, [0, 0], 1);a.flags.writeable = False; a[0] = 1
a.flags.writeable = False; a += 1;a.flags.writeable = False; a.sort();a = a.astype(np.float32); a += 1""".replace("\n", ";;").replace("; a", "\x00 a")
STATEMENTS = [s.replace("\x00", ";") for line in STATEMENTS.split(";;") for s in line.split(";") if s]
for s in "vsnfbuihcozmTF1e":
    for statement in STATEMENTS:
        CASES.append((s, "!" + statement))
add("m", *["!" + s for s in """a[0] = [1, 2, 3, 4];a[:, 0] = 5;a[:, 0] = [1, 2, 3];a[0] = [1, 2];a[:] = [[1], [2], [3]];a[[0, 1]] = a[[1, 0]];a[[0, 1], [0, 1]] = 9;a[:, [0, 1]] = 1;a[:, [0, 1]] = [1, 2, 3];a[0] = [[1, 2, 3, 4]];a[0] = [1, [2, 3], 4, 5];a[[0]] = None;a[a > 5] = [[1, 2]];a[1:, 1:] *= 10;a[0], a[1] = a[1], a[0];a[:] = a.T[:3];a.T[0] = 7;a.diagonal()[0] = 1;a[0][1] = 8;a[[0]][0] = 8;a -= a[0];a += a[:, :1];a /= 2;np.add(a[0], a[1], out=a[2]);np.dot(a, a.T, out=np.zeros((3, 3), int));a.sum(axis=0, out=a[0]);np.sum(a, axis=1, out=np.zeros(3));np.sum(a, axis=1, out=np.zeros(2));a.shape = (4, 3);a.shape = 12;np.fill_diagonal(a, 0);a[1:] = a[:-1];a[:, ::-1] = a.copy();a[..., -1] = 0;a.swapaxes(0, 1)[0, 0] = 9;a[:2].sort(axis=0);a.sort(axis=0)""".split(";")])
add("r", *"""a['x'];a['y'];a['z'];a[0];a[0]['x'];a[0].item();a[['x']];a[['x', 'y']];a.dtype.names;a['x'].sum();a.tolist();a[0][1];a.dtype;a[:1];str(a[0]);a[0]['q'];a.copy();a == a if False else a.shape""".split(";"))
add("r", *["!" + s for s in """a['x'] = 5;a['x'][0] = 7;a[0] = (8, 9);a[0]['x'] = 4;a[0] = (1, 2, 3);a['y'] *= 2;a[:] = (1, 2);a['z'] = 1""".split(";")])
# printing
FLOATS = ["0.1, 0.2", "1.0, 2.0", "1e10, 1.0", "1e-5, 1.0", "1e-4, 1.0", "123456.789, 0.001", "1e100, 1e-100", "np.nan, 1.5", "np.inf, -1.0", "np.nan, np.inf", "1/3, 2/3", "1e8, 1.0", "99999999.0, 1.0", "1e16, 1.0", "0.1 + 0.2", "100.0, 0.5", "-0.0, 0.0", "1e-10", "123456789.123", "0.00012345", "1e5, 1e-3", "1.5, 22.75, 333.125", "1e300, -1e300", "2**53 * 1.0, 1.0", "0.001953125", "1.0000000001, 1.0", "12345678.9", "1e22", "5e-324", "1.7976931348623157e308", "1000.5, 0.25", "np.pi, np.e", "0.5, 1e3", "0.05, 51", "1234.5678, 1.1"]
for f in FLOATS:
    add("v", f"np.array([{f}])", f"np.array([{f}], dtype=np.float32)", f"np.array([{f}]) * 1j", f"[np.float64(x) for x in [{f}]]", f"[np.float32(x) for x in [{f}]]", f"str(np.array([{f}])[0])", f"np.array([[{f}], [{f}]])")
add("v", *"""np.arange(30);np.arange(100);np.arange(1001);np.arange(2000).reshape(2, 1000);np.arange(1100.0);np.arange(40).reshape(2, 20);np.arange(24).reshape(2, 3, 4);np.ones((30, 30));np.zeros((40, 40));np.zeros((2, 3, 4, 2));np.arange(12).reshape(2, 2, 3) * 100;np.array(['a' * 30, 'b']);np.array(['a', 'b' * 40, 'c' * 40]);np.array([1, 'x', None, [1, 2]], dtype=object);np.array([[1, None], ['a', 2.5]], dtype=object);np.array([True, False]);np.array(True);np.array(2.5);np.array(None);np.array('x');np.array([], dtype=int);np.zeros((0, 3), dtype=np.int8);np.array([1e10, 2, 3.5] * 10);np.arange(-5, 5);np.array([10**18, -1]);np.linspace(0, 1, 20);np.array([1 + 2j, 3.5 - 1j, 1e10j]);np.array([b'ab', b'c']);np.array([1, 2], dtype=np.int32);np.array([[1.5, 2], [3, 4]], dtype=np.float32);np.array(['it\\'s', 'a"b']);np.array([1.0, 2.5, np.nan, -np.inf]);np.array([[[1]]]);np.array([[], []]);np.zeros((1, 0));np.arange(1000) / 7;np.arange(3).reshape(3, 1);np.array([0.1] * 20);-np.arange(5.0);np.array([1e-3, 1e3]);np.array([1e-3, 1e2]);np.array([[0.1, 100], [1000, 1]]);[np.int64(1), np.float64(2), np.bool(True), np.str_('a'), np.int8(3), np.uint64(7), np.complex128(1j), np.float32(1)];(np.float64(1.0),);{'a': np.int64(1)};np.dtype('i4');np.dtype(float);np.dtype('U5');np.dtype('S3');np.dtype(object);np.dtype([('x', 'i4')]);np.dtype('f4').name;np.dtype(int).str;np.int64;np.float64;np.add;np.int64(5).item();np.float64(2.5).item();np.float64(1e16);np.float64(1e15);np.float64(0.0001);np.float64(0.00001);np.float32(16777216);np.float32(1e-5);np.complex64(1 + 2j);np.float64(-0.0);np.complex128(0 - 1j);str(np.complex128(1 + 2j));f'{np.float64(1.5):.3f}';f'{np.int64(5):03d}';f'{np.float64(2)}';f'{np.arange(3)}';'%s %d %.2f' % (np.int64(1), np.int64(2), np.float64(3));'{}'.format(np.array([1, 2]));f'{np.array(3)}';f'{np.arange(3):d}';round(np.float64(2.567), 2);round(np.float64(2.5));int(np.float64(2.9));float(np.int64(2));bool(np.int64(0));hash(np.int64(5)) == hash(5);np.int64(5) == 5;np.int64(5) in [5];{5: 'a'}[np.int64(5)];[1, 2, 3][np.int64(1)];range(np.int64(3));'ab' * np.int64(2);isinstance(np.float64(1), float);isinstance(np.int64(1), int);isinstance(np.bool(True), bool);isinstance(np.arange(2), np.ndarray);isinstance(np.int64(1), np.integer);issubclass(np.float32, np.floating);type(np.arange(3)[0]).__name__;type(np.arange(3)).__name__;np.int8(200);np.uint8(-1);np.int64('12');np.float64('1.5');np.int64(2.7);np.float32(1) / 3;np.bool(5);np.int64([1, 2]);np.pi;np.e;np.inf;np.nan;np.newaxis;np.foo;np.arange(3).foo;np.__version__;np.array_equal([1, 2], [1, 2]);np.sum([1, 2, 3]);np.mean([1, 2]);np.max([[1, 5], [2, 3]], axis=0);np.sqrt(4);np.sqrt([4, 9]);np.isnan(1.0);np.floor(1.5);np.maximum(3, 5);np.add(1, 2);np.add([1], 2);np.add(1.5, 1, out=np.zeros(2, int));np.can_cast(int, float);np.result_type(1, 2.0);np.promote_types('i4', 'f4');np.zeros(3) + np.zeros(2);np.zeros((2, 3)) + np.zeros((3, 2));np.zeros(3) @ np.zeros(2);np.zeros((2, 3)) @ np.zeros((2, 3));np.dot(np.zeros(3), np.zeros(2));np.zeros(0).max();np.zeros(0).argmax();np.zeros(0).sum();np.zeros(0).mean();np.zeros((0, 3)).sum(axis=0);np.zeros((2, 0)).prod(axis=1);np.zeros((0, 3)).max(axis=1);np.array([1, 2, 3]).sum(axis=1);np.array([]) + 1;np.zeros((0, 3)) + np.zeros((1, 3));np.array([3, 1, 2]).argsort();np.array([1.0, np.nan]).max();np.array([1.0, np.nan]).min();np.array([np.nan, 1.0]).argmax();np.nan == np.nan;np.array([np.nan]) == np.nan;np.array([1, 2]).mean(dtype=np.float32);np.array([0.1, 0.2, 0.3]).sum();np.array([0.1] * 10).sum();np.array([0.1] * 100).sum();np.array([0.1] * 1000).sum();np.array([0.1, 0.7] * 500, dtype=np.float32).sum();(np.arange(1000) / 7).sum();(np.arange(5000) / 7).sum();(np.arange(1000) / 7).mean();(np.arange(1000) / 7).std();(np.arange(60).reshape(6, 10) / 7).sum(axis=0);(np.arange(60).reshape(6, 10) / 7).sum(axis=1);(np.arange(60).reshape(6, 10) / 7).sum();(np.arange(60).reshape(6, 10) / 7).T.sum();(np.arange(60).reshape(6, 10) / 7).T.sum(axis=0);(np.arange(60) / 7).cumsum();(np.arange(600).reshape(20, 30) / 7)[:, ::2].sum();(np.arange(600).reshape(20, 30) / 7)[:, ::2].sum(axis=1);(np.arange(240).reshape(4, 6, 10) / 7).sum(axis=(0, 2));(np.arange(240).reshape(4, 6, 10) / 7).mean(axis=1);np.array([1e16, 1, -1e16]).sum();(np.arange(20) / 7).prod();np.arange(20.0).var();np.arange(7.0).std(ddof=1)""".replace("\n", ";").split(";"))
add("v", *[f"np.array2string is None or ({e})" for e in []])


def run(setup, case):
    source = program(setup, case)
    out = io.StringIO()
    try:
        code = compile(source, "<case>", "exec")
    except SyntaxError:
        return None
    try:
        with contextlib.redirect_stdout(out):
            exec(code, {"__name__": "__main__"})
    except Exception as e:
        return out.getvalue(), f"{type(e).__name__}: {e}"
    return out.getvalue(), None


def program(setup, case):
    body = f"{case[1:]}\nr = a" if case.startswith("!") else f"r = {case}"
    return f"import numpy as np\n{SETUPS[setup]}\n{body}\n{SHOW}"


def main():
    done, cases = set(), []
    for setup, case in CASES:
        if not case.strip() or (setup, case) in done:
            continue
        done.add((setup, case))
        result = run(setup, case)
        if result is None:
            print("not Python:", setup, case, file=sys.stderr)
            continue
        out, error = result
        if " at 0x" in out or " at 0x" in (error or ""):
            continue
        cases.append([setup, case, out, error])
    data = {"numpy": np.__version__, "python": sys.version.split()[0], "show": SHOW, "setups": SETUPS, "cases": cases}
    with gzip.GzipFile(sys.argv[1], "wb", mtime=0) as f:
        f.write(json.dumps(data, separators=(",", ":")).encode())
    print(len(cases), "cases")


if __name__ == "__main__":
    main()
