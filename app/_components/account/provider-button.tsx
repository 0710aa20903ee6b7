'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { account } from '../../_words/account';
import { Button } from '../ui/button';

/** Goes to the identity provider, and comes back signed in. */
export function ProviderButton({ id, name, target }: { id: string; name: string; target: string }) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    await signIn(id, { callbackUrl: target }).catch(() => setBusy(false));
  };
  return (
    <Button wide busy={busy} onClick={press}>
      {busy ? account.signingIn : account.with(name)}
    </Button>
  );
}
