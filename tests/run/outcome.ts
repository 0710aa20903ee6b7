/** What a stage of the tests has come to. A check that is not made of tests counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Why, where it is not plain from what was printed. */
  readonly note?: string;
}

export const passedOne: Outcome = { passed: 1, failed: 0 };
export const failedOne = (note?: string): Outcome => ({
  passed: 0,
  failed: 1,
  ...(note === undefined ? {} : { note }),
});
