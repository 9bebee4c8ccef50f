// What a session that may change its execution provider knows of itself.
import type { Tensor } from '../tensor'
import type { OrderPlatform } from './order-candidates'
import type { SelectedSession, SessionWishes } from './select-session'
import type { SessionModel } from './session-model'

export interface LiveState {
  readonly platform: OrderPlatform
  readonly model: SessionModel
  /** Of the classifier's whole life; the signal is only for its making. */
  wishes: SessionWishes
  selected: SelectedSession
  /** The runs in progress on the selected session. */
  running: Promise<unknown>
  /** Set while there is no session to run on, or none any more. */
  recovery: Promise<void> | undefined
}

export type Outputs = Record<string, Tensor>
