/** Sets and f-string fields, as the instructions need them. */
import { str } from '../memory/atoms';
import type { Machine, PyObject } from '../memory/object';
import { convert, format } from './format/format';
import { addEntry, type PySet } from './types/set';

/** SET_ADD: the set takes a reference of its own. */
export function addToSet(vm: Machine, set: PyObject, item: PyObject): void {
  addEntry(vm, set as PySet, item, vm.hash(item));
}

const CONVERSIONS = ['', 's', 'r', 'a'];

/** The text of a replacement field: conversion 0 none, 1 str, 2 repr, 3 ascii (FORMAT_VALUE). */
export function formatValue(vm: Machine, value: PyObject, conversion: number, spec: string): PyObject {
  if (conversion === 0) return str(format(vm, value, spec));
  const text = str(convert(vm, value, CONVERSIONS[conversion] as string));
  return spec === '' ? text : str(format(vm, text, spec));
}
