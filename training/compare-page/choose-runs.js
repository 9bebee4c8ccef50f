// The boxes beside the names of runs in; the curves of those that are ticked out.
for (const box of document.querySelectorAll('.run-choice input')) {
  const show = () => {
    for (const curve of document.querySelectorAll(`.curve-${box.value}`))
      curve.style.display = box.checked ? '' : 'none'
  }
  box.disabled = false
  box.addEventListener('change', show)
  show()
}
