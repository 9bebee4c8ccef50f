// The name of a contestant and its task in; a process of its own that readies rows and times calls out.
import { fork, type ChildProcess } from 'node:child_process'
import type { CallTime } from '../inference-task'
import type { Sdk } from '../locate-sdk'
import { sdkProgram } from '../locate-sdk'
import type { ContestantName, RowPictures } from './bench-row'

export interface ContestantTask {
  /** Model folder. */
  readonly folder: string
  readonly threads: number
  /** Whatever its own documentation recommends, instead of the same threads for all. */
  readonly best: boolean
  /** The pictures of the first call, which is part of the start. */
  readonly first: RowPictures
}

/** From before the import to the first answer. */
export interface ContestantStart {
  readonly milliseconds: number
  readonly bytesBefore: number
  readonly bytes: number
  readonly versions: Readonly<Record<string, string>>
}

const openers: Readonly<Record<ContestantName, URL>> = {
  bare: new URL('../contestants/open-onnxruntime.mjs', import.meta.url),
  ours: new URL('../contestants/open-stylelens.mjs', import.meta.url),
  peer: new URL('../../peers/open-transformers.mjs', import.meta.url),
}

export class ContestantProcess {
  readonly #child: ChildProcess
  readonly name: ContestantName
  readonly start: ContestantStart

  private constructor(child: ChildProcess, name: ContestantName, start: ContestantStart) {
    this.#child = child
    this.name = name
    this.start = start
  }

  /** Rejects where the process ends before its first answer; what it complains of is seen on stderr. */
  static async open(name: ContestantName, task: ContestantTask, sdk: Sdk): Promise<ContestantProcess> {
    const { command, environment } = sdkProgram(sdk, new URL('../contestants/serve-contestant.mjs', import.meta.url))
    const [, ...words] = command
    const child = fork(words.at(-1) ?? '', [JSON.stringify({ ...task, opener: openers[name].href })], {
      execArgv: words.slice(0, -1), env: { ...process.env, ...environment }, serialization: 'advanced',
    })
    return new ContestantProcess(child, name, await nextMessage<ContestantStart>(child, name))
  }

  /** @returns the scores of the row's first picture, class by class */
  prepare(row: RowPictures): Promise<number[]> {
    return this.#ask({ kind: 'prepare', row })
  }

  time(count: number): Promise<CallTime> {
    return this.#ask({ kind: 'time', count })
  }

  /** The most memory that the process ever had, in bytes. */
  peakMemory(): Promise<number> {
    return this.#ask({ kind: 'memory' })
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    await this.#ask({ kind: 'end' })
    await ended
  }

  async #ask<Answer>(request: object): Promise<Answer> {
    const answer = nextMessage<{ readonly answer: Answer }>(this.#child, this.name)
    this.#child.send(request)
    return (await answer).answer
  }
}

function nextMessage<Message>(child: ChildProcess, name: ContestantName): Promise<Message> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null) => reject(new Error(`The process of '${name}' ended with code ${code}.`))
    child.once('exit', fail)
    child.once('message', (message) => {
      child.off('exit', fail)
      resolve(message as Message)
    })
  })
}
