import { optionalUser } from '@/lib/auth';
import { ownReview } from '../../_data/review';
import * as words from '../../_words';
import { Brand } from '../ui/brand';
import { ButtonLink } from '../ui/button';
import { ThemeSwitch } from '../ui/theme-switch';
import { AccountMenu } from './account-menu';
import { KeysButton } from './keys-help';
import { NavLinks } from './nav-links';
import { teachesSomewhere } from './teaches';
import styles from './top-bar.module.css';

/** Brand, main navigation, account. */
export async function TopBar() {
  const [viewer, review] = await Promise.all([optionalUser(), ownReview()]);
  const links = [
    { href: '/', label: words.chrome.home },
    { href: '/lessons', label: words.chrome.lessons },
    { href: '/exercises', label: words.chrome.exercises },
    ...(viewer ? [{ href: '/assignments', label: words.chrome.assignments }] : []),
    { href: '/playground', label: words.chrome.playground },
    ...(review
      ? [
          {
            href: '/review',
            label: words.chrome.review,
            count: { n: review.length, text: words.chrome.waiting },
          },
        ]
      : []),
    ...(viewer && (await teachesSomewhere()) ? [{ href: '/teach', label: words.chrome.classes }] : []),
  ];
  return (
    <header className={styles.top} data-print="no">
      <Brand />
      <NavLinks links={links} />
      <div className={styles.right}>
        <KeysButton className={styles.wideOnly ?? ''} />
        <ThemeSwitch />
        {viewer ? (
          <AccountMenu name={viewer.name} email={viewer.email} />
        ) : (
          <ButtonLink href="/sign-in" small className={styles.signIn}>
            {words.account.signIn}
          </ButtonLink>
        )}
      </div>
    </header>
  );
}
