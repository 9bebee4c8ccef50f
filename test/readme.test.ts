// The README's first lines of code are run as they stand; what they print is the comment that closes them.
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { available } from './requirement'

const root = join(import.meta.dirname, '..')
const isBuilt = available('build', existsSync(join(root, 'packages/stylelens/dist/index.js')), 'npm run build')

it.skipIf(!isBuilt)('the first code of README.md prints what it says (needs npm run build)', async () => {
  const [, code] = /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? []
  const expected = /^\/\/ (.*)$/m.exec(code)?.[1]
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { cwd: root })
  expect(stdout.trim()).toBe(expected)
  expect(stderr).toBe('')
})

it('shows both commands and six lines of code on its first screen', () => {
  const screen = readFileSync(join(root, 'README.md'), 'utf8').split('\n').slice(0, 20).join('\n')
  expect(screen).toContain('npm start')
  expect(screen).toContain('npm test')
  expect(screen).toMatch(/```js\n(.*\n){6}```/)
})
