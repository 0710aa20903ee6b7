/** JSON Schemas of the content files, so that editors complete and check them while they are written. */
import { z } from 'zod';
import { exerciseFileSchema } from '../content/exercise-file';
import { lessonFileSchema } from '../content/lesson-file';
import { quizFileSchema } from '../content/quiz-file';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A text with a placeholder in it: in a template it may stand where a number or a name does. */
const placeholder = { type: 'string', pattern: '\\{\\{[^{}]+\\}\\}' } as const;

/** The files, below the content folder, with the text of each. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const text = (title: string, schema: Json): string =>
    `${JSON.stringify({ ...(schema as object), title }, null, 2)}\n`;
  return new Map([
    ['exercise.schema.json', text('exercise.yaml', withPlaceholders(schemaOf(exerciseFileSchema)))],
    ['lesson.schema.json', text('lesson.yaml', schemaOf(lessonFileSchema))],
    ['quiz.schema.json', text('quiz.yaml', schemaOf(quizFileSchema))],
  ]);
}

const schemaOf = (schema: z.ZodType): Json => z.toJSONSchema(schema, { io: 'input', reused: 'ref' }) as Json;

/** Lets a placeholder stand for each number and for each text of a set form. */
function withPlaceholders(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withPlaceholders);
  if (typeof schema !== 'object' || schema === null) return schema;
  const widened = Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      // Keys of records and the parameters themselves are written out.
      key === 'propertyNames' || key === 'const' || key === 'enum'
        ? [key, value]
        : [key, withPlaceholders(value)],
    ),
  );
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  const isForm =
    schema.type === 'string' && typeof schema.pattern === 'string' && schema.format === undefined;
  return isNumber || isForm ? { anyOf: [widened, placeholder] } : widened;
}
