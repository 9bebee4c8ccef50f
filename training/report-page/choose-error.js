// The slider of a report: an error that a user accepts in, what is answered and what goes to a review pile out.
const field = document.querySelector('#accepted-error')
const sentence = document.querySelector('#accepted-error-outcome')
const choices = JSON.parse(document.querySelector('#review-choices').textContent)

function show() {
  const { allowedError, coverage, threshold, answered, wrong, review } = choices[field.value]
  const percent = (share, digits) => `${(100 * share).toFixed(digits)} %`
  field.setAttribute('aria-valuetext', percent(allowedError, 1))
  sentence.textContent =
    `At most ${percent(allowedError, 1)} wrong: ` +
    `${answered.toLocaleString('en')} pictures (${percent(coverage, 1)}) are answered, ` +
    `${wrong.toLocaleString('en')} of them wrongly; ${review.toLocaleString('en')} go to the review pile. ` +
    `Set scoreThreshold to ${threshold.toFixed(4)}.`
}

field.closest('.chooser').hidden = false
field.addEventListener('input', show)
show()
