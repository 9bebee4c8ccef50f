// Nothing in; what is worn in a picture, as a client component finds out in the browser, out.
'use client'

import { useEffect, useState } from 'react'
import { classify } from 'stylelens'

export default function Page() {
  const [answer, setAnswer] = useState('')
  useEffect(() => {
    classify('/coat.png', { topK: 1, worker: new URLSearchParams(location.search).has('worker') }).then(
      ([best]) => setAnswer(`classified in the browser: ${best.label}`),
      (error) => setAnswer(`failed: ${error}`),
    )
  }, [])
  return <p id="answer">{answer}</p>
}
