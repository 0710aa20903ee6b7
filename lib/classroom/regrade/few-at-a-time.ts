/** Items that are worked on at once: the queue of the runner stays short, so that students wait behind few. */
const atOnce = 8;

/** Does work on each item, a few at a time, and answers the results in the order of the items. */
export async function fewAtATime<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  // One iterator for all: who is done takes the next item. After a failure nobody takes one.
  const queue = items.entries();
  let failed = false;
  const next = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (failed) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return results;
}
