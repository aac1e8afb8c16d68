// Texts of our own for the browser tests: one with something to read, one that means harm.
export const report = `Russian Foreign Minister Sergey Lavrov arrived in Beijing on April 8, 2024 for a two-day visit. On April 9 he met Chinese President Xi Jinping.

"We will keep this road open," Lavrov said after talks with Chinese Foreign Minister Wang Yi.

Lavrov was the highest-ranking Russian official to visit China since 2019.`

/** Its days count from a day of publication that it does not give. */
export const undated = `Two ministers and a road

Russian Foreign Minister Sergey Lavrov visited Beijing on April 8. He met Chinese Foreign Minister Wang Yi.`

/** Told with doubt: it waits for a person. */
export const doubtful =
  'Chinese Foreign Minister Wang Yi may have met the Mongolian foreign minister in Ulaanbaatar in spring 2023.'

export const hostile = `<script>window.harmed = true</script><img src=x onerror="window.harmed = true"> Minister <b>Bold</b> met nobody.

${'W'.repeat(3000)}

زار الوزير العاصمة أمس، ثم عاد إلى بلاده.

=HYPERLINK("http://example.org") javascript:window.harmed=true`
