import type { ParameterFigures } from './schema';
import { facility, groupedBy, leastAnswers } from './statistics';

/** The share that an answer earned, and the values of its variant's parameters. */
export interface DrawnAnswer {
  readonly share: number;
  readonly values: ReadonlyMap<string, string>;
}

/** The facility for each value of each parameter; values with fewer than ten answers are counted, and no more. */
export function byParameter(answers: readonly DrawnAnswer[]): ParameterFigures[] {
  const names = new Set(answers.flatMap(({ values }) => [...values.keys()]));
  return [...names].toSorted().map((name) => {
    const with_ = answers.filter(({ values }) => values.has(name));
    const groups = [...groupedBy(with_, ({ values }) => values.get(name) ?? '')];
    const often = groups.filter(([, all]) => all.length >= leastAnswers);
    const rare = groups.filter(([, all]) => all.length < leastAnswers);
    return {
      name,
      values: often
        .map(([text, all]) => ({ text, n: all.length, facility: facility(all.map(({ share }) => share)) }))
        .toSorted((a, b) => b.n - a.n || a.text.localeCompare(b.text, 'en')),
      rare: { values: rare.length, answers: rare.reduce((sum, [, all]) => sum + all.length, 0) },
    };
  });
}
