import { Check, CircleHelp, CornerDownRight, Minus, X } from 'lucide-react';
import type { CellState } from '@/lib/grading/marks';
import styles from './state-icon.module.css';

const ICONS = {
  correct: Check,
  consistent: CornerDownRight,
  wrong: X,
  blank: Minus,
  unreadable: CircleHelp,
} as const;

/** The sign of a mark; its word stands beside it, seen or read out. */
export function StateIcon({ state }: { state: CellState }) {
  const Icon = ICONS[state];
  return <Icon size={15} strokeWidth={2} className={styles[state]} aria-hidden="true" />;
}
