// Checks that a child's answer comes back and that its failure is told with its own words.
import { expect, it } from 'vitest'
import { runChild } from './run-child'

const program = (code: string) => ({ command: [process.execPath, '--eval', code], environment: { FRUIT: 'pear' } })

it('reads the last line, whatever was printed before', async () => {
  const code = 'console.log("banner"); console.log(JSON.stringify([JSON.parse(process.argv[1]), process.env.FRUIT]))'
  expect(await runChild(program(code), { steps: 3 })).toEqual([{ steps: 3 }, 'pear'])
})

it.each([
  ['a failure', 'console.error("no such model"); process.exit(3)', /code 3[^]*no such model/],
  ['a missing answer', 'console.log("not JSON")', /gave no answer/],
])('rejects at %s', async (_, code, message) => {
  await expect(runChild(program(code), {})).rejects.toThrow(message)
})
