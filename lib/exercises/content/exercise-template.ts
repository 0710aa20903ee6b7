/** exercise.yaml as it is written and stored: with placeholders, which each variant fills with values of its own. */
import { z } from 'zod';
import type { Fault } from '../kinds/contract';
import { drawValues } from '../templates/draw';
import { PlaceholderError } from '../templates/expression';
import { fillData, fillText } from '../templates/fill';
import { type Parameters, parametersSchema } from '../templates/parameters';
import { type ExerciseFile, exerciseFileSchema, type FilledExercise, snippetSchema } from './exercise-file';
import { kindNames } from './kind-names';
import { concept, contentId, shortText } from './parts';

/** What is known of a template before it is filled. The rest is checked once it is. */
export const exerciseTemplateSchema = z.looseObject({
  id: contentId,
  title: shortText.refine((title) => !title.includes('{{'), { error: 'must be the same in every variant' }),
  kind: z.enum(kindNames),
  concepts: z.array(concept).min(1),
  difficulty: z.int().min(1).max(5),
  parameters: parametersSchema.optional(),
});
export type ExerciseTemplate = z.infer<typeof exerciseTemplateSchema>;

/** What a revision of an exercise stores. */
export const exerciseContentSchema = z.strictObject({
  exercise: exerciseTemplateSchema,
  snippet: snippetSchema,
});
export type ExerciseContent = z.infer<typeof exerciseContentSchema>;

/** Fills a template for a seed; `attempt` draws other values for the same seed. */
export function fillTemplate(
  { exercise, snippet }: ExerciseContent,
  seed: number,
  attempt: number,
): FilledExercise | readonly Fault[] {
  const { filled, faults } = filledData(exercise, exercise.parameters, seed, attempt);
  if (faults.length > 0) return faults;
  const checked = exerciseFileSchema.safeParse(filled);
  if (!checked.success)
    return checked.error.issues.map(({ path, message }) => ({ path: plainPath(path), message }));
  if (exercise.parameters === undefined) return { exercise: checked.data, snippet };
  try {
    const values = drawValues(exercise.parameters, seed, attempt);
    return { exercise: checked.data, snippet: fillText(snippet, values) };
  } catch (error) {
    if (!(error instanceof PlaceholderError)) throw error;
    return [{ path: [], message: `snippet.py: ${error.message}` }];
  }
}

const plainPath = (path: readonly PropertyKey[]): Fault['path'] =>
  path.map((part) => (typeof part === 'symbol' ? String(part) : part));

/** The data of the file with its placeholders filled; the parameters stay as they are. */
function filledData(
  raw: object,
  parameters: Parameters | undefined,
  seed: number,
  attempt: number,
): { filled: unknown; faults: Fault[] } {
  const faults: Fault[] = [];
  if (parameters === undefined) return { filled: raw, faults };
  try {
    const values = drawValues(parameters, seed, attempt);
    const { parameters: own, ...rest } = raw as { parameters?: unknown };
    return { filled: { ...(fillData(rest, values, faults) as object), parameters: own }, faults };
  } catch (error) {
    if (!(error instanceof PlaceholderError)) throw error;
    return { filled: raw, faults: [{ path: ['parameters'], message: error.message }] };
  }
}

/**
 * Checks exercise.yaml: every error of the file is an issue at its place. A file without parameters comes out
 * whole, with its defaults; one with parameters as it is written, checked for one drawing.
 */
export const exerciseFromYaml: z.ZodType<ExerciseTemplate> = z.unknown().transform((raw, context) => {
  const file = readFileData(raw);
  if (file.template !== undefined) return file.template;
  for (const issue of file.issues) context.issues.push({ ...issue, input: raw } as never);
  return z.NEVER;
});

function readFileData(
  raw: unknown,
): { template: ExerciseTemplate } | { template?: undefined; issues: readonly object[] } {
  const parameters = z.looseObject({ parameters: parametersSchema.optional() }).safeParse(raw);
  if (!parameters.success) return { issues: parameters.error.issues };
  const { filled, faults } = filledData(parameters.data, parameters.data.parameters, 1, 0);
  if (faults.length > 0) return { issues: faults.map((fault) => ({ code: 'custom', ...fault })) };
  const checked = exerciseFileSchema.safeParse(filled);
  if (!checked.success) return { issues: checked.error.issues };
  const whole: ExerciseFile | object =
    parameters.data.parameters === undefined ? checked.data : parameters.data;
  const template = exerciseTemplateSchema.safeParse(whole);
  return template.success ? { template: template.data } : { issues: template.error.issues };
}
