/**
 * The door to the misconception machines: the simulator with one rule bent, for each belief of `ids.ts`. It is apart from
 * `lib/simulator/index.ts`, because a browser never needs it.
 */
import '../parts/all';
import { BUILTINS } from '../machine/library';
import { type SimulateOptions, simulateOn } from '../simulate';
import type { Ending, Limits, Trace } from '../trace/trace';
import { assignmentCopiesObject } from './assignment-copies-object';
import { assignmentWritesInPlace } from './assignment-writes-in-place';
import { augmentedRebinds } from './augmented-rebinds';
import { BentMachine } from './bending/bent-machine';
import { copyIsDeep } from './copy-is-deep';
import { countsNamesOnly } from './counts-names-only';
import { defaultIsFresh } from './default-is-fresh';
import { delDestroysObject } from './del-destroys-object';
import { fancyIndexIsView } from './fancy-index-is-view';
import { type MisconceptionId, misconceptionIds } from './ids';
import { listOfCopies } from './list-of-copies';
import { listSliceIsView } from './list-slice-is-view';
import { localsOutliveCall } from './locals-outlive-call';
import { loopVariableIsCopy } from './loop-variable-is-copy';
import type { Misconception } from './misconception';
import { noSequenceRepetition } from './no-sequence-repetition';
import { noneFrees } from './none-frees';
import { nothingFreedBeforeCollect } from './nothing-freed-before-collect';
import { objectAsParameterIsCopied } from './object-as-parameter-is-copied';
import { refcountFreesCycles } from './refcount-frees-cycles';
import { referenceToVariable } from './reference-to-variable';
import { reshapeCopies } from './reshape-copies';
import { sliceCopiesArray } from './slice-copies-array';
import { transposeCopies } from './transpose-copies';
import { viewDoesNotHoldBase } from './view-does-not-hold-base';
import { viewHoldsMiddle } from './view-holds-middle';

export { type MisconceptionId, misconceptionIds } from './ids';

/** Every machine, by its id. */
export const misconceptions: Readonly<Record<MisconceptionId, Misconception>> = {
  AssignmentCopiesObject: assignmentCopiesObject,
  AssignmentWritesInPlace: assignmentWritesInPlace,
  AugmentedRebinds: augmentedRebinds,
  CopyIsDeep: copyIsDeep,
  CountsNamesOnly: countsNamesOnly,
  DefaultIsFresh: defaultIsFresh,
  DelDestroysObject: delDestroysObject,
  FancyIndexIsView: fancyIndexIsView,
  ListOfCopies: listOfCopies,
  ListSliceIsView: listSliceIsView,
  LocalsOutliveCall: localsOutliveCall,
  LoopVariableIsCopy: loopVariableIsCopy,
  NoSequenceRepetition: noSequenceRepetition,
  NoneFrees: noneFrees,
  NothingFreedBeforeCollect: nothingFreedBeforeCollect,
  ObjectAsParameterIsCopied: objectAsParameterIsCopied,
  RefcountFreesCycles: refcountFreesCycles,
  ReferenceToVariable: referenceToVariable,
  ReshapeCopies: reshapeCopies,
  SliceCopiesArray: sliceCopiesArray,
  TransposeCopies: transposeCopies,
  ViewDoesNotHoldBase: viewDoesNotHoldBase,
  ViewHoldsMiddle: viewHoldsMiddle,
};

/**
 * Run a program as somebody with these beliefs expects it to run. Ends in a trace, whatever the beliefs make of the
 * program: where a rule cannot be bent as far as the program goes, it is refused. No beliefs: the true trace.
 */
export function simulateBelieving(
  source: string,
  believes: readonly MisconceptionId[],
  options: SimulateOptions = {},
): Trace {
  const machines: BentMachine[] = [];
  const machineFor = (limits: Limits): BentMachine => {
    const machine = new BentMachine(limits, BUILTINS);
    for (const id of misconceptionIds) if (believes.includes(id)) misconceptions[id].bend(machine);
    machines.push(machine);
    return machine;
  };
  let trace: Trace;
  try {
    trace = simulateOn(machineFor, source, options);
  } catch (thrown) {
    // A state that Python never gets into, and that some part of the machine cannot stand.
    if (!(thrown instanceof Error)) throw thrown;
    return { format: 1, source, steps: [], ending: beyond(source), constants: {} };
  }
  return machines.reduce((read, machine) => machine.believed(read), withLastingMemory(trace));
}

const beyond = (source: string): Ending => ({
  type: 'unsupported',
  feature: 'bent rule',
  message: 'What this belief makes of the program cannot be told.',
  span: { line: 1, column: 0, endLine: source.split('\n').length, endColumn: 0 },
});

/** Memory that views still show after their base is said to be freed: it belongs to nobody and never goes. */
const withLastingMemory = (trace: Trace): Trace => ({
  ...trace,
  steps: trace.steps.map((step) =>
    step.buffers.length === 0
      ? step
      : { ...step, buffers: step.buffers.map((made) => ({ ...made, owner: null })) },
  ),
});
