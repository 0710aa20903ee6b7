import type { ItemAnalysis, ItemQuery } from '@/lib/classroom/analysis';
import * as words from '../../_words';
import { scoped } from './address';
import styles from './analysis.module.css';
import { HeatMap } from './heat-map';
import { OpenedPart } from './opened-part';
import { PartList } from './part-list';

interface PartsProps {
  analysis: ItemAnalysis;
  query: ItemQuery;
  address: string;
  course: string;
}

/** Where the class goes wrong: on the table as it was asked, or part by part; one of them may be open. */
export function Parts({ analysis, query, address, course }: PartsProps) {
  const t = words.analysis.parts;
  const { parts, shown, varies, otherVersions } = analysis;
  const addressOf = (place: string) => `${scoped(address, query, { part: place })}#part`;
  const open = parts.find(({ place }) => place === query.part);
  const isTable = shown?.kind === 'trace-table';
  return (
    <div className={styles.part}>
      <h2>{isTable ? t.map : t.list}</h2>
      <p className={styles.lead}>{isTable ? t.mapLead : t.listLead}</p>
      {varies && <p className={styles.lead}>{t.varies}</p>}
      {otherVersions > 0 && <p className={styles.lead}>{t.otherVersions(otherVersions)}</p>}
      {isTable ? (
        <HeatMap exercise={shown} parts={parts} open={open?.place ?? null} addressOf={addressOf} />
      ) : (
        <PartList parts={parts} open={open?.place ?? null} addressOf={addressOf} />
      )}
      {open !== undefined && <OpenedPart part={open} course={course} close={scoped(address, query)} />}
    </div>
  );
}
