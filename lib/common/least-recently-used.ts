/** A bounded cache of promises: the value that was asked for longest ago goes first. Failures are not kept. */
export class LeastRecentlyUsed<T extends Promise<unknown>> {
  private readonly values = new Map<string, T>();
  constructor(private readonly size: number) {}

  /** The value of the key, made now where it is not there. */
  get(key: string, make: () => T): T {
    const known = this.values.get(key);
    this.values.delete(key);
    const value = known ?? make();
    this.values.set(key, value);
    if (known === undefined) {
      value.catch(() => {
        if (this.values.get(key) === value) this.values.delete(key);
      });
      const [oldest] = this.values.keys();
      if (this.values.size > this.size && oldest !== undefined) this.values.delete(oldest);
    }
    return value;
  }
}
