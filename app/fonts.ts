/** The two type faces, served from the app itself: no request leaves for a font host. */
import localFont from 'next/font/local';

const sans = localFont({
  src: './fonts/hanken-grotesk-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-sans',
  display: 'swap',
});

/** Letters of names that the first file lacks; fetched only where one occurs. */
const sansExt = localFont({
  src: './fonts/hanken-grotesk-latin-ext-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-sans-ext',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF',
    },
  ],
});

const mono = localFont({
  src: './fonts/jetbrains-mono-latin-wght-normal.woff2',
  weight: '100 800',
  variable: '--font-mono',
  display: 'swap',
});

/** Class names that define `--font-sans`, `--font-sans-ext` and `--font-mono`. */
export const fontVariables = `${sans.variable} ${sansExt.variable} ${mono.variable}`;
