import type { Metadata } from 'next';
import { Playground } from '../../_components/try/playground';
import { listExamples } from '../../_data/examples';
import * as words from '../../_words';
import styles from './playground.module.css';

export const metadata: Metadata = { title: words.play.title };

/** Any program, run in the browser. */
export default async function PlaygroundPage() {
  return (
    <div className={styles.page}>
      <header>
        <h1>{words.play.title}</h1>
        <p>{words.play.lead}</p>
      </header>
      <Playground examples={await listExamples()} />
    </div>
  );
}
