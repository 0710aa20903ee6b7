import { codeTokens } from '../../../player/code-tokens';
import styles from './code-line.module.css';

/** A statement with its step number: the head of a row. */
export function CodeLine({ step, source, note }: { step: number; source: string; note: string | null }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    // biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus
    <div className={styles.line} role="rowheader">
      <span className={styles.step}>{step}</span>
      <div>
        <code>
          {codeTokens(source).map((token, i) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of a line keep their order
            token.kind === 'keyword' ? <b key={i}>{token.text}</b> : token.text,
          )}
        </code>
        {note && <small>{note}</small>}
      </div>
    </div>
  );
}
