// The options of a shared classify, those of creation and those of the call, in; a typed error for a wrong one out.
import { checkOptions } from './check-options'
import { classifyTableFor } from './classify-options'
import { createOptionTable } from './option-table'

/** Errors: 'option-unknown', which lists the names of both, 'option-invalid'. */
export function checkSharedOptions(options: object): void {
  checkOptions({ ...createOptionTable, ...classifyTableFor(options) }, options)
}
