// A folder that a bundler wrote and what the page loaded in; the gzipped bytes of all its JavaScript but onnxruntime's out.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipBytes } from './emitted-files'
import type { RunApp } from './open-app'

/** Of all JavaScript that a first classify() loads. */
export const mostScriptBytes = 15_000

/** Bundlers give its files names of their own; only they call its functions. */
const isOnnxruntime = (place: string) => readFileSync(place, 'utf8').includes('_OrtInit')

export function scriptBytes(folder: string, { loaded }: RunApp): number {
  const scripts = [...new Set(loaded)].filter((path) => /\.m?js$/.test(path)).map((path) => join(folder, path))
  const missing = scripts.filter((place) => !existsSync(place))
  const ours = scripts.filter((place) => !missing.includes(place) && !isOnnxruntime(place))
  if (ours.length === 0 || missing.length > 0) throw new Error(`Not all scripts can be measured: ${missing.join(', ')}`)
  return ours.map(gzipBytes).reduce((sum, bytes) => sum + bytes, 0)
}
