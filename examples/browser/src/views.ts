// Nothing in; the parts of the page that tell a person something out.
import { Announcer } from './announcer'
import { BackendView } from './backend-view'
import { ProblemView } from './problem-view'
import { ResultView } from './result-view'
import { Stage } from './stage'

export interface Views {
  readonly stage: Stage
  readonly result: ResultView
  readonly backend: BackendView
  readonly problem: ProblemView
  readonly announcer: Announcer
}

export const makeViews = (): Views => ({
  stage: new Stage(),
  result: new ResultView(),
  backend: new BackendView(),
  problem: new ProblemView(),
  announcer: new Announcer(),
})
