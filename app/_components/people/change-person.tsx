'use client';

import { useState } from 'react';
import { managedRoles, may, type Role } from '@/lib/auth/policy';
import type { Person } from '@/lib/classroom/people';
import { courses, people } from '../../_words/people';
import { teacher } from '../../_words/teacher';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { SelectField } from '../ui/select-field';
import { useAction } from '../ui/use-action';
import type { Changed, PeopleActions, Sections } from './model';

interface ChangePersonProps {
  readonly courseId: string;
  readonly person: Person;
  readonly sections: Sections;
  readonly viewer: { readonly userId: string; readonly role: Role };
  readonly actions: PeopleActions;
  readonly onClose: () => void;
  readonly onDone: (changed: Changed) => void;
}

/** Another role or section for a person, or their end in the course. */
export function ChangePerson(props: ChangePersonProps) {
  const { courseId, person, sections, viewer, actions, onClose, onDone } = props;
  const { userId, name } = person;
  const [role, setRole] = useState<string>(person.role);
  const [sectionId, setSectionId] = useState(person.sectionId ?? '');
  const roleChange = useAction(actions.changeRole, courses.failed);
  const move = useAction(actions.move, courses.failed);
  const removal = useAction(actions.remove, courses.failed);
  const transfer = useAction(actions.transfer, courses.failed);
  const failure = roleChange.failure ?? move.failure ?? removal.failure ?? transfer.failure;
  const hasSection = person.role === 'student' || person.role === 'assistant';
  const save = async () => {
    if (hasSection && sectionId !== (person.sectionId ?? '')) {
      const moved = { courseId, userIds: [userId], seatIds: [], sectionId: sectionId || null };
      if ((await move.run(moved)) === null) return;
    }
    if (role !== person.role && (await roleChange.run({ courseId, userId, role })) === null) return;
    onDone({ text: people.savedNow(name) });
  };
  const remove = async () => {
    if (await removal.run({ courseId, userId }))
      onDone({ text: people.removedNow(name), removed: { userId, name } });
  };
  const handOver = async () => {
    if (await transfer.run({ courseId, userId })) onDone({ text: people.transferredNow(name) });
  };
  const isOneself = userId === viewer.userId;
  return (
    <Dialog
      open
      title={people.changeOf(name)}
      onClose={onClose}
      actions={
        <>
          {!isOneself && (
            <Button busy={removal.busy} onClick={remove}>
              {people.remove}
            </Button>
          )}
          <Button onClick={onClose}>{people.cancel}</Button>
          <Button look="primary" busy={move.busy || roleChange.busy} onClick={save}>
            {people.save}
          </Button>
        </>
      }
    >
      {failure && <Notice tone="error" title={failure} />}
      <SelectField
        label={people.role}
        value={role}
        onChange={(event) => setRole(event.target.value)}
        options={managedRoles(viewer.role).map((one) => [one, teacher.role[one]] as const)}
      />
      {hasSection && (
        <SelectField
          label={people.section}
          value={sectionId}
          onChange={(event) => setSectionId(event.target.value)}
          options={[['', people.noSection], ...sections.map((one) => [one.sectionId, one.title] as const)]}
        />
      )}
      {may(viewer.role, 'manage-staff') && !isOneself && (
        <>
          <p>{people.transferText}</p>
          <div>
            <Button busy={transfer.busy} onClick={handOver}>
              {people.transfer}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
