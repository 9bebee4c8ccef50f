// The module of an app in; it built by webpack 5, and what webpack complains of, out.
import webpack from 'webpack'
import type { Configuration } from 'webpack'

/** Webpack's own defaults, but for where things lie and names that can be read. `modules` is a folder node_modules. */
export function buildWithWebpack(entry: string, output: string, modules: string): Promise<readonly string[]> {
  const configuration: Configuration = {
    mode: 'production',
    entry,
    output: { path: output, filename: 'main.js', assetModuleFilename: '[name].[hash][ext]' },
    resolve: { modules: [modules] },
    performance: false,
  }
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error !== null || stats === undefined) return reject(error ?? new Error('webpack says nothing.'))
      const { errors = [], warnings = [] } = stats.toJson({ all: false, errors: true, warnings: true })
      resolve([...errors, ...warnings].map(({ message }) => message))
    })
  })
}
