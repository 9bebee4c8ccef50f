// Orders of a test in; each handed to the page that asks for one over HTTP, and what the page made of it, out.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** As test/web/pages/ordered-page.ts understands it. */
export interface PageOrder {
  readonly call: 'load' | 'run' | 'decode'
  readonly given: unknown
}

/** What the page posts when it asks for its next order; null at the first time. */
export type PageAnswer = { readonly result: unknown } | { readonly error: string } | null

interface Pending {
  readonly order: PageOrder
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Contract</title>
<body><script type="module" src="/dist/page.js"></script></body></html>`

/** One order at a time. Any browser can be driven so: it needs to open an address, and no driver. */
export class PageOrders {
  #pending: Pending | undefined
  #asking: ServerResponse | undefined

  /** Rejects with what the page threw. */
  give(order: PageOrder): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#pending = { order, resolve, reject }
      this.#handOver()
    })
  }

  /** Answers /orders/page with the page, and /orders/next with the next order, whenever there is one. */
  readonly answer = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
      return true
    }
    this.#settle(JSON.parse(await text(request)) as PageAnswer)
    this.#asking = response
    this.#handOver()
    return true
  }

  #settle(answer: PageAnswer): void {
    const pending = this.#pending
    if (answer === null || pending === undefined) return
    this.#pending = undefined
    if ('error' in answer) pending.reject(new Error(answer.error))
    else pending.resolve(answer.result)
  }

  #handOver(): void {
    if (this.#pending === undefined || this.#asking === undefined) return
    this.#asking.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(this.#pending.order))
    this.#asking = undefined
  }
}
