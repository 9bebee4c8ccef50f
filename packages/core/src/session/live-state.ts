// What a session that may change its execution provider knows of itself.
import type { SelectedSession, SessionPlatform, SessionWishes } from './selected-session'
import type { SessionModel } from './session-model'

export interface LiveState {
  readonly platform: SessionPlatform
  readonly model: SessionModel
  /** Of the classifier's whole life; the signal is only for its making. */
  wishes: SessionWishes
  selected: SelectedSession
  /** The runs in progress on the selected session. */
  running: Promise<unknown>
  /** Set while there is no session to run on, or none any more. */
  recovery: Promise<void> | undefined
}

/** Done on a session before it is taken, while the old one still runs. */
export type Prepare = (selected: Pick<SelectedSession, 'session' | 'backend'>) => Promise<void>
