/** The person who is signed in. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** An address in the one form in which it is stored and compared. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}
