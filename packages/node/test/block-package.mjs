// Names in BLOCKED_PACKAGES in; imports that fail like a missing package, or like a binary that does not load, out.
import { register } from 'node:module'

const hooks = `
const blocked = ${JSON.stringify((process.env.BLOCKED_PACKAGES ?? '').split(','))}
const throwing = (code) => ({ shortCircuit: true, format: 'module', url: 'data:text/javascript,' + encodeURIComponent(
  'throw Object.assign(new Error("libstdc++.so.6: cannot open shared object file"), { code: "' + code + '" })') })
export async function resolve(specifier, context, next) {
  const missing = Object.assign(new Error('Cannot find package ' + specifier), { code: 'ERR_MODULE_NOT_FOUND' })
  if (blocked.includes(specifier)) throw missing
  if (blocked.includes(specifier + ':dlopen')) return throwing('ERR_DLOPEN_FAILED')
  return next(specifier, context)
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
