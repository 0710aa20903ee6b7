import type { Metadata } from 'next';
import Link from 'next/link';
import { may } from '@/lib/auth';
import { courseSettings } from '@/lib/classroom/courses';
import { listPeople, type PeopleFilter, peopleFilterSchema } from '@/lib/classroom/people';
import {
  changeRoleAction,
  movePeopleAction,
  putBackAction,
  removePersonAction,
  removeSeatAction,
  transferCourseAction,
} from '../../../../_actions/people';
import { exportRosterAction } from '../../../../_actions/roster';
import styles from '../../../../_components/courses/courses.module.css';
import { ExportButton } from '../../../../_components/people/export-button';
import { FilterForm } from '../../../../_components/people/filter-form';
import list from '../../../../_components/people/people.module.css';
import { PeopleTable } from '../../../../_components/people/people-table';
import { ButtonLink } from '../../../../_components/ui/button';
import { Panel } from '../../../../_components/ui/panel';
import { requireTeacher } from '../../../../_data/teaching';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.people.title };

interface PeoplePageProps {
  params: Promise<{ courseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who is in a course, who is awaited, and who left. */
export default async function PeoplePage({ params, searchParams }: PeoplePageProps) {
  const { courseId } = await params;
  const address = `/teach/${courseId}/people`;
  const proof = await requireTeacher(courseId, address);
  const filter = peopleFilterSchema.parse(await searchParams);
  const [page, { sections, archivedAt }] = await Promise.all([
    listPeople(proof, filter),
    courseSettings(proof),
  ]);
  const t = words.people;
  const manages = may(proof.role, 'manage-students');
  return (
    <div className={styles.page}>
      <h1>{t.title}</h1>
      {manages && (
        <div className={styles.buttons}>
          {archivedAt === null && <ButtonLink href={`${address}/import`}>{t.import}</ButtonLink>}
          <ExportButton courseId={courseId} write={exportRosterAction} />
        </div>
      )}
      <FilterForm filter={filter} counts={page.counts} sections={sections} />
      <p role="status">{page.found === 0 ? t.nobody : t.found(page.found)}</p>
      {page.found > 0 && (
        <Panel>
          <PeopleTable
            // Another list begins without the notice of the last change.
            key={JSON.stringify(filter)}
            courseId={courseId}
            page={page}
            sections={sections}
            viewer={{ userId: proof.viewer.id, role: proof.role }}
            actions={{
              changeRole: changeRoleAction,
              move: movePeopleAction,
              remove: removePersonAction,
              putBack: putBackAction,
              transfer: transferCourseAction,
              removeSeat: removeSeatAction,
            }}
          />
        </Panel>
      )}
      {page.pages > 1 && (
        <nav className={list.pages} aria-label={t.pages}>
          {page.page > 1 ? <Link href={at(address, filter, page.page - 1)}>{t.previous}</Link> : <span />}
          <span>{t.page(page.page, page.pages)}</span>
          {page.page < page.pages ? (
            <Link href={at(address, filter, page.page + 1)}>{t.next}</Link>
          ) : (
            <span />
          )}
        </nav>
      )}
    </div>
  );
}

/** The same list at another page. */
function at(address: string, { search, section, role, state }: PeopleFilter, page: number): string {
  const query = new URLSearchParams({
    search,
    section: section ?? '',
    role: role ?? '',
    state,
    page: String(page),
  });
  return `${address}?${query}`;
}
