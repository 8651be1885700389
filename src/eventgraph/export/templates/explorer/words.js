/* Words that several parts of the page share. */

const WORDS = { negated: "Did not happen" };

/* A status as a person reads it. */
const worded = (status) => WORDS[status] || status.charAt(0).toUpperCase() + status.slice(1);

Object.assign(exports, { worded });
