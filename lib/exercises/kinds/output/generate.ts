import { lastChange } from '../../facts/cell-reason';
import { timelineOrFault } from '../../facts/finished';
import { type PrintedLine, printedLines } from '../../facts/output';
import { type Timeline, valueCell } from '../../facts/timeline';
import { type Fault, type Generated, type Program, refused } from '../contract';
import type { OutputKey } from './key';
import type { OutputSpec } from './schema';

/** Lines beyond which nobody predicts an output. */
const mostLines = 40;

/** Takes the lines from the trace. Refused: no output, too much of it, an empty line, nothing left to ask. */
export function generateOutput(spec: OutputSpec, program: Program): Generated<OutputKey> {
  const timeline = timelineOrFault(program.run(program.source));
  if ('message' in timeline) return refused(timeline);
  const given = new Set(spec.given);
  const lines = printedLines(timeline);
  const key: OutputKey = {
    kind: 'output',
    program: program.source,
    lines: lines.map((line, index) => ({
      ...line,
      given: given.has(index + 1),
      reason: reasonOf(timeline, line),
    })),
  };
  const faults: Fault[] = [];
  const fault = (message: string, path: Fault['path'] = []) => faults.push({ path, message });
  if (lines.length === 0) fault('The program prints nothing.');
  if (lines.length > mostLines)
    fault(`The program prints ${lines.length} lines; at most ${mostLines} can be asked.`);
  if (lines.some((line) => line.text.trim() === ''))
    fault('The program prints an empty line, which nobody can write.');
  spec.given.forEach((line, index) => {
    if (line > lines.length) fault(`There is no line ${line}.`, ['given', index]);
  });
  if (lines.length > 0 && key.lines.every((line) => line.given)) fault('No line is left to ask.', ['given']);
  return faults.length > 0 ? refused(...faults) : { status: 'made', key, warnings: [] };
}

function reasonOf(timeline: Timeline, { step, source, line, text }: PrintedLine): string {
  const prints = `Step ${step}, \`${source}\` on line ${line}, prints \`${text}\`.`;
  const name = /^print\(([A-Za-z_]\w*)\)$/.exec(source)?.[1];
  const print = timeline.steps[step - 1];
  // What a function prints by a name may be its own name: then the module's, if there is one, says something else.
  if (name === undefined || print === undefined || print.memory.step.frames.length > 1) return prints;
  const { step: since } = lastChange(timeline, print, ({ memory }) => valueCell(memory, name));
  if (since.n >= step) return prints;
  return `${prints} ${name} shows this since step ${since.n}, \`${since.source}\`.`;
}
