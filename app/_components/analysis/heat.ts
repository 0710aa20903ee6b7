/** The steps of the score scale for a part that is wrong, from the loudest: 0–39, 40–59, 60–74, 75–89, 90–100 % right. */
export const heatOf = (wrong: number): number =>
  [0.4, 0.6, 0.75, 0.9].filter((limit) => 1 - wrong >= limit).length;
