import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { joinSchema } from '@/lib/classroom/invitations';
import { CodeForm } from '../../_components/courses/code-form';
import styles from '../../_components/courses/courses.module.css';
import { Panel } from '../../_components/ui/panel';
import * as words from '../../_words';

export const metadata: Metadata = { title: words.joining.title };

/** Where a code is typed. */
export default async function JoinPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const typed = joinSchema.safeParse({ code: (await searchParams).code });
  if (typed.success) redirect(`/join/${encodeURIComponent(typed.data.code)}`);
  return (
    <div className={`${styles.page} ${styles.narrow}`}>
      <h1>{words.joining.title}</h1>
      <Panel padded>
        <CodeForm />
      </Panel>
    </div>
  );
}
