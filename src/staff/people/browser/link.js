// What stands behind # never goes to a server by itself: it is moved into its field and out of the address.
const field = document.querySelector('#code')
const code = decodeURIComponent(location.hash.slice(1))
if (field && code) {
  field.value = code
  history.replaceState(null, '', location.pathname)
  document.querySelector('#newPassword')?.focus()
}
