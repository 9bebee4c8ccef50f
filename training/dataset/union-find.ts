// Pairs of members come in, the groups they join into come out.

/** Disjoint sets over 0 to count - 1; the smallest member stands for its set. */
export class UnionFind {
  readonly #parent: Int32Array

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, member) => member)
  }

  /** The smallest member of the set that holds `member`. */
  find(member: number): number {
    const parent = this.#parent
    while (parent[member] !== member) {
      parent[member] = parent[parent[member]] // halves the path for the next call
      member = parent[member]
    }
    return member
  }

  join(one: number, other: number): void {
    const [rootOne, rootOther] = [this.find(one), this.find(other)]
    this.#parent[Math.max(rootOne, rootOther)] = Math.min(rootOne, rootOther)
  }

  /** For every member the smallest member of its set. */
  representatives(): Int32Array {
    return this.#parent.map((_, member) => this.find(member))
  }
}
