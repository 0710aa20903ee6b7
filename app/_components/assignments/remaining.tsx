'use client';

import { Timer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { assignments } from '../../_words/assignments';
import { timeLeft } from './time-left';

/**
 * What is left of the time, as the server's clock has it: `now` is what that clock showed when the page was made, and
 * only the time since then is measured here, so that a wrong clock of this device does not matter.
 */
export function Remaining({ now, until, what }: { now: number; until: number; what: 'due' | 'close' }) {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - begun), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = until - now - passed;
  const t = assignments.left;
  const text = timeLeft(left);
  return (
    <p role="timer" data-remaining={what}>
      <Timer size={15} aria-hidden="true" />{' '}
      {left <= 0 ? t.over : what === 'due' ? t.untilDue(text) : t.untilClose(text)}
    </p>
  );
}
