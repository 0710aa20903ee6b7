/** A table question can be made of whatever program the simulator runs, or a sentence says why not. */
import { expect, it } from 'vitest';
import { readDraft } from '@/lib/classroom/authoring/core/read-draft';
import { tableQuestionFrom } from '@/lib/classroom/authoring/table-question';
import { checkExercise } from '@/lib/grading/check-exercise';
import { simulate } from '@/lib/simulator';
import { programs, SETS } from '../conformance/programs';

const run = (source: string) => simulate(source);
const id = '5f0e7a52-1111-4222-8333-444455556666';

/** All of them take minutes; these are of every set. */
const every = 15;

/** 'made', 'nothing to ask', 'stops'; else what is wrong. */
function outcome(snippet: string): string {
  const question = tableQuestionFrom(snippet, id, run);
  if (question.status === 'refused') {
    const [problem] = question.problems;
    if (problem === undefined) return 'refused without a word';
    if (simulate(snippet).ending.type !== 'finished') return 'stops';
    return /^(No table can be made|The program has no step)/.test(problem.message)
      ? 'nothing to ask'
      : problem.message;
  }
  const { content, problems } = readDraft({ yaml: question.yaml, snippet });
  if (content === null) return JSON.stringify(problems);
  const { faults } = checkExercise(content, { run, seeds: [1] });
  return faults.length === 0 ? 'made' : JSON.stringify(faults);
}

it(`is so of each ${every}th recorded program`, () => {
  const counts = new Map<string, number>();
  for (const set of SETS) {
    for (const [index, { id: name, src }] of programs(set).entries()) {
      if (index % every !== 0) continue;
      const found = outcome(src);
      expect(['made', 'nothing to ask', 'stops'], `${set} ${name}: ${found}`).toContain(found);
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  expect(counts.get('made') ?? 0).toBeGreaterThan((counts.get('nothing to ask') ?? 0) * 5);
});
