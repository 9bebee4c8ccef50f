// Lists of providers, some of which fail, in; the session, its report, and what the listeners heard, out.
import { describe, expect, it } from 'vitest'
import { CountedAbort } from '../../test/counted-abort'
import { fakeProviders, sampleModel } from '../../test/fake-providers'
import type { FakeProvider } from '../../test/fake-providers'
import { ClassifierError } from '../classifier-error'
import type { ExecutionProvider, FallbackEvent } from '../execution-provider'
import { readExecutionProviders } from '../options/read-execution-providers'
import type { LoadProgress } from '../progress'
import { selectSession } from './select-session'
import type { SessionWishes } from './selected-session'

const absent = (name: string): FakeProvider =>
  ({ failure: new ClassifierError('provider-unavailable', `No ${name} here.`) })
const miscomputing: FakeProvider = {
  spoil: ({ logits }) => ({ logits: { ...logits, data: logits.data.map(() => 9) } }),
}

function select(
  table: Readonly<Record<string, FakeProvider>>,
  list: ExecutionProvider | readonly ExecutionProvider[],
  more: Partial<SessionWishes> = {},
) {
  const fake = fakeProviders(table)
  const providers = readExecutionProviders(list, { defaultExecutionProviders: ['cpu', 'wasm'] })
  const wishes = { providers, threads: 1, sessionOptions: {}, ...more }
  return { fake, selected: selectSession(fake.platform, sampleModel(), wishes) }
}

const attempts = ({ attempts: all }: ReturnType<typeof fakeProviders>) => all.map(({ candidate: { name } }) => name)

describe('fallback', () => {
  it('goes down the list until one runs, and says what was left and what is still to come', async () => {
    const table = { tensorrt: absent('tensorrt'), cuda: miscomputing }
    const { backend, next } = await select(table, ['tensorrt', 'cuda', 'cpu', 'wasm']).selected
    expect(backend).toMatchObject({ executionProvider: 'cpu', placement: 'full' })
    expect(backend.fellBackFrom).toEqual([
      {
        executionProvider: 'tensorrt',
        code: 'provider-unavailable',
        message: 'No tensorrt here. [provider-unavailable]',
      },
      { executionProvider: 'cuda', code: 'self-test', message: expect.stringContaining('differ by up to 9.00') },
    ])
    expect(next.map(({ name }) => name)).toEqual(['wasm'])
  })

  it('is told to onFallback, once for each provider that is left', async () => {
    const events: FallbackEvent[] = []
    const table = { tensorrt: absent('tensorrt'), cuda: miscomputing }
    await select(table, ['tensorrt', 'cuda', 'cpu'], { onFallback: (event) => events.push(event) }).selected
    expect(events).toMatchObject([
      { from: 'tensorrt', to: 'cuda', reason: { code: 'provider-unavailable' } },
      { from: 'cuda', to: 'cpu', reason: { code: 'self-test' } },
    ])
    expect(events.every(({ reason }) => reason instanceof ClassifierError)).toBe(true)
  })

  it('is not told where there is nothing to go on with', async () => {
    const events: FallbackEvent[] = []
    const table = { cuda: absent('cuda'), cpu: absent('cpu') }
    const { selected } = select(table, ['cuda', 'cpu'], { onFallback: (event) => events.push(event) })
    await expect(selected).rejects.toMatchObject({ code: 'provider-failed' })
    expect(events.map(({ from, to }) => [from, to])).toEqual([['cuda', 'cpu']])
  })

  it.each<[string, () => unknown]>([
    ['throws', () => { throw new Error('from the listener') }],
    ['rejects', async () => { throw new Error('from the listener') }],
  ])('goes on where a listener %s', async (_case, listener) => {
    const more = { onFallback: listener as () => void, onProgress: listener as () => void }
    const { backend } = await select({ cuda: absent('cuda') }, ['cuda', 'cpu'], more).selected
    expect(backend.executionProvider).toBe('cpu')
  })
})

describe('strict', () => {
  const partly: FakeProvider = { fail: ({ strict }) => { if (strict) throw new Error('Resize is not supported') } }

  it.each<[string, FakeProvider, RegExp]>([
    ['is not there', absent('cuda'), /- cuda: No cuda here\./],
    ['cannot do the whole model', partly, /- cuda: .*Resize is not supported/],
    ['miscomputes', miscomputing, /- cuda: .*differ by up to/],
  ])('throws where the provider %s, whatever else is in the list', async (_case, provider, message) => {
    const events: FallbackEvent[] = []
    const more = { strict: true, onFallback: (event: FallbackEvent) => events.push(event) }
    const { fake, selected } = select({ cuda: provider }, ['cuda', 'cpu'], more)
    await expect(selected).rejects.toMatchObject({
      code: 'provider-failed',
      message: expect.stringMatching(message) as string,
      cause: expect.any(ClassifierError) as unknown,
    })
    expect(attempts(fake)).toEqual(['cuda'])
    expect(events).toEqual([])
  })

  it('changes nothing where the first provider does all', async () => {
    const { backend } = await select({}, ['cuda', 'cpu'], { strict: true }).selected
    expect(backend).toMatchObject({ executionProvider: 'cuda', placement: 'full', fellBackFrom: [] })
  })
})

describe('progress', () => {
  it('is one step, however many providers are tried', async () => {
    const heard: LoadProgress[] = []
    const more = { onProgress: (progress: LoadProgress) => heard.push(progress) }
    await select({ cuda: absent('cuda') }, ['cuda', 'cpu'], more).selected
    expect(heard).toEqual([{ phase: 'session', loaded: 0, total: 1 }, { phase: 'session', loaded: 1, total: 1 }])
  })
})

describe('abort', () => {
  it('ends the self-test, frees the session, and tries no other', async () => {
    const abort = new CountedAbort()
    const spoil: FakeProvider['spoil'] = (outputs) => {
      abort.abort('enough')
      return outputs
    }
    const { fake, selected } = select({ cuda: { spoil } }, ['cuda', 'cpu'], { signal: abort.signal })
    await expect(selected).rejects.toMatchObject({ code: 'aborted', cause: 'enough' })
    expect(attempts(fake)).toEqual(['cuda'])
    expect(fake.released).toEqual(['cuda'])
  })
})
