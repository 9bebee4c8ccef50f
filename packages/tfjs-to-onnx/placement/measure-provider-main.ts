// A process of its own: an execution provider and, if wanted, opsets in; the rows it runs as JSON on standard output out.
import { measureProvider } from './measure-provider'
import type { PlacementProvider } from './run-alone'

const [provider, ...opsets] = process.argv.slice(2)
const rows = await measureProvider(provider as PlacementProvider, opsets.length > 0 ? opsets.map(Number) : undefined)
console.log(JSON.stringify(rows))
