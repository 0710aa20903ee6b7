/** Where to go after signing in: a path of this site. Anything else leads home. */
export function safeCallback(wanted: string | string[] | undefined): string {
  // Browsers read a backslash as a slash: `/\elsewhere` would leave the site as `//elsewhere` does.
  return typeof wanted === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(wanted) ? wanted : '/';
}
