/** Words of signing in and out. */
export const account = {
  signIn: 'Sign in',
  signingIn: 'Signing in',
  signOut: 'Sign out',
  menu: (name: string) => `Account of ${name}`,
  signedInAs: 'Signed in as',
  email: 'Email address',
  password: 'Password',
  lead: 'Sign in to take quizzes and keep your marks. Lessons can be read without.',
  wrong: 'The email address or the password is not right.',
  rateLimited: 'Too many attempts. Wait a few minutes, then try again.',
  failed: 'Signing in did not work. Try again.',
  emailMissing: 'Enter your email address.',
  passwordMissing: 'Enter your password.',
  demo: 'This is a demo. The accounts and the password are printed where the app was started.',
  needed: 'Sign in to see this page.',
} as const;
