// Sessions that lose their device or are told to change in; runs that go on with another one, or a typed error, out.
import { describe, expect, it } from 'vitest'
import { fakeProviders, sampleModel } from '../../test/fake-providers'
import type { FakeProvider } from '../../test/fake-providers'
import { makeGate, settle } from '../../test/gate'
import { ClassifierError } from '../classifier-error'
import type { ExecutionProvider, FallbackEvent } from '../execution-provider'
import { readExecutionProviders } from '../options/read-execution-providers'
import { LiveSession } from './live-session'
import type { SessionWishes } from './selected-session'

const listOf = (list: ExecutionProvider | readonly ExecutionProvider[]) =>
  readExecutionProviders(list, { defaultExecutionProviders: ['cpu', 'wasm'] })

/** Loses its device in the given run; the first one is that of the self-test. */
function losing(run: number): FakeProvider {
  let runs = 0
  return { spoil: (outputs) => {
    if (++runs >= run) throw new ClassifierError('device-lost', 'The device is gone.')
    return outputs
  } }
}

async function open(
  table: Readonly<Record<string, FakeProvider>>,
  list: ExecutionProvider | readonly ExecutionProvider[],
  more: Partial<SessionWishes> = {},
) {
  const fake = fakeProviders(table)
  const wishes = { providers: listOf(list), threads: 1, sessionOptions: {}, ...more }
  const session = await LiveSession.start(fake.platform, sampleModel(), wishes)
  const run = () => session.run('image', { data: new Float32Array(784), dims: [1, 28, 28, 1] }, ['logits'])
  return { fake, session, run }
}

describe('a lost device', () => {
  it('fails the run in flight; the next goes on with the next provider, which is told', async () => {
    const events: FallbackEvent[] = []
    const { fake, session, run } = await open({ webgpu: losing(3) }, ['webgpu', 'cpu'], {
      onFallback: (event) => events.push(event),
    })
    await run()
    await expect(run()).rejects.toMatchObject({ code: 'device-lost' })
    expect([...(await run()).logits.data]).toEqual([0, 1, 2, 3])
    expect(session.backend).toMatchObject({ executionProvider: 'cpu', requested: ['webgpu', 'cpu'], placement: 'full' })
    expect(session.backend.fellBackFrom).toEqual([
      { executionProvider: 'webgpu', code: 'device-lost', message: 'The device is gone. [device-lost]' },
    ])
    expect(events).toMatchObject([{ from: 'webgpu', to: 'cpu', reason: { code: 'device-lost' } }])
    expect(fake.released).toEqual(['webgpu'])
  })

  it('keeps what it fell back from before, and goes on down the list', async () => {
    const absent = { failure: new ClassifierError('provider-unavailable', 'No.') }
    const table = { cuda: absent, webgpu: losing(2), cpu: losing(1) }
    const { session, run } = await open(table, ['cuda', 'webgpu', 'cpu', 'wasm'])
    await expect(run()).rejects.toMatchObject({ code: 'device-lost' })
    await expect(run()).rejects.toMatchObject({ code: 'device-lost' })
    await run()
    expect(session.backend.executionProvider).toBe('wasm')
    expect(session.backend.fellBackFrom.map(({ executionProvider, code }) => [executionProvider, code])).toEqual([
      ['cuda', 'provider-unavailable'], ['webgpu', 'device-lost'], ['cpu', 'device-lost'],
    ])
  })

  it.each<[string, readonly ExecutionProvider[], Partial<SessionWishes>]>([
    ['strict is set', ['webgpu', 'cpu'], { strict: true }],
    ['the list is at its end', ['webgpu'], {}],
  ])('leaves nothing to run on where %s, until it is told to change', async (_case, list, more) => {
    const { fake, session, run } = await open({ webgpu: losing(2) }, list, more)
    await expect(run()).rejects.toMatchObject({ code: 'device-lost' })
    await expect(run()).rejects.toMatchObject({ code: 'provider-failed', cause: { code: 'device-lost' } })
    await expect(run()).rejects.toMatchObject({ code: 'provider-failed' })
    await session.switchTo(listOf('wasm'))
    await run()
    expect(session.backend).toMatchObject({ executionProvider: 'wasm', requested: ['wasm'], fellBackFrom: [] })
    await session.release()
    expect(fake.released).toEqual(['webgpu', 'wasm'])
  })

  it('is not waited for: its release may never end', async () => {
    const fake = fakeProviders({ webgpu: losing(2) })
    const { createSession } = fake.platform
    fake.platform.createSession = async (model, options) => {
      const session = await createSession(model, options)
      const release = () => new Promise<void>(() => undefined)
      return options.candidate.name === 'cpu' ? session : { ...session, release }
    }
    const wishes = { providers: listOf(['webgpu', 'cpu']), threads: 1, sessionOptions: {} }
    const session = await LiveSession.start(fake.platform, sampleModel(), wishes)
    const input = { data: new Float32Array(784), dims: [1, 28, 28, 1] }
    await expect(session.run('image', input, ['logits'])).rejects.toMatchObject({ code: 'device-lost' })
    await session.run('image', input, ['logits'])
    await session.release()
    expect(fake.released).toEqual(['cpu'])
  })

  it('is nothing that other errors cause', async () => {
    let runs = 0
    const spoil: FakeProvider['spoil'] = (outputs) => {
      if (++runs === 2) throw new Error('a bad run')
      return outputs
    }
    const { session, run } = await open({ webgpu: { spoil } }, ['webgpu', 'cpu'])
    await expect(run()).rejects.toThrow('a bad run')
    await run()
    expect(session.backend.executionProvider).toBe('webgpu')
  })
})

