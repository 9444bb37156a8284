// Puts the chosen canned reply where the cursor is; without a script the page comes back with it.
const form = document.querySelector('form.reply')
form?.querySelector('[value="insert"]')?.addEventListener('click', (event) => {
  event.preventDefault()
  const text = form.querySelector('#canned').selectedOptions[0]?.dataset.text
  const field = form.querySelector('textarea')
  if (text) field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  field.focus()
})
