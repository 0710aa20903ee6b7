import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { KeysHelp } from './_components/chrome/keys-help';
import { SkipLink } from './_components/chrome/skip-link';
import { themeScript } from './_components/chrome/theme';
import { TopBar } from './_components/chrome/top-bar';
import * as words from './_words';
import { fontVariables } from './fonts';
import './_styles/tokens.css';
import './_styles/base.css';
import './_styles/print.css';
import './_styles/forced.css';

export const metadata: Metadata = {
  title: { default: words.brand.title, template: `%s · ${words.brand.title}` },
  description: 'Predict what a Python and NumPy program refers to, shares and frees.',
  referrer: 'same-origin',
};

export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const asked = await headers();
  const nonce = asked.get('x-nonce') ?? undefined;
  // In a frame of another page there is nothing but the page's own content.
  const framed = asked.get('x-embedded') !== null;
  return (
    // The theme script sets data-theme before React starts: the attribute may differ from the server's.
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <body>
        {/* Browsers hide a nonce from scripts: React would take it for another one. */}
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this app's own
          dangerouslySetInnerHTML={{ __html: themeScript }}
        />
        {!framed && <SkipLink />}
        {!framed && <TopBar />}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <KeysHelp />
      </body>
    </html>
  );
}
