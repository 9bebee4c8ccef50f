// A graph of imports in, the circles in it out, each as the list of files that one comes by.

/** Depth-first: a file met again while it is still open closes a circle. */
export function findCircles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = []
  const finished = new Set<string>()
  const visit = (node: string, open: readonly string[]): void => {
    const start = open.indexOf(node)
    if (start >= 0) circles.push([...open.slice(start), node])
    if (start >= 0 || finished.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...open, node])
    finished.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return circles
}
