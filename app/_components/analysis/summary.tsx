import type { ItemAnalysis } from '@/lib/classroom/analysis';
import * as words from '../../_words';
import { Chip } from '../ui/chip';
import { Panel } from '../ui/panel';
import styles from './analysis.module.css';
import { Bar, DiscriminationFigure, FacilityFigure } from './figures';

/** The figures of the exercise as a whole. */
export function Summary({ analysis }: { analysis: ItemAnalysis }) {
  const t = words.analysis;
  const { n, seconds, untimed, attempts, discrimination } = analysis;
  return (
    <Panel padded>
      <dl className={styles.facts}>
        <dt>{t.summary.answers}</dt>
        <dd>{t.students(n)}</dd>
        <dt>{t.facility}</dt>
        <dd>
          <FacilityFigure facility={analysis.facility} />
        </dd>
        <dt>{t.discrimination}</dt>
        <dd>
          <DiscriminationFigure discrimination={discrimination} />
          {discrimination.status === 'known' && discrimination.value.n < n && (
            <small className={styles.aside}>{t.summary.of(n, discrimination.value.n)}</small>
          )}
        </dd>
        <dt>{t.summary.attempts}</dt>
        <dd>{attempts.map((one) => t.summary.attemptsOf(one.attempts, one.students)).join('; ')}</dd>
        <dt>{t.summary.time}</dt>
        <dd>
          {seconds.status === 'known' ? (
            <>
              {t.summary.median(
                t.time(seconds.value.median),
                t.time(seconds.value.lower),
                t.time(seconds.value.upper),
              )}{' '}
              <small
                className={styles.aside}
              >{`${t.summary.timed(n - untimed)}. ${t.summary.timeMeaning}`}</small>
            </>
          ) : (
            <span className={styles.unknown}>{t.unknown(seconds)}</span>
          )}
        </dd>
        <dt>{t.summary.points}</dt>
        <dd>
          <Distribution distribution={analysis.distribution} n={n} />
        </dd>
      </dl>
      {analysis.flags.map((flag) => (
        <p key={flag}>
          <Chip tone={flag === 'negative' ? 'no' : 'plain'}>{t.flag[flag]}</Chip>
        </p>
      ))}
    </Panel>
  );
}

const bins = ['none', 'quarter', 'half', 'three-quarters', 'nearly', 'all'] as const;

function Distribution({ distribution, n }: Pick<ItemAnalysis, 'distribution' | 'n'>) {
  const t = words.analysis;
  return (
    <ul className={styles.bins}>
      {bins.map((bin) => (
        <li key={bin}>
          <span>{t.summary.bins[bin]}</span>
          <Bar share={n === 0 ? 0 : distribution[bin] / n} />
          <b>{distribution[bin]}</b>
        </li>
      ))}
    </ul>
  );
}
