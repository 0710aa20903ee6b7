import { Check, Pencil } from 'lucide-react';
import type { Standing } from '@/lib/classroom/catalogue';
import * as words from '../../_words';
import { Chip } from '../ui/chip';

/** How far somebody is: the best marks so far, and whether an attempt is open. */
export function StandingChip({ standing }: { standing: Standing | undefined }) {
  if (!standing) return null;
  const { best, open } = standing;
  const percent = best === null ? null : Math.floor(best * 100);
  return (
    <>
      {percent !== null && (
        <Chip tone={percent === 100 ? 'ok' : 'plain'}>
          {percent === 100 && <Check size={13} aria-hidden="true" />}
          {words.catalogue.best(percent)}
        </Chip>
      )}
      {open && (
        <Chip>
          <Pencil size={12} aria-hidden="true" />
          {words.catalogue.open}
        </Chip>
      )}
    </>
  );
}
