// The workspaces of the repository, and the ones that classifying needs.
import { readFileSync } from 'node:fs'
import { fromRoot } from './root.mjs'

/** What a person who only classifies needs: no training, no tests. */
export const classifyWorkspaces = ['packages/core', 'packages/node', 'packages/stylelens']

export const allWorkspaces = readJson('package.json').workspaces

export function readJson(path) {
  return JSON.parse(readFileSync(fromRoot(path), 'utf8'))
}
