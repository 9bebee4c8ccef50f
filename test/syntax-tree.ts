// A source file in, its syntax tree out; and a walk over all nodes of a tree.
import typescript from 'typescript'
import type { SourceFile } from './source-files'

export function parse({ path, text }: SourceFile): typescript.SourceFile {
  return typescript.createSourceFile(path, text, typescript.ScriptTarget.Latest, true)
}

/** Every node of the tree, parents before children. */
export function* nodesOf(node: typescript.Node): Generator<typescript.Node> {
  yield node
  const children: typescript.Node[] = []
  node.forEachChild((child) => {
    children.push(child)
  })
  for (const child of children) yield* nodesOf(child)
}

/** Lines are counted from 1, as editors do. */
export function lineOf(tree: typescript.SourceFile, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line + 1
}
