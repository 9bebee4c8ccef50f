// What sessions need beyond one on the CPU that starts and runs: GPUs, fallbacks, changes, mirror images, and words for failures.
export { blankRequest } from '../classify/blank-request'
export { runFlipped } from '../classify/run-flipped'
export { replaceLost, switchSession } from './change-session'
export { runModel } from './run-model'
export { selectSession } from './select-session'
export { switchProviders } from './switch-providers'
export { wrongOutput } from './wrong-output'
export { warmUp } from '../warm-up'
