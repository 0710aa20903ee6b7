'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { InvitationView } from '@/lib/classroom/invitations';
import { spelled } from '@/lib/classroom/invitations/code-text';
import { courses, settings } from '../../_words/people';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { type Action, useAction } from '../ui/use-action';
import styles from './courses.module.css';

interface InvitationListProps {
  readonly courseId: string;
  readonly invitations: readonly InvitationView[];
  readonly revoke: Action;
}

/** The invitations of a course: their links to be copied, and an end to be put to them. */
export function InvitationList({ courseId, invitations, revoke }: InvitationListProps) {
  const router = useRouter();
  const [asked, setAsked] = useState<InvitationView | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const { run, busy, failure } = useAction(revoke, courses.failed);
  const end = async () => {
    if (asked === null || (await run({ courseId, invitationId: asked.invitationId })) === null) return;
    setAsked(null);
    router.refresh();
  };
  const copy = async (code: string) => {
    await navigator.clipboard.writeText(`${window.location.origin}/join/${code}`);
    setCopied(code);
  };
  if (invitations.length === 0) return <p className={styles.note}>{settings.noInvitations}</p>;
  return (
    <>
      <ul className={styles.list}>
        {invitations.map((invitation) => {
          const code = spelled(invitation.code);
          return (
            <li key={invitation.invitationId}>
              <code>{code}</code>
              {invitation.end && <Chip>{settings.end[invitation.end]}</Chip>}
              <span>{invitation.section ?? settings.wholeCourse}</span>
              <span>{settings.used(invitation.uses, invitation.usesAllowed)}</span>
              {invitation.expiresAt && <span>{settings.until(invitation.expiresAt)}</span>}
              <span>{settings.by(invitation.createdBy)}</span>
              {invitation.end === null && (
                <div className={styles.end}>
                  <Button small aria-label={settings.copyLinkOf(code)} onClick={() => copy(invitation.code)}>
                    {copied === invitation.code ? settings.copied : settings.copyLink}
                  </Button>
                  <Button small aria-label={settings.revokeOf(code)} onClick={() => setAsked(invitation)}>
                    {settings.revoke}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <p className="sr" role="status">
        {copied === null ? '' : settings.copied}
      </p>
      <Dialog
        open={asked !== null}
        title={settings.revokeTitle(spelled(asked?.code ?? ''))}
        onClose={() => setAsked(null)}
        actions={
          <>
            <Button onClick={() => setAsked(null)}>{settings.keep}</Button>
            <Button look="primary" busy={busy} onClick={end}>
              {settings.revoke}
            </Button>
          </>
        }
      >
        {failure && <Notice tone="error" title={failure} />}
        <p>{settings.revokeText}</p>
      </Dialog>
    </>
  );
}
