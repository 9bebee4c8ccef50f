// The first message that a worker of ours is sent: for which page it works.

/** Relative addresses mean what they mean in the page, not beside the worker's script. */
export interface PageMessage {
  readonly stylelensPage: string
}

export function isPageMessage(message: unknown): message is PageMessage {
  return typeof message === 'object' && message !== null && 'stylelensPage' in message
}
