import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * What `onBlur` calls. What the leaving of a field changes may move the page, so it waits until the press that took the
 * focus away has become a click: the button under the pointer stays under it. What a key leaves is left at once: the next
 * key may come before any timer, and would stand before it in what can be undone.
 */
export function useLeave(focused: boolean, leave: () => void): (event: FocusEvent<HTMLElement>) => void {
  const pressed = useRef(false);
  const byKey = useRef(false);
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    if (!focused) return;
    const key = () => {
      byKey.current = true;
    };
    const press = () => {
      pressed.current = true;
      byKey.current = false;
    };
    const release = () => {
      pressed.current = false;
    };
    window.addEventListener('keydown', key, true);
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    return () => {
      window.removeEventListener('keydown', key, true);
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
    };
  }, [focused]);
  return ({ currentTarget }) => {
    // A window that is left keeps its focus.
    const left = () => {
      if (document.activeElement !== currentTarget) latest.current();
    };
    if (byKey.current) {
      left();
      return;
    }
    // The click is told right after the release; of a touch, right after the focus has moved.
    const afterClick = () => setTimeout(left);
    if (!pressed.current) return void afterClick();
    const released = new AbortController();
    const once = () => {
      released.abort();
      afterClick();
    };
    window.addEventListener('pointerup', once, { signal: released.signal });
    window.addEventListener('pointercancel', once, { signal: released.signal });
  };
}
