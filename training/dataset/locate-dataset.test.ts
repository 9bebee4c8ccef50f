// Options, environments and folders come in; checked are the folder chosen and when something is downloaded.
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fixtureFolder, writeCsv, writeIdx } from './fixture-folder'
import type { FixtureFolder } from './fixture-folder'
import { locateDataset } from './locate-dataset'
import { loopbackServer } from './loopback-server'

let one: FixtureFolder
let other: FixtureFolder
beforeEach(() => {
  one = fixtureFolder()
  other = fixtureFolder()
})
afterEach(() => [one, other].forEach((folder) => folder[Symbol.dispose]()))

it('takes the folder given before that of the environment', async () => {
  writeCsv(one)
  writeIdx(other)
  const environment = { FASHION_MNIST_DIR: other.directory }
  expect(await locateDataset({ directory: one.directory, environment })).toEqual({ directory: one.directory })
  expect(await locateDataset({ environment })).toEqual({ directory: other.directory })
})

it.each([
  ['does not exist', 'nowhere', 'as given'], ['holds no Fashion-MNIST files', '.', 'as given'],
  ['does not exist', 'nowhere', 'of FASHION_MNIST_DIR'], ['holds no Fashion-MNIST files', '.', 'of FASHION_MNIST_DIR'],
])('refuses a folder that %s (%s, %s) and downloads nothing', async (problem, name, origin) => {
  await using server = await loopbackServer((_, response) => response.writeHead(404).end())
  const folder = join(one.directory, name)
  const choice = origin === 'as given'
    ? { directory: folder, environment: {} }
    : { environment: { FASHION_MNIST_DIR: folder } }
  await expect(locateDataset({ ...choice, baseUrl: server.url })).rejects.toMatchObject({
    code: 'dataset-missing', file: folder, message: expect.stringContaining(`(${origin}) ${problem}`),
  })
  expect(server.ranges).toEqual([])
})

it('takes the cache folder where it is complete', async () => {
  writeIdx(one)
  mkdirSync(join(other.directory, 'cache'))
  renameSync(one.directory, join(other.directory, 'cache', 'fashion-mnist'))
  mkdirSync(one.directory)
  expect(await locateDataset({ environment: { STYLELENS_CACHE: join(other.directory, 'cache') } }))
    .toEqual({ directory: join(other.directory, 'cache', 'fashion-mnist') })
})

it('downloads into the cache folder where it is not', async () => {
  const requested: (string | undefined)[] = []
  await using server = await loopbackServer((request, response) => {
    requested.push(request.url)
    response.writeHead(404).end()
  })
  const environment = { STYLELENS_CACHE: one.directory, FASHION_MNIST_DIR: '' }
  await expect(locateDataset({ environment, baseUrl: server.url })).rejects.toMatchObject({
    code: 'dataset-download', file: `${server.url}/train-images-idx3-ubyte.gz`,
  })
  expect(requested).toEqual(['/train-images-idx3-ubyte.gz'])
})
