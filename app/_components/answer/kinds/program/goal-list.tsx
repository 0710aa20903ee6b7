import { Check, CircleDashed, X } from 'lucide-react';
import type { Examined } from '@/lib/exercises/goals/examined';
import * as words from '../../../../_words';
import { Button } from '../../../ui/button';
import { Prose } from '../../../ui/prose';
import type { ExerciseOf } from '../../model';
import styles from './goal-list.module.css';

interface GoalListProps {
  goals: ExerciseOf<'program'>['goals'];
  examined: Examined | null;
  onSee: (step: number) => void;
}

/** What the program must bring about, ticked as it does; where it fails, why, and the step that shows it. */
export function GoalList({ goals, examined, onSee }: GoalListProps) {
  const t = words.kinds.program;
  return (
    <ul className={styles.goals}>
      {goals.map((goal, index) => {
        const verdict = verdictOf(examined, index);
        const state = verdict === null ? 'unknown' : verdict.met ? 'met' : 'notMet';
        const Icon = { unknown: CircleDashed, met: Check, notMet: X }[state];
        return (
          <li key={goal.id} className={styles[state]} data-goal={state}>
            <span className={styles.sign}>
              <Icon size={16} strokeWidth={2} aria-hidden="true" />
              <span className="sr">{t[state]}: </span>
            </span>
            <div>
              <p className={styles.sentence}>
                <Prose text={goal.sentence} />
              </p>
              {verdict && (
                <p className={styles.reason}>
                  <Prose text={verdict.reason} />
                </p>
              )}
              {verdict && !verdict.met && verdict.step !== null && (
                <Button look="link" onClick={() => onSee(verdict.step ?? 0)}>
                  {t.see(verdict.step)}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

interface Verdict {
  readonly met: boolean;
  readonly reason: string;
  readonly step: number | null;
}

/** What is known of a goal: nothing where the program cannot be run; where it stops, every goal fails there. */
function verdictOf(examined: Examined | null, index: number): Verdict | null {
  if (examined === null || examined.status === 'unreadable') return null;
  if (examined.status === 'stopped') return { met: false, reason: examined.message, step: examined.step };
  return examined.goals[index] ?? null;
}

/** How many goals a run meets. */
export const goalsMet = (examined: Examined | null): number =>
  examined?.status === 'ran' ? examined.goals.filter((goal) => goal.met).length : 0;
