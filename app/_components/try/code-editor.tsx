'use client';

import { useRef, useState } from 'react';
import type FullEditor from './editor';
import type { Caret, EditorProps } from './editor-props';
import { PlainEditor } from './plain-editor';

/** An editor that is as large as all else of a page comes when somebody goes to write; until then, a plain one. */
export function CodeEditor(props: EditorProps) {
  const [full, setFull] = useState<{ Editor: typeof FullEditor; caret: Caret | null } | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const asked = useRef(false);
  const fetchEditor = async () => {
    if (asked.current) return;
    asked.current = true;
    try {
      const { default: Editor } = await import('./editor');
      const plain = field.current;
      // Who has begun to write goes on where they are.
      const caret =
        plain !== null && plain === document.activeElement
          ? { from: plain.selectionStart, to: plain.selectionEnd }
          : null;
      setFull({ Editor, caret });
    } catch {
      // The plain one goes on; the next key asks again.
      asked.current = false;
    }
  };
  if (full) return <full.Editor {...props} caret={full.caret} />;
  return <PlainEditor {...props} field={field} onWanted={() => void fetchEditor()} />;
}
