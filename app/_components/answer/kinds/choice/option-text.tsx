import { Prose } from '../../../ui/prose';

/** An option: Python as code, a sentence as a sentence. */
export function OptionText({ text, code }: { text: string; code: boolean }) {
  return code ? (
    <code>{text}</code>
  ) : (
    <span>
      <Prose text={text} />
    </span>
  );
}
