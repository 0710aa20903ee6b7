import type { Metadata } from 'next';
import Link from 'next/link';
import { exerciseListQuerySchema, listOwnExercises, mayWriteExercises } from '@/lib/classroom/authoring';
import styles from '../../../../_components/authoring/authoring.module.css';
import { ExerciseTable } from '../../../../_components/authoring/exercise-table';
import { Button, ButtonLink } from '../../../../_components/ui/button';
import { EmptyState } from '../../../../_components/ui/empty-state';
import { Field } from '../../../../_components/ui/field';
import { SelectField } from '../../../../_components/ui/select-field';
import { requireTeacher } from '../../../../_data/teaching';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.authoring.title };

interface ListParams {
  params: Promise<{ courseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The exercises that a course has written, for its teachers. */
export default async function OwnExercisesPage({ params, searchParams }: ListParams) {
  const { courseId } = await params;
  const address = `/teach/${courseId}/exercises`;
  const proof = await requireTeacher(courseId, address);
  const query = exerciseListQuerySchema.parse(await searchParams);
  const { exercises, total, next } = await listOwnExercises(proof, query);
  const writes = mayWriteExercises(proof.role);
  const t = words.authoring;
  const ways = writes && (
    <div className={styles.actions}>
      <ButtonLink look="primary" href={`${address}/new`}>
        {t.make}
      </ButtonLink>
      <ButtonLink href={`${address}/new#catalogue`}>{t.start.copy}</ButtonLink>
      <ButtonLink href={`${address}/import`}>{t.start.toImport}</ButtonLink>
    </div>
  );
  const isAll = query.search === '' && query.show === 'current' && query.after === null;
  if (isAll && total === 0)
    return (
      <>
        <EmptyState title={t.none} text={t.noneText} action={ways} />
        <p className={styles.centre}>
          <Link href={`${address}?show=retired`}>{t.showRetired}</Link>
        </p>
      </>
    );
  const more = new URLSearchParams({ search: query.search, show: query.show, after: next ?? '' });
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
      {ways}
      <form className={styles.search}>
        <Field label={t.search} type="search" name="search" defaultValue={query.search} />
        <SelectField
          label={t.show}
          name="show"
          defaultValue={query.show}
          options={[
            ['current', t.current],
            ['retired', t.retired],
          ]}
        />
        <Button type="submit">{t.find}</Button>
      </form>
      <p role="status" className={styles.note}>
        {total === 0 ? t.noneFound : t.count(total)}
      </p>
      {exercises.length > 0 && <ExerciseTable exercises={exercises} address={writes ? address : null} />}
      <div className={styles.more}>
        {query.after !== null && <Link href={address}>{t.firstPage}</Link>}
        {next !== null && <Link href={`${address}?${more}`}>{t.nextPage}</Link>}
        {writes && (
          // A file, not a page.
          <a href={`/api/courses/${courseId}/exercises/export`} download>
            {t.exportAll}
          </a>
        )}
      </div>
    </div>
  );
}
