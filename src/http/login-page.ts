// The page at which one signs in or out: a form that works without a script.

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter]!)

const page = (body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in · Chancery</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/login.css">
</head>
<body>
<main>
<h1>Chancery</h1>
${body}
</main>
</body>
</html>
`

/** `wrong`: what was wrong with the last try; null: there was none. `elsewhere`: where one may sign in instead. */
export const loginPage = ({
  next,
  name,
  wrong,
  elsewhere,
}: {
  next: string
  name: string
  wrong: string | null
  elsewhere?: string | undefined
}): string =>
  page(`<p>Who met whom, with the sentence that says so. This record is kept for those who have an account.</p>
<form method="post" action="/login">
${wrong === null ? '' : `<p role="alert" id="wrong">${escaped(wrong)}</p>`}
<input type="hidden" name="next" value="${escaped(next)}">
<label for="name">Name</label>
<input id="name" name="name" value="${escaped(name)}" autocomplete="username" autocapitalize="none" required maxlength="100"${name ? '' : ' autofocus'}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="1000"${wrong === null ? '' : ' aria-describedby="wrong"'}${name ? ' autofocus' : ''}>
<button type="submit">Sign in</button>
</form>
${elsewhere === undefined ? '' : `<p><a href="/login/oidc?next=${encodeURIComponent(next)}">Sign in with ${escaped(elsewhere)}</a></p>`}`)

/** Leads on by itself: a browser that comes back from another site brings our cookie only with what our own page asks. */
export const goOnPage = (next: string): string =>
  page(`<p>You are signed in. <a href="${escaped(next)}">Go on</a></p>`).replace(
    '<meta charset="utf-8">',
    `<meta charset="utf-8">\n<meta http-equiv="refresh" content="0;url=${escaped(next)}">`,
  )

export const signedInPage = (name: string, role: string): string =>
  page(`<p>Signed in as <strong>${escaped(name)}</strong> (${escaped(role)}).</p>
<p><a href="/">To the workbench</a></p>
<form method="post" action="/logout"><button type="submit">Sign out</button></form>`)

// The workbench's own colours and letters (src/web/styles/tokens.css): its files are for those signed in.
export const loginStyle = `:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf6, #15171a); --sheet: light-dark(#fff, #1c1f23); --line: light-dark(#dcd7cb, #363b42);
  --edge: light-dark(#857f72, #818893); --ink: light-dark(#1c1b19, #ece9e2); --soft: light-dark(#56524a, #b4b1a9);
  --link: light-dark(#17497d, #93c0f2); --focus: light-dark(#0b62c4, #8cc4ff); --solid: light-dark(#1b3f66, #2d5d90);
  --fails: light-dark(#a63a00, #ffa06b); --fails-wash: light-dark(#fdebe0, #3f2213);
  font: 15px/1.5 -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 1rem; background: var(--paper); color: var(--ink); }
main { width: min(24rem, 100%); padding: 2rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 4px; }
h1 { font: 600 1.5rem/1 Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Noto Serif", "Liberation Serif", Georgia, serif; margin: 0 0 0.5rem; }
h1::before { content: ""; display: inline-block; width: 0.62em; height: 0.62em; margin-inline-end: 0.45em; border: 0.16em solid light-dark(#1b3f66, #93c0f2); border-radius: 50%; }
p { margin: 0 0 1.25rem; color: var(--soft); overflow-wrap: anywhere; }
form { display: grid; gap: 0.35rem; }
label { font-weight: 600; font-size: 0.8125rem; }
input, button { font: inherit; color: inherit; min-height: 2.5rem; padding: 0.4rem 0.75rem; border: 1px solid var(--edge); border-radius: 4px; background: var(--sheet); width: 100%; }
input + label { margin-top: 0.65rem; }
button { margin-top: 1rem; cursor: pointer; background: var(--solid); color: #fff; border-color: var(--solid); font-weight: 600; }
a { color: var(--link); text-underline-offset: 0.18em; }
form + p { margin: 1.25rem 0 0; padding-top: 1.25rem; border-top: 1px solid var(--line); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
[role="alert"] { color: var(--ink); background: var(--fails-wash); border: 1px solid var(--fails); border-inline-start-width: 4px; border-radius: 4px; padding: 0.75rem 1rem; margin-bottom: 0.75rem; }
`
