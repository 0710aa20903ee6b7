import Link from 'next/link';
import type { ButtonHTMLAttributes, ComponentProps } from 'react';
import styles from './button.module.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'link';

interface Look {
  look?: ButtonLook;
  small?: boolean;
  wide?: boolean;
}

function classes({ look = 'secondary', small, wide }: Look, more?: string): string {
  if (look === 'link') return [styles.link, more].filter(Boolean).join(' ');
  return [styles.button, styles[look], small && styles.small, wide && styles.wide, more]
    .filter(Boolean)
    .join(' ');
}

/**
 * A button; `type` is "button" unless said otherwise. One that is busy takes no press and keeps the focus, which a
 * disabled one would lose.
 */
export function Button({
  look,
  small,
  wide,
  className,
  type = 'button',
  busy = false,
  onClick,
  ...rest
}: Look & { busy?: boolean } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'>) {
  return (
    <button
      type={type}
      className={classes(pick(look, small, wide), className)}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  );
}

/** A link that looks like a button. */
export function ButtonLink({ look, small, wide, className, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link className={classes(pick(look, small, wide), className)} {...rest} />;
}

function pick(look?: ButtonLook, small?: boolean, wide?: boolean): Look {
  return { ...(look && { look }), ...(small && { small }), ...(wide && { wide }) };
}
