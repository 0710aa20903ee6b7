import { useState } from 'react';
import * as words from '../../_words';
import { Button } from '../ui/button';
import styles from './examples.module.css';

/** A program to start from. */
export interface Example {
  readonly title: string;
  readonly source: string;
}

interface ExamplesProps {
  examples: readonly Example[];
  program: string;
  onChoose: (program: string) => void;
}

/** A list of programs to start from. What was typed is not lost: it can be brought back. */
export function Examples({ examples, program, onChoose }: ExamplesProps) {
  const [own, setOwn] = useState<string | null>(null);
  const chosen = examples.findIndex(({ source }) => source === program);
  const choose = (index: number) => {
    const example = examples[index];
    if (!example) return;
    if (chosen < 0 && program.trim() !== '') setOwn(program);
    onChoose(example.source);
  };
  return (
    <div className={styles.examples}>
      <label>
        <span>{words.play.example}</span>
        <select value={chosen} onChange={(event) => choose(Number(event.target.value))}>
          {chosen < 0 && <option value={-1}>{words.play.ownProgram}</option>}
          {examples.map(({ title }, index) => (
            <option key={title} value={index}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {own !== null && chosen >= 0 && (
        <Button look="link" onClick={() => onChoose(own)}>
          {words.play.backToOwn}
        </Button>
      )}
    </div>
  );
}
