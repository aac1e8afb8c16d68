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
  page(`<form method="post" action="/login">
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

export const loginStyle = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { width: min(20rem, calc(100vw - 2rem)); }
h1 { font-size: 1.5rem; margin: 0 0 1rem; }
form { display: grid; gap: 0.5rem; }
input, button { font: inherit; padding: 0.5rem 0.6rem; border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: 4px; }
button { margin-top: 0.5rem; cursor: pointer; background: #1d4ed8; color: #fff; border-color: #1d4ed8; }
:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px; }
[role="alert"] { margin: 0; font-weight: 600; }
@media (prefers-color-scheme: dark) { :focus-visible { outline-color: #93c5fd; } }
`
