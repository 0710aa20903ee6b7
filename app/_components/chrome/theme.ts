/** The theme: the system's until a person chooses; the choice is kept in the browser. */
export type Theme = 'light' | 'dark';

/** Where the choice is kept. */
export const THEME_KEY = 'theme';

/** Sets the chosen theme before the first paint: run by the browser as the page begins. Without storage the system decides. */
export const themeScript = `try{const t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

/** The theme that is shown now. In the browser alone. */
export function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Shows a theme, and keeps it where the browser lets it be kept. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme);
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Without storage the choice holds for this page.
  }
}

/** Shows a theme that another window of this browser has chosen; anything else is the system's. */
export function showTheme(theme: string | null): void {
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}
