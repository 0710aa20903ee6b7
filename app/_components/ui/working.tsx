'use client';

import { useEffect, useState } from 'react';
import { working } from '../../_words/chrome';
import styles from './working.module.css';

/** Work of which nobody knows how far it is: what it is, and for how many seconds it has gone on. */
export function Working({ text }: { text: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={styles.working}>
      <p role="status">{text}</p>
      <progress aria-label={text} />
      {/* Read once, not each second. */}
      <p aria-hidden="true">{working.seconds(seconds)}</p>
    </div>
  );
}
