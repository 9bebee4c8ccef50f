// A consumer's folder, a compiler and its settings in; the compiler's verdict on the installed declarations out.
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../source-files'
import { runNode, type CommandResult } from './run-command'

export interface ConsumerSettings {
  readonly module: 'node16' | 'nodenext' | 'esnext'
  readonly dom: boolean
  readonly node: boolean
}

/** The row `lib` without either says what the declarations need of their own: nothing but the language. */
export const consumerSettings: readonly ConsumerSettings[] = (['node16', 'nodenext', 'esnext'] as const).flatMap((module) =>
  [false, true].flatMap((dom) => [false, true].map((node) => ({ module, dom, node }))))

export function nameSettings({ module, dom, node }: ConsumerSettings): string {
  return `${module}, ${dom ? 'with' : 'without'} the DOM, ${node ? 'with' : 'without'} @types/node`
}

/** Node's types lie beside the installed packages, as npm would put them there. */
export function linkNodeTypes(folder: string): void {
  const types = join(folder, 'node_modules/@types')
  mkdirSync(types, { recursive: true })
  symlinkSync(join(root, 'node_modules/@types/node'), join(types, 'node'), 'junction')
}

/** Strict, every declaration checked. `compiler` is the program of a TypeScript of any version. */
export function compileConsumer(folder: string, compiler: string, settings: ConsumerSettings): Promise<CommandResult> {
  const { module, dom, node } = settings
  const files = consumerFiles(folder, settings)
  const compilerOptions = {
    module,
    moduleResolution: module === 'esnext' ? 'bundler' : module,
    target: 'es2022',
    lib: ['es2022', ...(dom ? ['dom', 'dom.iterable'] : [])],
    types: node ? ['node'] : [],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
  }
  const config = join(folder, 'tsconfig.json')
  writeFileSync(config, JSON.stringify({ compilerOptions, files }))
  return runNode([compiler, '-p', config], folder)
}

/** .mts is compiled as ESM, .cts as CommonJS, which bundlers do not tell apart. */
function consumerFiles(folder: string, { module, dom, node }: ConsumerSettings): readonly string[] {
  const programs = ['use-types', ...(dom ? ['use-dom-types'] : []), ...(node ? ['use-node-types'] : [])]
  const extensions = module === 'esnext' ? ['mts'] : ['mts', 'cts']
  return programs.flatMap((program) => extensions.map((extension) => {
    const file = `${program}.${extension}`
    copyFileSync(join(root, `test/package/${program}.ts`), join(folder, file))
    return file
  }))
}
