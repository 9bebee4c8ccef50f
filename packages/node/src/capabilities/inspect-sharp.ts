// The loader of sharp in; whether it decodes here, and what brings it if not, out.
import type { Capability } from '@stylelens/core'
import { openSharp } from '../decoders/open-sharp'
import type { ImportSharp } from '../decoders/open-sharp'

export async function inspectSharp(load?: ImportSharp): Promise<Capability> {
  const opened = await openSharp(load)
  if ('sharp' in opened) return { available: true }
  const reason = String((opened.failure as Error | undefined)?.message ?? opened.failure).split('\n')[0]
  return {
    available: false,
    missing: `sharp (${reason}), so that only PNG and JPEG are decoded`,
    mend: 'Run `npm install --include=optional sharp`.',
  }
}
