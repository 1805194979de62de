/** Stands on every page, report, document and in `--version`. */
export const independence =
  'Cairn is independent of Amazon Web Services: not affiliated with, endorsed or sponsored by it. No item is, or is derived ' +
  'from, a real exam item or another question bank. A practice score is not a score of the vendor. Amazon Web Services, AWS ' +
  'and the names of its services and certifications are trademarks of Amazon.com, Inc. or its affiliates, used here to say what is meant.'
