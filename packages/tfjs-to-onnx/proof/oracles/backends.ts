// The name of a tfjs backend in; whether it is there, and TensorFlow.js switched to it, out.
import '@tensorflow/tfjs-backend-cpu'
import * as core from '@tensorflow/tfjs-core'
import {
  isNodeBackendInstalled, openNativeTensorFlow,
} from '../../../../training/backends/open-native-tensorflow'

/** Plain JavaScript, wrong for some settings (see cpu-deviations), or TensorFlow's own kernels through tfjs-node. */
export type Backend = 'cpu' | 'tensorflow'

let isNativeOpen = false

export const isInstalled = (backend: Backend): boolean => backend === 'cpu' || isNodeBackendInstalled()

/** All copies of TensorFlow.js in a process share one engine, so tfjs-node serves the tests' own copy too. */
export async function useBackend(backend: Backend): Promise<void> {
  if (backend === 'tensorflow' && !isNativeOpen) {
    core.env().set('PROD', true) // Else it warns of every kernel that both copies register.
    openNativeTensorFlow(1)
    isNativeOpen = true
  }
  await core.setBackend(backend)
}
