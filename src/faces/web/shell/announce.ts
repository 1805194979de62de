/** Says a text through the page's polite live region; the same text can be said again. */
export function announce(text: string): void {
  const region = document.getElementById('announcer')
  if (region === null) return
  region.textContent = ''
  setTimeout(() => {
    region.textContent = text
  }, 50)
}
