'use client';

import { type CSSProperties, type KeyboardEvent, memo, type RefObject, useEffect, useState } from 'react';
import * as words from '../../_words';
import { type CodeToken, codeTokens } from '../player/code-tokens';
import { type EditorProps, offsetAt, type Span } from './editor-props';
import styles from './plain-editor.module.css';

interface PlainProps extends EditorProps {
  field: RefObject<HTMLTextAreaElement | null>;
  /** Somebody is about to write. */
  onWanted: () => void;
}

/**
 * The program in a field of the browser's own, over the same program with its numbers and its marks: it is there in
 * the page that the server sends, and can be written in before the editor has come.
 */
export function PlainEditor({
  field,
  onWanted,
  program,
  onChange,
  onRun,
  wrong,
  line,
  label = words.workbench.editor,
  language = 'python',
  goTo = null,
}: PlainProps) {
  const lines = program.split('\n');
  // What is typed before the page works would be lost.
  const [works, setWorks] = useState(false);
  useEffect(() => setWorks(true), []);
  useEffect(() => {
    const text = field.current;
    if (text === null || goTo === null) return;
    const at = offsetAt(text.value, goTo);
    text.focus();
    text.setSelectionRange(at, at);
  }, [field, goTo]);
  const onKeyDown = (event: KeyboardEvent) => {
    onWanted();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun();
  };
  return (
    <div className={styles.editor}>
      <div
        className={styles.sheet}
        style={{ '--digits': String(lines.length).length } as CSSProperties}
        onPointerEnter={onWanted}
      >
        <div aria-hidden="true">
          {lines.map((text, i) => (
            <Line
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
              key={i}
              number={i + 1}
              text={text}
              isNow={line === i + 1}
              plain={language === 'text'}
              error={errorIn(wrong, i + 1, text.length)}
            />
          ))}
        </div>
        <textarea
          ref={field}
          className={styles.field}
          aria-label={label}
          value={program}
          readOnly={!works}
          onChange={(event) => onChange(event.target.value)}
          onFocus={onWanted}
          onKeyDown={onKeyDown}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
        />
      </div>
    </div>
  );
}

/** Columns of a line, from 0, end exclusive, that are wrong; `first` where its span begins. */
interface ErrorIn {
  readonly from: number;
  readonly to: number;
  readonly first: boolean;
}

function errorIn(wrong: readonly Span[], line: number, length: number): ErrorIn | null {
  const span = wrong.find((one) => line >= one.line && line <= one.endLine);
  if (!span) return null;
  const from = line === span.line ? Math.min(span.column, length) : 0;
  return {
    from,
    to: line === span.endLine ? Math.max(span.endColumn, from + 1) : length,
    first: line === span.line,
  };
}

interface LineProps {
  number: number;
  text: string;
  isNow: boolean;
  /** No Python: no keywords are told. */
  plain: boolean;
  error: ErrorIn | null;
}

const Line = memo(
  function Line({ number, text, isNow, plain, error }: LineProps) {
    return (
      <div className={error?.first ? styles.wrong : isNow ? styles.now : undefined}>
        <span className={styles.number}>{number}</span>
        <code>
          {error ? (
            <>
              {text.slice(0, error.from)}
              <span className={styles.error}>{text.slice(error.from, error.to)}</span>
              {text.slice(error.to)}
            </>
          ) : plain ? (
            text
          ) : (
            codeTokens(text).map((token, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of a line keep their order
              <span key={i} className={looks[token.kind]}>
                {token.text}
              </span>
            ))
          )}
        </code>
      </div>
    );
  },
  (before, after) =>
    before.number === after.number &&
    before.text === after.text &&
    before.isNow === after.isNow &&
    before.error?.from === after.error?.from &&
    before.error?.to === after.error?.to,
);

const looks: Readonly<Record<CodeToken['kind'], string | undefined>> = {
  keyword: styles.keyword,
  comment: styles.comment,
  name: undefined,
  other: undefined,
};
