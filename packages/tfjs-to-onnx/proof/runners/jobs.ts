// Cases that are to run outside this process: exported into a folder, and the answers read back from there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { worstOf } from '../compare'
import type { Question } from '../judge-case'
import type { Feed, NumberTensor } from '../numbers'

export interface Job {
  readonly id: string
  readonly bytes: Uint8Array
  readonly questions: readonly Question[]
  readonly sessionOptions?: Readonly<Record<string, unknown>>
}

/** What the other process wrote: outputs per question, or why there are none. */
export type Answer = { readonly outputs: readonly (readonly NumberTensor[])[] } | { readonly error: string }

export interface WrittenJob {
  readonly id: string
  readonly file: string
  readonly questions: readonly (readonly Feed[])[]
  readonly sessionOptions?: Readonly<Record<string, unknown>>
}

/** @param run gets the folder with jobs.json and must leave answers.json there */
export async function runJobs(jobs: readonly Job[], run: (folder: string) => Promise<void>): Promise<Map<string, Answer>> {
  const folder = mkdtempSync(join(tmpdir(), 'exporter-proof-'))
  try {
    const written = jobs.map(({ id, bytes, questions, sessionOptions }, i): WrittenJob => {
      const file = `${i}.onnx`
      writeFileSync(join(folder, file), bytes)
      return { id, file, questions: questions.map(({ feeds }) => feeds), sessionOptions }
    })
    writeFileSync(join(folder, 'jobs.json'), JSON.stringify(written))
    await run(folder)
    return new Map(Object.entries(JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as Record<string, Answer>))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @throws Error with what the other process said, where it did not answer. */
export function errorOfAnswer({ id, questions }: Job, answers: ReadonlyMap<string, Answer>): number {
  const found = answers.get(id)
  if (!found) throw new Error(`Nothing answered for "${id}".`)
  if ('error' in found) throw new Error(`"${id}" did not run: ${found.error}`)
  return Math.max(...questions.map(({ answer }, i) => worstOf(found.outputs[i], answer)))
}
