// Compares node_modules with package-lock.json: is everything there that the lockfile asks for?
import { existsSync } from 'node:fs'
import { fromRoot } from './root.mjs'
import { readJson } from './workspaces.mjs'

const fields = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']

/** True after a full `npm ci` or `npm install` of this very lockfile, whoever ran it. */
export function isFullyInstalled() {
  const hidden = 'node_modules/.package-lock.json' // npm's own record of what it installed
  if (!existsSync(fromRoot(hidden))) return false
  const wanted = readJson('package-lock.json').packages
  const installed = readJson(hidden).packages
  return Object.entries(wanted).every(([path, entry]) =>
    path.includes('node_modules/') ? isPresent(path, entry, installed[path]) : isInStep(path, entry),
  )
}

function isPresent(path, wanted, installed) {
  if (installed === undefined) return wanted.optional === true || wanted.devOptional === true // other platforms
  return installed.version === wanted.version && installed.integrity === wanted.integrity && existsSync(fromRoot(path))
}

// The lockfile repeats what each package.json asks for: where they differ, npm must say so itself.
function isInStep(path, entry) {
  const manifest = readJson(`${path === '' ? '.' : path}/package.json`)
  return fields.every((field) => sameEntries(manifest[field], entry[field]))
}

function sameEntries(left = {}, right = {}) {
  const names = Object.keys(left)
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name])
}
