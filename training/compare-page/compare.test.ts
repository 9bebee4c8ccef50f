// Kept runs in; checked is their order, what a changed setting is said to do, and the page that shows it.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recipes, type Recipe } from '../config'
import type { EpochRecord } from '../history'
import { isFinished, readRuns, runFolder, runName, writeRun } from '../run-record'
import { compareRuns } from './compare-runs'
import { renderComparison } from './render-comparison'

const root = join(import.meta.dirname, '..', '..')
const base: Recipe = { ...recipes['fashion-nano'], epochs: 2 }
const backend = { backend: 'drawn', backendReason: 'for this test' }

function drawHistory(validationLoss: number | null, validationAccuracy: number | null): EpochRecord[] {
  const epoch = {
    epoch: 1,
    loss: 1,
    learningRate: 0.1,
    imagesPerSecond: 9,
    validationAccuracy: null,
    validationLoss: null,
  }
  return [epoch, { ...epoch, epoch: 2, loss: 0.5, learningRate: 0, validationAccuracy, validationLoss }]
}

const record = (recipe: Recipe, loss: number | null, accuracy: number | null) => {
  const settings = { ...base, ...recipe }
  return { name: runName(settings), recipe: settings, ...backend, history: drawHistory(loss, accuracy) }
}

const runs = [
  record({ ...base, seed: 1 }, 0.2, 0.93),
  record({ ...base, seed: 2 }, 0.3, 0.92),
  record({ ...base, id: 'smooth', labelSmoothing: 0.1 }, 0.21, 0.94),
  record({ ...base, id: 'other', network: 'small', weightDecay: 0 }, 0.1, 0.95),
  record({ ...base, id: 'unmeasured', weightDecay: 0 }, null, null),
]

describe('compareRuns', () => {
  const comparison = compareRuns(runs)

  it('sorts by the last validation loss; without one comes last', () => {
    expect(comparison.runs.map(({ name }) => name)).toEqual([
      'other-2-seed1',
      'fashion-nano-1-2-seed1',
      'smooth-2-seed1',
      'fashion-nano-1-2-seed2',
      'unmeasured-2-seed1',
    ])
    expect(comparison.runs[0].curves.loss).toEqual([
      { epoch: 1, value: 1 },
      { epoch: 2, value: 0.5 },
    ])
    expect(comparison.runs[0].curves.validationAccuracy).toEqual([{ epoch: 2, value: 95 }])
  })

  it('names what differs, and tells the effect only where nothing else does', () => {
    expect([...comparison.changed].sort()).toEqual(['labelSmoothing', 'network', 'weightDecay'])
    expect(comparison.effects).toEqual([
      {
        setting: 'labelSmoothing',
        values: [0.1, 0],
        runs: [1, 2],
        validationLoss: [0.21, 0.25],
        validationAccuracy: [0.94, expect.closeTo(0.925, 12)],
      },
    ])
  })

  it('is a page with every run, every curve and a box that hides it', () => {
    const { document, Event } = parseHTML(renderComparison(comparison))
    const rows = [...document.querySelectorAll('#runs tbody tr')].map((row) => row.textContent?.trim().split(/\s/)[0])
    expect(rows[0]).toContain('other-2-seed1')
    expect(document.querySelector('#effects tbody')?.textContent).toContain('+1.50')
    expect(document.querySelectorAll('#curves svg')).toHaveLength(8)
    const script = [...document.querySelectorAll('script')].at(-1)?.textContent ?? ''
    interface Box {
      checked: boolean
      dispatchEvent(event: unknown): void
    }
    const boxes = [...document.querySelectorAll('.run-choice input')] as unknown as Box[]
    for (const box of boxes) box.checked = true // as a browser reads the attribute
    new Function('document', script)(document)
    boxes[1].checked = false
    boxes[1].dispatchEvent(new Event('change'))
    const shown = (run: number) =>
      [...document.querySelectorAll(`.curve-${run}`)].map((curve) => curve.getAttribute('style'))
    expect(shown(1).length).toBeGreaterThan(3)
    expect(shown(1).every((style) => style?.includes('display: none') || style?.includes('display:none'))).toBe(true)
    expect(shown(0).some((style) => style?.includes('none'))).toBe(false)
  })
})

describe('the commands', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stylelens-runs-'))
  })

  afterAll(() => rm(folder, { recursive: true }))

  const run = (script: string, ...words: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', join('training', script), ...words], { cwd: root })

  it('runs collects what models and checkpoints hold of finished trainings, and names the others', async () => {
    const checkpoints = await mkdtemp(join(folder, 'checkpoints-'))
    const header = (recipe: Recipe) =>
      JSON.stringify({ recipe: JSON.stringify(recipe), history: drawHistory(0.2, 0.9) })
    await writeFile(join(checkpoints, 'a.checkpoint'), `${header({ ...base, id: 'kept' })}\n\u0000`)
    await writeFile(join(checkpoints, 'b.checkpoint'), `${header({ ...base, id: 'broken', epochs: 5 })}\n\u0000`)
    const words = ['--models', join(folder, 'none'), '--checkpoints', checkpoints, '--output', join(folder, 'runs')]
    const { stdout } = await run('collect-runs.ts', ...words)
    expect(stdout).toContain('Left out broken-5-seed1: it ended after 2 of 5 epochs')
    expect(await readdir(join(folder, 'runs'))).toEqual(['kept-2-seed1.json'])
    const [kept] = await readRuns(join(folder, 'runs'))
    expect(kept).toMatchObject({ name: 'kept-2-seed1', backend: 'not recorded', history: drawHistory(0.2, 0.9) })
  })

  it('compare draws the named runs, and says what to do where there is none', async () => {
    const kept = join(folder, 'two')
    for (const { name: _, ...one } of runs) await writeRun(kept, one)
    const words = ['--runs', kept, '--output', join(folder, 'report')]
    await run('compare.ts', 'smooth-2-seed1', 'other-2-seed1', ...words)
    const written = JSON.parse(await readFile(join(folder, 'report', 'runs.json'), 'utf8')) as {
      runs: { name: string }[]
    }
    expect(written.runs.map(({ name }) => name)).toEqual(['other-2-seed1', 'smooth-2-seed1'])
    await expect(run('compare.ts', '--runs', await mkdtemp(join(folder, 'empty-')))).rejects.toMatchObject({
      stderr: expect.stringContaining('npm run runs'),
    })
  })
})

it('keeps finished runs under their own names', async () => {
  const kept = await readRuns(join(root, runFolder))
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.map(({ recipe }) => runName(recipe))).toEqual(kept.map(({ name }) => name))
  expect(kept.filter((one) => !isFinished(one)).map(({ name }) => name)).toEqual([])
})
