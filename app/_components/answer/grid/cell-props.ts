/** What every cell takes. */
export interface CellProps {
  /** What it is called by itself: 'array A, step 2'. */
  label: string;
  value: string;
  /** What the server could not read; null where there is nothing to complain of. */
  complaint: string | null;
  onChange: (value: string) => void;
}
