// Orders, which this page asks its server for, in; the cases of the contract, run in whatever browser opened it, out.
import type { PageAnswer, PageOrder } from '../../browsers/page-orders'
import './contract-page'
import type { ContractPage } from './contract-page'

const { contractPage } = globalThis as typeof globalThis & { contractPage: ContractPage }

async function obey({ call, given }: PageOrder): Promise<PageAnswer> {
  try {
    return { result: await contractPage[call](given as never) }
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
