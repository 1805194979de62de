/** The sign: four worn stones, the topmost grown with lichen. Decorative; a word stands beside it. */
export function CairnSign() {
  return (
    <svg class="cairn-sign" viewBox="0 0 48 48" aria-hidden="true">
      <path
        class="stone-1"
        d="M5 39.5c-.3-4.3 5.6-7.3 17.6-7.5 12.6-.2 20.6 2.3 20.8 7 .2 4.5-6.8 6.6-18.8 6.7C12.6 45.8 5.3 43.9 5 39.5z"
      />
      <path
        class="stone-2"
        d="M10.3 27.7c0-3.6 4.6-5.9 13.2-6.2 8.9-.3 13.6 1.5 13.9 5 .3 3.5-4.6 5.3-13.2 5.5-8.7.2-13.9-.9-13.9-4.3z"
      />
      <path
        class="stone-3"
        d="M16.3 18.6c-.4-3 2.9-5 8.6-5.2 5.9-.2 9.4 1.1 9.6 4.1.2 2.8-3.2 4.3-8.8 4.5-5.7.2-9-.7-9.4-3.4z"
      />
      <path
        class="stone-top"
        d="M18.3 9.6c-.2-3.2 2.2-5.4 5.9-5.5 4-.1 6.3 1.7 6.5 4.6.2 3-2.3 4.7-6.1 4.8-3.8.1-6.1-1-6.3-3.9z"
      />
    </svg>
  )
}
