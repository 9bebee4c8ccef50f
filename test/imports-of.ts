// A source file in, everything it imports out: static, type-only, re-exported, dynamic and required modules.
import { posix } from 'node:path'
import typescript from 'typescript'
import type { SourceFile } from './source-files'
import { nodesOf, parse } from './syntax-tree'

/** The module names as written, each once. */
export function importsOf(file: SourceFile): string[] {
  return [...new Set([...nodesOf(parse(file))].map(importedName).filter((name) => name !== undefined))]
}

/** The file that a relative import means, or undefined where there is none. */
export function resolveImport(from: string, specifier: string, paths: ReadonlySet<string>): string | undefined {
  const path = posix.join(posix.dirname(from), specifier)
  return [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => paths.has(candidate))
}

function importedName(node: typescript.Node): string | undefined {
  if (typescript.isImportDeclaration(node) || typescript.isExportDeclaration(node)) return textOf(node.moduleSpecifier)
  if (typescript.isImportTypeNode(node) && typescript.isLiteralTypeNode(node.argument))
    return textOf(node.argument.literal)
  if (typescript.isExternalModuleReference(node)) return textOf(node.expression)
  if (typescript.isCallExpression(node) && isModuleCall(node.expression)) return textOf(node.arguments[0])
  return undefined
}

function isModuleCall(callee: typescript.Expression): boolean {
  return (
    callee.kind === typescript.SyntaxKind.ImportKeyword ||
    (typescript.isIdentifier(callee) && callee.text === 'require')
  )
}

function textOf(node: typescript.Node | undefined): string | undefined {
  return node !== undefined && typescript.isStringLiteralLike(node) ? node.text : undefined
}
