import { createContext, useContext } from 'react';
import type { Edit, Place } from '@/lib/exercises/form/edit-yaml';
import type { FormData } from '@/lib/exercises/form/read-form';

/** What every field of the form knows: the data of exercise.yaml, how it is changed, and what is wrong where. */
interface Form {
  readonly data: FormData;
  readonly edit: (...edits: Edit[]) => void;
  /** What the preview says of a place; undefined where nothing is wrong. */
  readonly problemAt: (place: Place) => string | undefined;
  /** Sentences of the goals, as a student reads them; empty while they are not known. */
  readonly goals: readonly string[];
}

export const FormContext = createContext<Form | null>(null);

/** The form around a field. */
export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === null) throw new Error('a field outside of its form');
  return form;
}

/** A place, as an attribute: by it a problem finds its field. */
export const placeKey = (place: Place): string => JSON.stringify(place);
