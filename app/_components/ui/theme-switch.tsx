'use client';

import { SunMoon } from 'lucide-react';
import { useEffect } from 'react';
import * as words from '../../_words';
import { chooseTheme, shownTheme, showTheme, THEME_KEY } from '../chrome/theme';
import { IconButton } from './icon-button';

/** Light or dark; before the first press the system decides. Other windows follow. */
export function ThemeSwitch() {
  useEffect(() => {
    const onStorage = ({ key, newValue }: StorageEvent) => {
      if (key === THEME_KEY || key === null) showTheme(newValue);
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, []);
  return (
    <IconButton
      label={words.chrome.theme}
      onClick={() => chooseTheme(shownTheme() === 'dark' ? 'light' : 'dark')}
    >
      <SunMoon size={17} strokeWidth={1.75} aria-hidden="true" />
    </IconButton>
  );
}
