// The shipped models, asked by the classifier of the packed and installed package: on all test pictures the figures of their reports.
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { embeddedModelNames } from '@stylelens/node'
import { installTarballs } from '../package/consumer'
import { packPackages } from '../package/pack-packages'
import { registryAnswers } from '../package/run-command'
import { temporaryFolder } from '../package/temporary-folder'
import { available } from '../requirement'
import { root } from '../source-files'

const minutes = 60_000
const folder = temporaryFolder()
const consumer = join(folder, 'consumer')
const registry = available('registry', await registryAnswers(), "npm's registry does not answer")
const hasData = available('data', Boolean(process.env.FASHION_MNIST_DIR), 'FASHION_MNIST_DIR is not set')

// Test labels are read by evaluate alone; recomputing a logged figure is free.
describe.skipIf(!registry || !hasData)('evaluate --check, through the packed package, on all 10,000 test pictures', () => {
  beforeAll(async () => {
    const tarballs = await packPackages(['core', 'node'], folder)
    const { code, stderr } = await installTarballs(consumer, tarballs, { ONNXRUNTIME_NODE_INSTALL: 'skip' })
    expect(code, stderr).toBe(0)
  }, 5 * minutes)

  it.each(embeddedModelNames.flatMap((model) => [
    [model, 'cpu', ['fp32', 'fp16', 'int8', 'flip']] as const,
    [model, 'wasm', ['fp32']] as const,
  ]))('%s on %s has the figures of its report, in each of %j', async (model, provider, forms) => {
    expect(readdirSync(join(consumer, 'node_modules/@stylelens'))).toEqual(['core', 'node'])
    const words = ['--check', '--package', consumer, '--model', model, '--provider', provider, '--forms', ...forms]
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'training/evaluate.ts', ...words], { cwd: root })
    for (const form of forms) expect(stdout).toContain(`${model} ${form} on ${provider}`)
  }, 10 * minutes)
})
