// The installed onnxruntime in, measured anew for some opsets; the rows of the committed placement table out.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { available } from '../../../test/requirement'
import { unpackSwiftshader } from '../../../test/webgpu/unpack-swiftshader'
import { measureProviders, providers, versionOf } from '../placement/measure-providers'
import { measuredWith, placementTable } from '../src/inspect/place-operators'

const folder = mkdtempSync(join(tmpdir(), 'placement-'))
const swiftshader = unpackSwiftshader(folder)
const here = available('swiftshader', 'environment' in swiftshader, 'missing' in swiftshader ? swiftshader.missing : '')
afterAll(() => rmSync(folder, { recursive: true }))

/** The oldest, the default and the newest that the exporter writes. */
const opsets = [13, 17, 21]

describe.skipIf(!here)('the placement table', () => {
  it('is what the installed onnxruntime does (else: npm run placement)', async () => {
    const measured = await measureProviders(folder, opsets)
    for (const provider of providers) {
      const committed = Object.fromEntries(Object.entries(placementTable).map(([operator, row]) =>
        [operator, row[provider].filter(opset => opsets.includes(opset))]))
      expect(measured.get(provider), provider).toEqual(committed)
    }
  }, 300_000)
})

it('was measured with the versions that are installed', () => {
  expect(measuredWith).toEqual({
    'onnxruntime-node': versionOf('onnxruntime-node'), 'onnxruntime-web': versionOf('onnxruntime-web'),
  })
})
