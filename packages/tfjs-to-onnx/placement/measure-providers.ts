// A folder for a graphics driver in; each provider measured in a process of its own, and the versions it was, out.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runNode } from '../../../test/package/run-command'
import { unpackSwiftshader } from '../../../test/webgpu/unpack-swiftshader'
import type { MeasuredRows } from './measure-provider'

export const providers = ['cpu', 'wasm', 'webgpu'] as const

const root = new URL('../../../', import.meta.url)

/** WebGPU needs the driver's place before the process starts. Throws where SwiftShader is not there. */
export async function measureProviders(
  folder: string,
  opsets: readonly number[] = [],
): Promise<ReadonlyMap<string, MeasuredRows>> {
  const measured = new Map<string, MeasuredRows>()
  for (const provider of providers) {
    const environment = provider === 'webgpu' ? environmentOf(folder) : {}
    const main = fileURLToPath(new URL('./measure-provider-main.ts', import.meta.url))
    const words = ['--import', 'tsx', main, provider, ...opsets.map(String)]
    const { code, stdout, stderr } = await runNode(words, fileURLToPath(root), environment)
    if (code !== 0) throw new Error(`Measuring ${provider} ended with code ${code}: ${stderr}`)
    measured.set(provider, JSON.parse(stdout) as MeasuredRows)
  }
  return measured
}

function environmentOf(folder: string): Readonly<Record<string, string>> {
  const swiftshader = unpackSwiftshader(folder)
  if ('missing' in swiftshader) throw new Error(`WebGPU cannot be measured: ${swiftshader.missing}.`)
  return swiftshader.environment
}

export function versionOf(name: string): string {
  const manifest = readFileSync(new URL(`node_modules/${name}/package.json`, root), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
