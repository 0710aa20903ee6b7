import type { Scope, ScopeChoices } from '@/lib/classroom/analysis';
import * as words from '../../_words';
import { Button } from '../ui/button';
import styles from './analysis.module.css';

interface ScopeFormProps {
  address: string;
  scope: Scope;
  choices: ScopeChoices;
  /** What else of the address stays as it is. */
  kept?: Readonly<Record<string, string>>;
}

/** Narrows a page to a section, an assignment, and one attempt of each student. It works without scripts. */
export function ScopeForm({ address, scope, choices, kept = {} }: ScopeFormProps) {
  const t = words.analysis.scope;
  const attempts = Object.entries(t.attempts).map(([id, title]) => ({ id, title }));
  return (
    <form method="get" action={address} className={styles.scope} aria-label={t.label} data-print="no">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Choice
        name="section"
        label={t.section}
        value={scope.section}
        all={t.everySection}
        options={choices.sections}
      />
      <Choice
        name="assignment"
        label={t.assignment}
        value={scope.assignment}
        all={t.everyAssignment}
        options={choices.assignments}
      />
      <Choice name="attempt" label={t.attempt} value={scope.attempt} options={attempts} />
      <Button type="submit">{t.show}</Button>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string | null;
  /** What stands for no choice. */
  all?: string;
  options: readonly { readonly id: string; readonly title: string }[];
}

function Choice({ name, label, value, all, options }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ''}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
