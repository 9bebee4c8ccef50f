// Checks every source file against the rules of the house: size, names, style, honesty of tests.
import { basename } from 'node:path'
import typescript from 'typescript'
import { describe, expect, it } from 'vitest'
import { isTestFile, sourceFiles, type SourceFile } from './source-files'
import { lineOf, nodesOf, parse } from './syntax-tree'

const files = sourceFiles()
const trees = files.map((file) => ({ file, tree: parse(file) }))

/** `path:line what` for each node that the rule names. */
function offences(applies: (path: string) => boolean, find: (node: typescript.Node) => string | undefined): string[] {
  return trees
    .filter(({ file }) => applies(file.path))
    .flatMap(({ file, tree }) =>
      [...nodesOf(tree)].flatMap((node) => {
        const offence = find(node)
        return offence === undefined ? [] : [`${file.path}:${lineOf(tree, node.getStart())} ${offence}`]
      }),
    )
}

/** `path:line` for each line that matches. */
function linesMatching(pattern: RegExp, applies: (file: SourceFile) => boolean = () => true): string[] {
  return files
    .filter(applies)
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
    )
}

const everywhere = () => true

describe('files', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  it('open with one sentence that says what comes in and what goes out', () => {
    const opens = ({ path, text }: SourceFile) => {
      const [first = '', second = ''] = text.split('\n')
      const sentence = first.startsWith('#!') ? second : first
      return /^\/\/ \S.*[.:?)]$/.test(sentence) || path.endsWith('.d.ts')
    }
    expect(files.filter((file) => !opens(file)).map(({ path }) => path)).toEqual([])
  })

  it('have at most 250 lines', () => {
    expect(files.filter(({ text }) => text.trimEnd().split('\n').length > 250).map(({ path }) => path)).toEqual([])
  })

  it('have lines of at most 140 characters', () => {
    expect(linesMatching(/^.{141,}$/u)).toEqual([])
  })

  it("end with one newline, and have no tabs, carriage returns or blanks at a line's end", () => {
    expect(files.filter(({ text }) => !/[^\n]\n$/.test(text)).map(({ path }) => path)).toEqual([])
    expect(linesMatching(/\t|\r|[^\S\n]$/)).toEqual([])
  })

  it('end no line of code with a semicolon', () => {
    expect(linesMatching(/^(?!\s*(\/\/|\/?\*)).*;$/)).toEqual([])
  })

  it('have names that say what is in them', () => {
    const vague = /^(utils?|helpers?|common|misc|shared|lib|stuff|types)\.[cm]?[jt]sx?$/
    expect(files.filter(({ path }) => vague.test(basename(path))).map(({ path }) => path)).toEqual([])
    expect(
      files.filter(({ path }) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(basename(path))).map(({ path }) => path),
    ).toEqual([])
  })

  it('leave nothing for later', () => {
    expect(linesMatching(/\/\/.*\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([])
  })

  it('name no place of one machine', () => {
    expect(linesMatching(/['"`( ](\/work\/|\/root\/|[A-Z]:\\\\Users)|\.\.\/shared\b/)).toEqual([])
  })
})

describe('code', () => {
  it('has functions of at most 50 lines', () => {
    const isSuite = (node: typescript.Node) =>
      typescript.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText())
    expect(
      offences(everywhere, (node) => {
        if (!typescript.isFunctionLike(node) || isSuite(node)) return undefined
        const tree = node.getSourceFile()
        const lines = lineOf(tree, node.end) - lineOf(tree, node.getStart()) + 1
        return lines > 50 ? `${lines} lines` : undefined
      }),
    ).toEqual([])
  })

  it('has no `any`', () => {
    expect(
      offences(everywhere, (node) => (node.kind === typescript.SyntaxKind.AnyKeyword ? 'any' : undefined)),
    ).toEqual([])
  })

  it('silences no compiler', () => {
    expect(linesMatching(/@ts-(ignore|nocheck)\b/)).toEqual([])
  })

  it('uses whole words', () => {
    const short = new Set(['msg', 'cfg', 'tmp', 'opts', 'params', 'arr', 'fn', 'cb', 'idx', 'img', 'ctx', 'req', 'res'])
    expect(
      offences(everywhere, (node) => {
        if (!typescript.isIdentifier(node) || !short.has(node.text)) return undefined
        const declares =
          typescript.isVariableDeclaration(node.parent) ||
          typescript.isParameter(node.parent) ||
          typescript.isBindingElement(node.parent)
        return declares && node.parent.name === node ? node.text : undefined
      }),
    ).toEqual([])
  })
})

describe('packages', () => {
  const shipped = (path: string) => /^packages\/[^/]+\/src\//.test(path) && !isTestFile(path)

  it('print nothing, except the command line', () => {
    const silent = (path: string) => shipped(path) && !path.startsWith('packages/stylelens/src/cli')
    const isOutput = (text: string) => /^(console\.\w+|process\.(stdout|stderr|emitWarning)|alert)$/.test(text)
    expect(
      offences(silent, (node) =>
        typescript.isPropertyAccessExpression(node) && isOutput(node.getText()) ? node.getText() : undefined,
      ),
    ).toEqual([])
  })

  it('calculate pictures only with functions that give the same bits on every engine', () => {
    const exact = new Set([
      'PI',
      'E',
      'abs',
      'ceil',
      'floor',
      'fround',
      'imul',
      'max',
      'min',
      'round',
      'sign',
      'sqrt',
      'trunc',
      'clz32',
    ])
    const steps = (path: string) => shipped(path) && /\/(preprocess|pixels)\//.test(path)
    expect(files.filter(({ path }) => steps(path)).length).toBeGreaterThan(3)
    expect(
      offences(steps, (node) => {
        if (node.kind === typescript.SyntaxKind.AsteriskAsteriskToken) return '**'
        if (!typescript.isPropertyAccessExpression(node) || node.expression.getText() !== 'Math') return undefined
        return exact.has(node.name.text) ? undefined : node.getText()
      }),
    ).toEqual([])
  })
})

describe('tests', () => {
  it('leave no test out: no only, no skip, no todo (skipIf with its reason is allowed)', () => {
    expect(
      offences(
        (path) => path.endsWith('.test.ts'),
        (node) => {
          if (!typescript.isPropertyAccessExpression(node) || !/^(it|test|describe|suite)\b/.test(node.getText()))
            return undefined
          return /^(only|skip|todo|fails)$/.test(node.name.text) ? node.getText().split('\n')[0] : undefined
        },
      ),
    ).toEqual([])
  })

  it('expect something', () => {
    expect(
      files
        .filter(({ path, text }) => path.endsWith('.test.ts') && !/\bexpect|runtimeContract/.test(text))
        .map(({ path }) => path),
    ).toEqual([])
  })
})