describe('switchTo', () => {
  it('takes over when the new session stands, and frees the old one', async () => {
    const { fake, session, run } = await open({}, 'cpu')
    await session.switchTo(listOf(['cuda', 'wasm']))
    await run()
    expect(session.backend).toMatchObject({ executionProvider: 'cuda', requested: ['cuda', 'wasm'] })
    expect(session.backend)
      .toMatchObject({ runtime: 'onnxruntime-node', runtimeVersion: '0.0.0', threads: 1, offThread: false })
    expect(fake.released).toEqual(['cpu'])
  })

  it('leaves the old one running where none of the list can be had', async () => {
    const { fake, session, run } = await open({ cuda: { failure: new Error('broken') } }, 'cpu')
    await expect(session.switchTo(listOf('cuda'))).rejects.toMatchObject({ code: 'provider-failed' })
    await run()
    expect(session.backend).toMatchObject({ executionProvider: 'cpu', requested: ['cpu'] })
    expect(fake.released).toEqual([])
  })

  it('lets the run in progress end on the old one', async () => {
    const gate = makeGate()
    const fake = fakeProviders()
    const { createSession } = fake.platform
    fake.platform.createSession = async (model, options) => {
      const session = await createSession(model, options)
      if (options.candidate.name !== 'cpu') return session
      return { ...session, run: (name, input, outputs) => gate.opened.then(() => session.run(name, input, outputs)) }
    }
    const wishes = { providers: listOf('cpu'), threads: 1, sessionOptions: {} }
    const session = await LiveSession.start(fake.platform, sampleModel(), wishes)
    const input = { data: new Float32Array(784), dims: [1, 28, 28, 1] }
    const running = session.run('image', input, ['logits'])
    const switching = session.switchTo(listOf('wasm'))
    await settle()
    expect(fake.released).toEqual([])
    await session.run('image', input, ['logits'])
    gate.open()
    await Promise.all([running, switching])
    expect(fake.runs.map(([name]) => name)).toEqual(['wasm', 'cpu'])
    expect(fake.released).toEqual(['cpu'])
  })

  it('is done one after the other, and before a release that was asked for later', async () => {
    const { fake, session } = await open({}, 'cpu')
    await Promise.all([session.switchTo(listOf('wasm')), session.switchTo(listOf('cuda')), session.release()])
    expect(fake.released).toEqual(['cpu', 'wasm', 'cuda'])
  })

  it('stands above a recovery that comes at the same time', async () => {
    const { session, run } = await open({ webgpu: losing(2) }, ['webgpu', 'cpu'])
    const switching = session.switchTo(listOf('wasm'))
    await expect(run()).rejects.toMatchObject({ code: 'device-lost' })
    await switching
    await run()
    expect(session.backend).toMatchObject({ executionProvider: 'wasm', fellBackFrom: [] })
  })

  it('recovers by its own list afterwards', async () => {
    const { session, run } = await open({ cuda: losing(2) }, 'cpu')
    await session.switchTo(listOf(['cuda', 'wasm']))
    await expect(run()).rejects.toMatchObject({ code: 'device-lost' })
    await run()
    expect(session.backend).toMatchObject({ executionProvider: 'wasm', requested: ['cuda', 'wasm'] })
  })
})
