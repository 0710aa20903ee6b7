'use client';

import { SunMoon } from 'lucide-react';
import { useTheme } from 'next-themes';
import * as words from '../../_words';
import { IconButton } from './icon-button';

/** Light or dark; before the first press the system decides. */
export function ThemeSwitch() {
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <IconButton
      label={words.chrome.theme}
      onClick={() => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark')}
    >
      <SunMoon size={17} strokeWidth={1.75} aria-hidden="true" />
    </IconButton>
  );
}
