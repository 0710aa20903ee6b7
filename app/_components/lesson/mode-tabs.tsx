'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';
import * as words from '../../_words';
import { MODES, type Mode } from '../../_words';
import { belongsToTarget } from '../player/use-step-keys';
import styles from './mode-tabs.module.css';
import { writeStepNow } from './step-address';
import { type Reading, useReading } from './use-reading';

/**
 * Nine ways to read a lesson, as links and as the keys 1 to 9. The step goes along. For who is signed in, what was read
 * has a tick; the quiz has one once it is submitted.
 */
export function ModeTabs({ slug, reading }: { slug: string; reading: Reading | null }) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const query = queryOf(params);
  const list = useRef<HTMLUListElement>(null);
  const current = MODES.find((mode) => path.split('/')[3] === mode);
  const seen = useReading(reading, slug, current, stepIn(params));
  const ticked = (mode: Mode) => (mode === 'quiz' ? (reading?.quizDone ?? false) : seen.has(mode));
  const open = useCallback(
    (mode: Mode) => {
      // Read now: the step, and the first of two keys in quick succession, change the address before this component.
      writeStepNow();
      router.push(`/lessons/${slug}/${mode}${queryOf(new URLSearchParams(window.location.search))}`, {
        scroll: false,
      });
    },
    [router, slug],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || belongsToTarget(event)) return;
      const mode = /^[1-9]$/.test(event.key) ? MODES[Number(event.key) - 1] : undefined;
      if (!mode) return;
      event.preventDefault();
      open(mode);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>(`[data-mode="${current}"]`);
    if (here && list.current) list.current.scrollLeft = here.offsetLeft - 60;
  }, [current]);
  return (
    <nav className={styles.modes} aria-label={words.modes.title} data-print="no">
      <ul ref={list}>
        {MODES.map((mode) => (
          <li key={mode} data-mode={mode}>
            <Link
              href={`/lessons/${slug}/${mode}${query}`}
              aria-current={mode === current ? 'page' : undefined}
              prefetch={false}
              scroll={false}
              onNavigate={(event) => {
                event.preventDefault();
                open(mode);
              }}
            >
              {words.modes.name[mode]}
              {ticked(mode) && <Tick word={mode === 'quiz' ? words.modes.quizDone : words.modes.seen} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Tick({ word }: { word: string }) {
  return (
    <span className={styles.tick}>
      <Check size={13} strokeWidth={2.25} aria-hidden="true" />
      <span className="sr">{word}</span>
    </span>
  );
}

/** The step of the address, where it is a number. */
function stepIn(params: { get: (name: string) => string | null }): number | null {
  const text = params.get('step');
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function queryOf(params: { get: (name: string) => string | null }): string {
  const step = params.get('step');
  return step === null ? '' : `?step=${encodeURIComponent(step)}`;
}
