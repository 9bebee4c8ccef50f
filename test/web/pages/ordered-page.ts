// Orders, which this page asks its server for, in; cases of the contract and decoded pictures, of whatever browser opened it, out.
import { decodeImage } from '../../../packages/web/src/decode-image'
import type { PageAnswer, PageOrder } from '../../browsers/page-orders'
import './contract-page'
import type { ContractPage } from './contract-page'

const { contractPage } = globalThis as typeof globalThis & { contractPage: ContractPage }

/** The pixels of a golden picture, 4 bytes each. */
async function decode(name: string): Promise<number[]> {
  const bytes = new Uint8Array(await (await fetch(`/golden/pictures/${name}`)).arrayBuffer())
  const inputs = { files: true, network: true }
  const { data } = await decodeImage(bytes, { inputs, maxBytes: 1e8, maxPixels: 1e8, timeout: 30_000 })
  return Array.from(data)
}

const calls = { load: contractPage.load, run: contractPage.run, decode }

async function obey({ call, given }: PageOrder): Promise<PageAnswer> {
  try {
    return { result: await calls[call](given as never) }
  } catch (error) {
    return { error: String(error) }
  }
}

async function work(): Promise<never> {
  for (let answer: PageAnswer = null; ;) {
    const response = await fetch('/orders/next', { method: 'POST', body: JSON.stringify(answer) })
    answer = await obey(await response.json() as PageOrder)
  }
}

// it ends when the server does
work().catch((error: unknown) => { document.title = String(error) })
