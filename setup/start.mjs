// `npm start`: on a fresh clone installs and builds what classifying needs, then classifies; later it only classifies.
import './require-node.mjs'

import('./classify.mjs')
  .then(({ classify }) => import('./run-main.mjs').then(({ runMain }) => runMain(classify)))
  .catch((error) => {
    console.error(error)
    process.exitCode = 1
  })
