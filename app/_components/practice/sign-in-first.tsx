import * as words from '../../_words';
import { ButtonLink } from '../ui/button';
import { EmptyState } from '../ui/empty-state';

/** What stands in place of practice for who is not signed in, or is in no course. */
export function SignInFirst({ signedIn, address }: { signedIn: boolean; address: string }) {
  if (signedIn) return <EmptyState title={words.catalogue.noCourse} text={words.catalogue.noCourseText} />;
  return (
    <EmptyState
      title={words.practice.signIn}
      text={words.practice.signInText}
      action={
        <ButtonLink look="primary" href={`/sign-in?callbackUrl=${encodeURIComponent(address)}`}>
          {words.account.signIn}
        </ButtonLink>
      }
    />
  );
}
