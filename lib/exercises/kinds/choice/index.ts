import type { ExerciseKind, PartReading } from '../contract';
import { generateChoice } from './generate';
import { type ChoiceKey, choiceKeySchema } from './key';
import {
  type ChoiceAnswer,
  type ChoiceSpec,
  choiceAnswerSchema,
  choiceSpecSchema,
  type PublicChoice,
  publicChoiceSchema,
} from './schema';

/** The one part of a choice: which options were chosen, in the order of the key. */
export const choiceCell = 'choice';

/** Choose one or several of given options; the trace decides which are right. */
export const choice: ExerciseKind<ChoiceSpec, ChoiceKey, PublicChoice, ChoiceAnswer, readonly string[]> = {
  kind: 'choice',
  spec: choiceSpecSchema,
  answer: choiceAnswerSchema,
  key: choiceKeySchema,
  public: publicChoiceSchema,
  generate: generateChoice,
  render: (key) => ({
    kind: 'choice',
    several: key.several,
    options: key.options.map(({ id, text, code }) => ({ id, text, code })),
  }),
  parse: parseChoice,
  solve: (key) => ({
    kind: 'choice',
    chosen: key.options.filter((option) => option.right).map((option) => option.id),
  }),
};

function parseChoice(key: ChoiceKey, answer: ChoiceAnswer): readonly PartReading<readonly string[]>[] {
  const chosen = new Set(answer.chosen);
  const typed = answer.chosen.join(', ');
  const known = key.options.filter((option) => chosen.has(option.id));
  const part = (reading: PartReading<readonly string[]>['reading']) => [{ cell: choiceCell, typed, reading }];
  if (chosen.size === 0) return part({ status: 'blank' });
  if (known.length !== chosen.size) {
    return part({ status: 'unreadable', message: 'This is none of the options. Load the question again.' });
  }
  if (!key.several && known.length > 1) return part({ status: 'unreadable', message: 'Choose one option.' });
  return part({
    status: 'read',
    value: known.map((option) => option.id),
    shown: known.map((option) => option.text).join('; '),
  });
}
