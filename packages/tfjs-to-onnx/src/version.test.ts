// The package's manifest and the version in the code come in; they must say the same.
import { expect, it } from 'vitest'
import manifest from '../package.json'
import { exporterName, exporterVersion } from './version'

it('is the version of the package', () => {
  expect({ name: exporterName, version: exporterVersion }).toEqual({ name: manifest.name, version: manifest.version })
})
