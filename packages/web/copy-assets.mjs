#!/usr/bin/env node
// The folder that a bundle lies in, in the command line, in; the files that the bundle fetches, copied to where it looks for them, out.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const usage = `Usage: npx @stylelens/web copy-assets FOLDER

For bundlers that leave new URL('...', import.meta.url) as it is (esbuild; Rollup without a plugin for it).
FOLDER is where your bundle lies. Workers are copied into it, runtime/ and models/ beside it.
`

const ownFolder = fileURLToPath(new URL('.', import.meta.url))
const asyncifyFolder = () => {
  try {
    return fileURLToPath(new URL('..', import.meta.resolve('@stylelens/web-asyncify')))
  } catch {
    return undefined
  }
}

/** Every one has it in its code, minified or not. */
const mark = 'stylelens.classifier-error'

function copyWorkers(folder) {
  const workers = readdirSync(join(ownFolder, 'dist')).filter((name) => /(^|-)worker\.js$/.test(name))
  const foreign = workers
    .map((name) => join(folder, name))
    .filter((place) => existsSync(place) && !readFileSync(place, 'utf8').includes(mark))
  if (foreign.length > 0)
    throw new Error(`${foreign.join(', ')} would be overwritten and is not StyleLens's. Give your bundle a folder of its own.`)
  for (const name of workers) cpSync(join(ownFolder, 'dist', name), join(folder, name))
}

function copyAssets(given) {
  const folder = resolve(given)
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder.`)
  mkdirSync(folder, { recursive: true })
  copyWorkers(folder)
  cpSync(join(ownFolder, 'models'), join(folder, '../models'), { recursive: true })
  for (const source of [ownFolder, asyncifyFolder()]) {
    if (source !== undefined) cpSync(join(source, 'runtime'), join(folder, '../runtime'), { recursive: true })
  }
}

const [command, folder, ...more] = process.argv.slice(2)
if (command !== 'copy-assets' || folder === undefined || more.length > 0) {
  process.stderr.write(usage)
  process.exitCode = 2
} else {
  try {
    copyAssets(folder)
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
