/** Index arrays: each result element is picked by its own index (mapping.c, PyArray_MapIterNew). */
import { IndexErrorType, ValueErrorType } from '../../machine/types/exceptions';
import type { Machine } from '../../memory/object';
import {
  broadcastElements,
  broadcastShapes,
  broadcastStrides,
  elementsOf,
  strideOrder,
  writeElements,
} from '../copy';
import type { Elem } from '../element';
import { offsets, offsetsOf } from '../iterate';
import { hiddenView, isC, type NdArray, newArray, sizeOf, stridesFor } from '../ndarray';
import { shapeText } from '../tuple';
import { NdArrayType } from '../types';
import { chargePicks, requireBytes } from '../work';
import { viewLayout } from './basic';
import { checkIndex, type FancyIndex, type Part } from './parse';

interface Picked {
  /** Byte offsets of the chosen elements: axes of the indices first, then those of the slices. */
  readonly at: number[];
  readonly fancyShape: readonly number[];
  readonly subShape: readonly number[];
  readonly subStrides: readonly number[];
  /** How many axes of the slices come before those of the indices in the result. */
  readonly lead: number;
  readonly fortran: boolean;
}

function pick(
  vm: Machine,
  a: NdArray,
  parts: readonly Part[],
  /** Called with the shape of the result before the indices are checked. */
  whenShaped: (fancyShape: readonly number[], subShape: readonly number[], lead: number) => void = () => {},
): Picked {
  // Integers among index arrays are index arrays of one element.
  const all: Part[] = parts.map((p) =>
    p.kind === 'int' ? { kind: 'fancy', index: { values: [p.value], shape: [], fortran: false } } : p,
  );
  const indices: { index: FancyIndex; axis: number }[] = [];
  let axis = 0;
  let lead = -1;
  let subAxes = 0;
  let closed = false;
  let apart = false;
  for (const p of all) {
    if (p.kind === 'fancy') {
      if (lead < 0) lead = subAxes;
      else if (closed) apart = true;
      indices.push({ index: p.index, axis });
      axis++;
    } else {
      if (lead >= 0) closed = true;
      if (p.kind === 'ellipsis') {
        axis += p.axes;
        subAxes += p.axes;
      } else {
        subAxes++;
        if (p.kind === 'slice') axis++;
      }
    }
  }
  if (apart) lead = 0;
  const fancyShape =
    broadcastShapes(indices.map((i) => i.index.shape)) ??
    vm.raise(
      IndexErrorType,
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${indices.map((i) => `${shapeText(i.index.shape)} `).join('')}`,
    );
  const sub = viewLayout(vm, a, all);
  whenShaped(fancyShape, sub.shape, lead);
  const n = sizeOf(fancyShape);
  const starts = new Array<number>(n).fill(0);
  for (const { index, axis } of indices) {
    const size = a.shape[axis] as number;
    const stride = a.strides[axis] as number;
    const spread = broadcastStrides(index.shape, stridesFor(index.shape, 1), fancyShape) as number[];
    const order = offsetsOf(fancyShape, spread, 0);
    // Every index is checked, even where nothing is picked.
    const checked = index.values.map((i) => checkIndex(vm, i, size, axis) * stride);
    for (let k = 0; k < n; k++) (starts[k] as number) += checked[order[k] as number] as number;
  }
  const inner = offsetsOf(sub.shape, sub.strides, sub.offset);
  requireBytes(vm, a.dtype.itemsize * n * inner.length);
  chargePicks(vm, n * inner.length);
  const at = new Array<number>(n * inner.length);
  let k = 0;
  for (const s of starts) for (const o of inner) at[k++] = s + o;
  const fortran = indices.every(({ index }) => index.fortran || index.shape.length === 0);
  return { at, fancyShape, subShape: sub.shape, subStrides: sub.strides, lead, fortran };
}

/** Order of the result's axes: those of the indices stand where the first index stood. */
function axesOrder(p: Pick<Picked, 'fancyShape' | 'subShape' | 'lead'>): number[] {
  const f = p.fancyShape.length;
  const order: number[] = [];
  for (let i = 0; i < p.lead; i++) order.push(f + i);
  for (let i = 0; i < f; i++) order.push(i);
  for (let i = p.lead; i < p.subShape.length; i++) order.push(f + i);
  return order;
}

/** `a[index]` with index arrays: a new array, or a transposed view of one where a slice stands in front. */
export function fancyGet(vm: Machine, a: NdArray, parts: readonly Part[]): NdArray {
  const p = pick(vm, a, parts);
  const shape = [...p.fancyShape, ...p.subShape];
  const size = a.dtype.itemsize;
  const made = newArray(vm, a.dtype, shape, false, p.lead > 0 ? NdArrayType : a.type);
  if (p.at.length === 0) made.strides = shape.map(() => 0);
  else if (p.subShape.length === 0) made.strides = stridesFor(shape, size, p.fortran);
  else {
    const strides = stridesFor(shape, size);
    let step = size;
    for (const axis of strideOrder(p.subStrides).reverse()) {
      strides[p.fancyShape.length + axis] = step;
      step *= p.subShape[axis] as number;
    }
    made.strides = strides;
  }
  writeElements(vm, made, undefined, elementsOf(a, p.at));
  if (p.lead === 0) return made;
  const order = axesOrder(p);
  return hiddenView(
    vm,
    made,
    order.map((i) => shape[i] as number),
    order.map((i) => made.strides[i] as number),
  );
}

/** `a[index] = value` with index arrays. Raises ValueError where the value does not fit. */
export function fancySet(
  vm: Machine,
  a: NdArray,
  parts: readonly Part[],
  source: NdArray,
  /** Whether the value was an array, and not a sequence. */
  given: boolean,
): void {
  let shape: number[] = [];
  let values: Elem[] = [];
  const p = pick(vm, a, parts, (fancyShape, subShape, lead) => {
    const natural = [...fancyShape, ...subShape];
    shape = axesOrder({ fancyShape, subShape, lead }).map((i) => natural[i] as number);
    values = broadcastElements(vm, source, shape, a.dtype, (from) =>
      vm.raise(
        ValueErrorType,
        a.dtype.letter === 'O' && !given
          ? `could not broadcast input array from shape ${shapeText(from)} into shape ${shapeText(shape)}`
          : `shape mismatch: value array of shape ${shapeText(source.shape)} could not be broadcast to indexing result of shape ${shapeText(shape)}`,
      ),
    );
  });
  // `values` is in the order of the result; bring the places into the same order.
  const strides = stridesFor([...p.fancyShape, ...p.subShape], 1);
  const places = offsetsOf(
    shape,
    axesOrder(p).map((i) => strides[i] as number),
    0,
  ).map((i) => p.at[i] as number);
  writeElements(vm, a, places, values);
}

/** `a[mask]`: the elements where the mask is true, in C order. */
export function maskGet(vm: Machine, a: NdArray, mask: NdArray): NdArray {
  const places = masked(vm, a, mask);
  const made = newArray(vm, a.dtype, [places.length], false, a.type);
  writeElements(vm, made, undefined, elementsOf(a, places));
  return made;
}

/** Bytes of the elements where the mask is true, in C order. */
export function masked(vm: Machine, a: NdArray, mask: NdArray): number[] {
  chargePicks(vm, a.size / 2);
  const chosen = elementsOf(mask);
  const places: number[] = [];
  if (isC(a)) {
    const size = a.dtype.itemsize;
    for (let i = 0; i < chosen.length; i++) if (chosen[i] !== 0) places.push(a.offset + i * size);
  } else {
    const all = offsets(a);
    for (let i = 0; i < chosen.length; i++) if (chosen[i] !== 0) places.push(all[i] as number);
  }
  return places;
}

/** Elements for the true places of a mask, one for all or one each. */
export function maskValues(vm: Machine, source: NdArray, count: number): Elem[] {
  const values = elementsOf(source);
  if (source.ndim === 0 || (source.ndim === 1 && values.length === 1))
    return new Array<Elem>(count).fill(values[0] as Elem);
  if (values.length !== count)
    vm.raise(
      ValueErrorType,
      `NumPy boolean array indexing assignment cannot assign ${values.length} input values to the ${count} output values where the mask is true`,
    );
  return values;
}
