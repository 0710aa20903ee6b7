/** Everything that a start has to undo when it ends, in the reverse order of its making. */

type Closer = () => Promise<void> | void;

export interface Closing {
  /** Adds something to undo. */
  add(closer: Closer): void;
  /** Undoes everything. Called twice, it does the work once. */
  run(): Promise<void>;
  /** True as soon as the end has begun: what fails after that fails because of it. */
  readonly begun: boolean;
}

export function makeClosing(): Closing {
  const closers: Closer[] = [];
  let end: Promise<void> | undefined;
  const work = async () => {
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) {
      try {
        await closer();
      } catch (error) {
        console.error(error);
      }
    }
  };
  return {
    add: (closer) => void closers.push(closer),
    run: () => {
      end ??= work();
      return end;
    },
    get begun() {
      return end !== undefined;
    },
  };
}
