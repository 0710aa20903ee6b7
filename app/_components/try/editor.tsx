'use client';

import { python } from '@codemirror/lang-python';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import CodeMirror, {
  Compartment,
  Decoration,
  EditorView,
  type Extension,
  keymap,
  Prec,
} from '@uiw/react-codemirror';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import * as words from '../../_words';
import styles from './editor.module.css';
import { type Caret, type EditorProps, offsetAt, type Span } from './editor-props';

interface FullProps extends EditorProps {
  /** Where to write on; null: the focus stays where it is. */
  caret: Caret | null;
}

/** Nonce of the page, so that the editor's own styles are let in by the content security policy. */
function pageNonce(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
}

/** What a step or a run changes in the editor; all the rest is set up once. */
const marks = new Compartment();

/** The program, to be changed. Tab leaves the editor, as WCAG wants; Escape then Tab is not needed. */
function Editor({
  program,
  onChange,
  onRun,
  wrong,
  line,
  label = words.workbench.editor,
  language = 'python',
  goTo = null,
  caret,
}: FullProps) {
  const [view, setView] = useState<EditorView | null>(null);
  const latestRun = useRef(onRun);
  useEffect(() => {
    latestRun.current = onRun;
  }, [onRun]);
  const extensions = useMemo((): Extension[] => {
    const runHandled = () => {
      latestRun.current();
      return true;
    };
    return [
      ...(language === 'python' ? [python()] : []),
      Prec.highest(keymap.of([{ key: 'Mod-Enter', run: runHandled }])),
      look,
      syntaxHighlighting(highlights),
      EditorView.cspNonce.of(pageNonce()),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      marks.of([]),
    ];
  }, [label, language]);
  const start = (made: EditorView) => {
    setView(made);
    if (caret === null) return;
    const { length } = made.state.doc;
    made.dispatch({
      selection: { anchor: Math.min(caret.from, length), head: Math.min(caret.to, length) },
    });
    made.focus();
  };
  useEffect(() => {
    view?.dispatch({ effects: marks.reconfigure(marksOf(wrong, line)) });
  }, [view, wrong, line]);
  // Where the plain editor was led before this one came is no news.
  const led = useRef(goTo);
  useEffect(() => {
    if (view === null || goTo === null || goTo === led.current) return;
    led.current = goTo;
    const at = offsetAt(view.state.doc.toString(), goTo);
    view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    view.focus();
  }, [view, goTo]);
  return (
    <CodeMirror
      className={styles.editor ?? ''}
      value={program}
      onChange={onChange}
      onCreateEditor={start}
      extensions={extensions}
      theme="none"
      indentWithTab={false}
      basicSetup={setup}
    />
  );
}

export default memo(Editor);

const setup = {
  foldGutter: false,
  syntaxHighlighting: false,
  autocompletion: false,
  highlightActiveLine: false,
  highlightActiveLineGutter: false,
  searchKeymap: false,
  lintKeymap: false,
  completionKeymap: false,
};

/** The line just run in yellow; the place of an error underlined, its line marked. */
function marksOf(wrong: readonly Span[], line: number | null): Extension {
  return EditorView.decorations.of((view) => {
    const { doc } = view.state;
    const ranges = [];
    if (line !== null && line >= 1 && line <= doc.lines) {
      ranges.push(Decoration.line({ class: styles.now ?? '' }).range(doc.line(line).from));
    }
    for (const span of wrong) {
      if (span.line < 1 || span.line > doc.lines) continue;
      const first = doc.line(span.line);
      const last = doc.line(Math.min(span.endLine, doc.lines));
      const from = Math.min(first.from + span.column, first.to);
      const to = Math.min(Math.max(last.from + span.endColumn, from + 1), doc.length);
      ranges.push(Decoration.line({ class: styles.wrong ?? '' }).range(first.from));
      if (to > from) ranges.push(Decoration.mark({ class: styles.error ?? '' }).range(from, to));
    }
    return Decoration.set(ranges, true);
  });
}

/** Weight, not colour: hues mean objects. */
const highlights = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: '650' },
  { tag: tags.comment, color: 'var(--ink-3)' },
  { tag: tags.string, color: 'var(--ink-2)' },
]);

const look = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--ink)', fontSize: '14px' },
  '.cm-content': {
    fontFamily: 'var(--mono)',
    fontVariantLigatures: 'none',
    padding: '12px 0',
    caretColor: 'var(--ink)',
  },
  '.cm-line': { padding: '0 14px', lineHeight: '26px' },
  // Long lines scroll under the numbers.
  '.cm-gutters': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink-3)',
    border: '0',
    fontFamily: 'var(--mono)',
  },
  '.cm-gutterElement': { lineHeight: '26px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused': {
    outline: '2px solid var(--focus)',
    outlineOffset: '-2px',
    borderRadius: 'var(--r-panel)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--focus) 24%, transparent)',
  },
});
