// An entry's builds in; what this browser and this page can do, and what each missing thing needs, out.
import type { Capabilities, Capability, ExecutionProviderName, ProviderCapability } from '@stylelens/core'
import { whyNoWebAssembly } from './check-webassembly'
import { buildFor, hasJspi } from './entry-builds'
import type { EntryBuilds } from './entry-builds'
import { requestAdapter } from './gpu-device'
import { nameBrowser } from './name-browser'

const there = { available: true } as const

const whether = (available: boolean, missing: string, mend: string): Capability =>
  available ? there : { available, missing, mend }

function webAssembly(): Capability {
  const why = whyNoWebAssembly()
  return why === undefined ? there : { available: false, missing: why.missing, mend: why.mend }
}

/** What a typed error says of why a provider cannot be had. */
async function probe(name: ExecutionProviderName, check: () => unknown): Promise<ProviderCapability> {
  try {
    await check()
    return { name, ...there }
  } catch (error) {
    const message = (error as Error).message.replace(/^Execution provider '\w+' is not available: | \[[a-z-]+\]$/g, '')
    const [missing, ...mend] = message.split(/(?<=\.) /)
    return { name, available: false, missing, mend: mend.join(' ') || "Ask for 'wasm'." }
  }
}

async function webGpu(builds: EntryBuilds): Promise<ProviderCapability> {
  return probe('webgpu', async () => {
    await buildFor(builds, 'webgpu')
    await requestAdapter()
  })
}

/** The browser's side only: whether its results are right was never measured by this project. */
function webNn(builds: EntryBuilds): Promise<ProviderCapability> {
  return probe('webnn', async () => {
    await buildFor(builds, 'webnn')
    const { ml } = navigator as { readonly ml?: { createContext(): Promise<unknown> } }
    if (ml === undefined) throw new Error("This browser has no WebNN. Ask for 'wasm' or 'webgpu'.")
    await ml.createContext()
  })
}

function features(): Record<string, Capability> {
  const isolated = globalThis.crossOriginIsolated === true
  return {
    'secure-context': whether(globalThis.isSecureContext === true, 'a secure page', 'Serve the page by https:.'),
    'wasm-unsafe-eval': webAssembly(),
    jspi: whether(hasJspi(), 'WebAssembly.Suspending', "For WebGPU import '@stylelens/web/webgpu'."),
    'cross-origin-isolated': whether(
      isolated,
      'cross-origin isolation, and so threads',
      'Send Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp. One thread does too.',
    ),
    'cache-storage': whether(typeof globalThis.caches === 'object', 'the Cache API', 'Serve the page by https:.'),
    decoder: whether(typeof createImageBitmap === 'function', 'createImageBitmap', 'Pass decoded pixels.'),
    webgl2: whether(hasWebgl(), 'WebGL 2', 'Transparent pictures are read one level less exactly.'),
  }
}

function hasWebgl(): boolean {
  try {
    return typeof OffscreenCanvas === 'function' && new OffscreenCanvas(1, 1).getContext('webgl2') !== null
  } catch {
    return false
  }
}

/** Reads only: nothing is downloaded, and no session is made. */
export async function readCapabilities(builds: EntryBuilds): Promise<Capabilities> {
  const { missing, mend } = webAssembly()
  const wasm: ProviderCapability = { name: 'wasm', available: missing === undefined, ...(missing && { missing, mend }) }
  return {
    runtime: nameBrowser(globalThis.navigator?.userAgent ?? ''),
    platform: globalThis.navigator?.platform ?? '',
    executionProviders: [wasm, await webGpu(builds), await webNn(builds)],
    features: features(),
  }
}
