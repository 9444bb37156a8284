/** Of a page with a script of the desk's own, and nothing from elsewhere. */
export const OWN_SCRIPTS =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

/** And one that asks the desk itself for more. */
export const LIVE_SCRIPTS = `${OWN_SCRIPTS}; connect-src 'self'`
