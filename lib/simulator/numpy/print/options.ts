/** Print options of a run (numpy/_core/printoptions.py), kept by machine. */
import type { HeapObject, Machine } from '../../memory/object';

export interface PrintOptions {
  readonly precision: number;
  readonly threshold: number;
  readonly edgeitems: number;
  readonly linewidth: number;
  readonly suppress: boolean;
  readonly sign: '-' | '+' | ' ';
  readonly floatmode: 'fixed' | 'unique' | 'maxprec' | 'maxprec_equal';
}

export const DEFAULTS: PrintOptions = {
  precision: 8,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 75,
  suppress: false,
  sign: '-',
  floatmode: 'maxprec',
};

interface PrintState {
  options: PrintOptions;
  /** Arrays being printed: an array that holds itself prints as dots. */
  readonly running: Set<HeapObject>;
}

/** Keyed by the machine, so that runs share nothing. */
const states = new WeakMap<Machine, PrintState>();

export function printState(vm: Machine): PrintState {
  let state = states.get(vm);
  if (state === undefined) {
    state = { options: DEFAULTS, running: new Set() };
    states.set(vm, state);
  }
  return state;
}
