'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** The heading of a page that answers a submission: it takes the focus, so that it is read first and nothing is lost. */
export function FocusHeading({ className, children }: { className: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h2 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h2>
  );
}
