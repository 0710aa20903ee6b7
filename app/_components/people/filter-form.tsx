import type { PeopleFilter, PeoplePage } from '@/lib/classroom/people';
import { people } from '../../_words/people';
import { teacher } from '../../_words/teacher';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { SelectField } from '../ui/select-field';
import styles from './people.module.css';

interface FilterFormProps {
  readonly filter: PeopleFilter;
  readonly counts: PeoplePage['counts'];
  readonly sections: readonly { readonly sectionId: string; readonly title: string }[];
}

/** Whom the list shows. A form that leads to an address: it can be kept, and works before the page does. */
export function FilterForm({ filter, counts, sections }: FilterFormProps) {
  return (
    <search aria-label={people.filter}>
      <form className={styles.filter}>
        <Field
          label={people.search}
          name="search"
          type="search"
          maxLength={100}
          defaultValue={filter.search}
        />
        <SelectField
          label={people.section}
          name="section"
          defaultValue={filter.section ?? ''}
          options={[
            ['', people.anySection],
            ['none', people.noSection],
            ...sections.map(({ sectionId, title }) => [sectionId, title] as const),
          ]}
        />
        <SelectField
          label={people.role}
          name="role"
          defaultValue={filter.role ?? ''}
          options={[['', people.anyRole], ...Object.entries(teacher.role)]}
        />
        <SelectField
          label={people.state}
          name="state"
          defaultValue={filter.state}
          options={[
            ['in', people.states.in(counts.in)],
            ['awaited', people.states.awaited(counts.awaited)],
            ['gone', people.states.gone(counts.gone)],
          ]}
        />
        <Button type="submit">{people.find}</Button>
      </form>
    </search>
  );
}
