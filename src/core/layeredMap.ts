/** Entries that may lie above the base before both become one: about what keeps a change as cheap as it gets. */
const limitOf = (baseSize: number): number => 32 + 2 * Math.sqrt(baseSize);

/**
 * A map that never changes: `with` gives another one that shares nearly all of it. One entry more costs about the square root of the
 * size, where copying a `Map` costs the size. Iterates in the order in which keys came first, as a `Map` does.
 */
export class LayeredMap<K, V extends object | true> implements ReadonlyMap<K, V> {
  readonly #base: ReadonlyMap<K, V>;
  /** Entries that are newer than those of the base. */
  readonly #above: ReadonlyMap<K, V>;
  readonly size: number;

  constructor(base: ReadonlyMap<K, V> = new Map(), above: ReadonlyMap<K, V> = new Map()) {
    this.#base = base;
    this.#above = above;
    let size = base.size;
    for (const key of above.keys()) if (!base.has(key)) size += 1;
    this.size = size;
  }

  /** Compared and printed as what it stands for. */
  get [Symbol.toStringTag](): string {
    return 'Map';
  }

  with(entries: Iterable<readonly [K, V]>): LayeredMap<K, V> {
    const above = new Map(this.#above);
    for (const [key, value] of entries) above.set(key, value);
    if (above.size <= limitOf(this.#base.size)) return new LayeredMap(this.#base, above);
    const base = new Map(this.#base);
    for (const [key, value] of above) base.set(key, value);
    return new LayeredMap(base);
  }

  without(keys: Iterable<K>): LayeredMap<K, V> {
    const base = new Map(this);
    for (const key of keys) base.delete(key);
    return new LayeredMap(base);
  }

  get(key: K): V | undefined {
    return this.#above.has(key) ? this.#above.get(key) : this.#base.get(key);
  }

  has(key: K): boolean {
    return this.#above.has(key) || this.#base.has(key);
  }

  entries(): MapIterator<[K, V]> {
    return this.#above.size === 0 ? this.#base.entries() : this.#both();
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) callback(value, key, this);
  }

  *#both(): MapIterator<[K, V]> {
    for (const [key, value] of this.#base) yield [key, this.#above.get(key) ?? value];
    for (const [key, value] of this.#above) if (!this.#base.has(key)) yield [key, value];
  }
}

/** A set in the same way. */
export class LayeredSet<T> implements ReadonlySet<T> {
  readonly #map: LayeredMap<T, true>;

  constructor(map: LayeredMap<T, true> = new LayeredMap()) {
    this.#map = map;
  }

  get size(): number {
    return this.#map.size;
  }

  get [Symbol.toStringTag](): string {
    return 'Set';
  }

  with(members: Iterable<T>): LayeredSet<T> {
    return new LayeredSet(this.#map.with(Array.from(members, (member) => [member, true] as const)));
  }

  without(members: Iterable<T>): LayeredSet<T> {
    return new LayeredSet(this.#map.without(members));
  }

  has(member: T): boolean {
    return this.#map.has(member);
  }

  *entries(): SetIterator<[T, T]> {
    for (const member of this.#map.keys()) yield [member, member];
  }

  keys(): SetIterator<T> {
    return this.#map.keys();
  }

  values(): SetIterator<T> {
    return this.#map.keys();
  }

  [Symbol.iterator](): SetIterator<T> {
    return this.#map.keys();
  }

  forEach(callback: (value: T, again: T, set: ReadonlySet<T>) => void): void {
    for (const member of this) callback(member, member, this);
  }
}
