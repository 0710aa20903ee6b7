'use client';

import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';

/** The theme: the system's until a person chooses; kept in the browser, set before the first paint. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <ThemeProvider
      attribute="data-theme"
      defaultTheme="system"
      enableSystem
      enableColorScheme={false}
      disableTransitionOnChange
      {...(nonce !== undefined && { nonce })}
    >
      {children}
    </ThemeProvider>
  );
}
