// Folded words to their stems, so that "workshops" finds "workshop". What does it is Snowball, in the
// release that stemmed the words of the index (docs/decisions/0013-snowball-on-both-sides.md); a site
// carries the stemmers of its own languages, each as a module of its own.

/** The languages that Snowball knows, as generator/adapters/stemming_snowball.py lists them. */
export const STEMMED = new Set([
  "ar", "ca", "da", "de", "el", "en", "eo", "es", "et", "eu", "fi", "fr", "ga", "hi", "hu", "hy",
  "id", "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi",
]);

// A string counts these letters as two, Python as one: the sides would cut in different places.
const TWO_UNITS = /[\u{10000}-\u{10FFFF}]/u;

/**
 * Return what gives the stem of a folded word, or the word itself in a language without a stemmer.
 * `base` is the address of the folder that the site's stemmers lie in, with its slash. Rejects where
 * the module cannot be fetched: words that are not stemmed would find less and nobody would know why.
 */
export async function stemmerFor(language, base) {
  const tag = language.split("-")[0].toLowerCase();
  if (!STEMMED.has(tag)) {
    return (word) => word;
  }
  const { default: Stemmer } = await import(new URL(`${tag}.js`, base).href);
  const stemmer = new Stemmer();
  return (word) => (TWO_UNITS.test(word) ? word : stemmer.stemWord(word));
}
