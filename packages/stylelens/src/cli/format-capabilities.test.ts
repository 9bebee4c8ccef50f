// Machines that can do this and lack that in; the lines about them out.
import type { Capabilities } from '@stylelens/node'
import { describe, expect, it } from 'vitest'
import { runCli } from '../../test/run-cli'
import { lacking } from './doctor-command'
import { formatCapabilities } from './format-capabilities'
import { styleFor } from './terminal'

const machine: Capabilities = {
  runtime: 'Node 24.1.0',
  platform: 'linux x64 glibc 2.36',
  executionProviders: [
    { name: 'cpu', available: true },
    { name: 'cuda', available: false, missing: 'libcudnn.so.9', mend: 'Run `pip install cudnn`.' },
  ],
  features: {
    'wasm-simd': { available: true },
    sharp: { available: false, missing: 'sharp (no binary)', mend: 'Run `npm install sharp`.' },
  },
}

it('puts what is missing beside its name and the mend below it', () => {
  expect(formatCapabilities('1.2.3', machine, styleFor({}, {}))).toBe(
    [
      'stylelens 1.2.3 on Node 24.1.0, linux x64 glibc 2.36',
      '',
      'Execution providers',
      '  cpu        yes',
      '  cuda       no   it lacks libcudnn.so.9',
      '                  Run `pip install cudnn`.',
      '',
      'Parts',
      '  wasm-simd  yes',
      '  sharp      no   it lacks sharp (no binary)',
      '                  Run `npm install sharp`.',
      '',
    ].join('\n'),
  )
})

it.each([
  [undefined, []],
  [['cpu'], []],
  [['cuda', 'cpu', 'abacus'], ['cuda', 'abacus']],
])('of %j it lacks %j', (names, expected) => expect(lacking(machine, names)).toEqual(expected))

it('lacks everything where there is no provider', () => {
  expect(lacking({ ...machine, executionProviders: machine.executionProviders.slice(1) }, undefined)).toEqual(['any'])
})

describe('stylelens doctor', () => {
  it('ends with 0 where something can classify', async () => {
    const { stdout, stderr, code } = await runCli('doctor')
    expect({ stderr, code }).toEqual({ stderr: '', code: undefined })
    expect(stdout).toMatch(/^stylelens [^]*Execution providers\n  cpu +yes\n  wasm +yes\n[^]*Parts\n[^]*sharp +yes\n/)
  })

  it('ends with 1 where what must be there is not, and tells it as JSON too', async () => {
    const { stdout, code } = await runCli('doctor', '--json', '--provider', 'cpu,webnn')
    expect(code).toBe(1)
    const { executionProviders, runtime } = JSON.parse(stdout) as Capabilities
    expect(runtime).toMatch(/^Node /)
    expect(executionProviders.find(({ name }) => name === 'webnn')).toMatchObject({ available: false })
  })
})
