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

/** A button; `type` is "button" unless said otherwise. */
export function Button({
  look,
  small,
  wide,
  className,
  type = 'button',
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={classes(pick(look, small, wide), className)} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({ look, small, wide, className, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link className={classes(pick(look, small, wide), className)} {...rest} />;
}

function pick(look?: ButtonLook, small?: boolean, wide?: boolean): Look {
  return { ...(look && { look }), ...(small && { small }), ...(wide && { wide }) };
}
