'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { managedRoles, mayManage, type Role } from '@/lib/auth/policy';
import { spelled } from '@/lib/classroom/invitations/code-text';
import type { PeoplePage, Person } from '@/lib/classroom/people';
import { courses, people } from '../../_words/people';
import { teacher } from '../../_words/teacher';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { Notice } from '../ui/notice';
import { ScrollBox } from '../ui/scroll-box';
import { useAction } from '../ui/use-action';
import { ChangePerson } from './change-person';
import type { Changed, PeopleActions, Sections } from './model';
import styles from './people.module.css';
import { SeatRow } from './seat-row';

interface PeopleTableProps {
  readonly courseId: string;
  readonly page: PeoplePage;
  readonly sections: Sections;
  readonly viewer: { readonly userId: string; readonly role: Role };
  readonly actions: PeopleActions;
}

/** The people that were found, each with the way to change what they are in the course. */
export function PeopleTable({ courseId, page, sections, viewer, actions }: PeopleTableProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Person | null>(null);
  const [changed, setChanged] = useState<Changed | null>(null);
  const back = useAction(actions.putBack, courses.failed);
  const putBack = async ({ userId, name }: { userId: string; name: string }) => {
    if ((await back.run({ courseId, userId })) === null) return;
    setChanged({ text: people.backNow(name) });
    router.refresh();
  };
  const done = (what: Changed) => {
    setChosen(null);
    setChanged(what);
    router.refresh();
  };
  const titleOf = (sectionId: string | null) =>
    sections.find((section) => section.sectionId === sectionId)?.title ?? '';
  const awaited = page.awaited.length > 0;
  const manages = managedRoles(viewer.role).length > 0;
  return (
    <>
      {back.failure && <Notice tone="error" title={back.failure} />}
      {changed && (
        <Notice title={changed.text}>
          {changed.removed && (
            <Button small busy={back.busy} onClick={() => changed.removed && putBack(changed.removed)}>
              {people.putBack}
            </Button>
          )}
        </Notice>
      )}
      <ScrollBox label={people.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{people.name}</th>
              <th scope="col">{awaited ? people.code : people.role}</th>
              <th scope="col">{people.section}</th>
              <th scope="col">{people.number}</th>
              <th scope="col">
                <span className="sr">{people.change}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {page.awaited.map((seat) => (
              <SeatRow
                key={seat.seatId}
                courseId={courseId}
                seat={seat}
                section={titleOf(seat.sectionId)}
                code={seat.code === null ? null : spelled(seat.code)}
                remove={actions.removeSeat}
                onDone={done}
              />
            ))}
            {page.people.map((person) => (
              <tr key={person.userId}>
                <th scope="row">
                  {person.name}
                  <small>{person.email}</small>
                </th>
                <td>
                  {teacher.role[person.role]} {person.state !== 'in' && <Chip>{people[person.state]}</Chip>}
                </td>
                <td>{titleOf(person.sectionId)}</td>
                <td>{person.studentNumber}</td>
                <td className={styles.end}>
                  {manages && mayManage(viewer.role, person.role) && person.state === 'in' && (
                    <Button small aria-label={people.changeOf(person.name)} onClick={() => setChosen(person)}>
                      {people.change}
                    </Button>
                  )}
                  {manages && mayManage(viewer.role, person.role) && person.state !== 'in' && (
                    <Button
                      small
                      busy={back.busy}
                      aria-label={people.putBackOf(person.name)}
                      onClick={() => putBack(person)}
                    >
                      {people.putBack}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {chosen && (
        <ChangePerson
          key={chosen.userId}
          courseId={courseId}
          person={chosen}
          sections={sections}
          viewer={viewer}
          actions={actions}
          onClose={() => setChosen(null)}
          onDone={done}
        />
      )}
    </>
  );
}
