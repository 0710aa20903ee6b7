import { type ExerciseKind, nothingToRun, type PartReading } from '../contract';
import { believedChoice } from './believed';
import { generateChoice } from './generate';
import { type ChoiceKey, choiceKeySchema } from './key';
import {
  type ChoiceAnswer,
  type ChoiceMistake,
  type ChoiceSpec,
  choiceAnswerSchema,
  choiceMistakeSchema,
  choiceSpecSchema,
  type PublicChoice,
  publicChoiceSchema,
} from './schema';

/** The one part of a choice: which options were chosen, in the order of the key. */
export const choiceCell = 'choice';

export interface ChoiceShapes {
  readonly spec: ChoiceSpec;
  readonly key: ChoiceKey;
  readonly public: PublicChoice;
  readonly answer: ChoiceAnswer;
  readonly part: readonly string[];
  readonly evidence: null;
  readonly mistake: ChoiceMistake;
}

/** Choose one or several of given options; the trace decides which are right. */
export const choice: ExerciseKind<ChoiceShapes> = {
  ...nothingToRun,
  kind: 'choice',
  shuffles: true,
  believed: believedChoice,
  spec: choiceSpecSchema,
  answer: choiceAnswerSchema,
  key: choiceKeySchema,
  public: publicChoiceSchema,
  mistake: choiceMistakeSchema,
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
  blank: { kind: 'choice', chosen: [] },
  mistaken: (key, { options }) => {
    const meant = options.map((one) =>
      key.options.find((option) => (typeof one === 'number' ? option.place === one : option.text === one)),
    );
    const missing = options.find((_, index) => meant[index] === undefined);
    if (missing !== undefined) return `There is no option ${String(missing)}.`;
    return { kind: 'choice', chosen: meant.flatMap((option) => option?.id ?? []) };
  },
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
