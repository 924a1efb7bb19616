// What a mistyped word may have meant: words that are a slip or two of the finger from it. A slip is
// a letter too many, too few or another, or two neighbours the wrong way round (optimal string
// alignment: no letter is part of two slips). The first letter can be wrong as any other can.

const FAR = 255; // more than any bound, and still itself plus one in a cell

/**
 * Return what counts the slips between `word` and another, up to `most`; beyond that it gives
 * `most + 1`, as soon as it is certain. Letters beyond U+FFFF count as two.
 */
export function slipsFrom(word, most) {
  const letters = lettersOf(word);
  const size = word.length + most + 2;
  let before = new Uint16Array(size);
  let last = new Uint16Array(size);
  let row = new Uint16Array(size);
  return (other) => {
    const length = other.length;
    if (Math.abs(word.length - length) > most || strangers(other, letters, most) > most) {
      return most + 1;
    }
    for (let at = 0; at <= most + 1 && at < size; at += 1) {
      last[at] = at;
    }
    for (let i = 1; i <= word.length; i += 1) {
      const letter = word.charCodeAt(i - 1);
      const previous = i > 1 ? word.charCodeAt(i - 2) : -1;
      // no cell further than `most` from the diagonal can be within the bound
      const from = Math.max(1, i - most);
      const to = Math.min(length, i + most);
      row[from - 1] = from === 1 ? i : FAR;
      row[to + 1] = FAR;
      let least = row[from - 1];
      for (let j = from; j <= to; j += 1) {
        const there = other.charCodeAt(j - 1);
        let cost = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (letter === there ? 0 : 1));
        if (j > 1 && previous === there && letter === other.charCodeAt(j - 2)) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) {
        return most + 1;
      }
      [before, last, row] = [last, row, before];
    }
    return Math.min(last[length], most + 1);
  };
}

/** Return the letters of a word as a set of 32 bits, in which some letters share one. */
function lettersOf(word) {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) {
    letters |= 1 << (word.charCodeAt(at) & 31);
  }
  return letters;
}

/**
 * Return how many letters of a word are none of these, counting no further than one beyond `most`.
 * Each of them took a slip to get there, and most words of a lexicon are told apart by this alone.
 */
function strangers(other, letters, most) {
  let count = 0;
  for (let at = 0; at < other.length && count <= most; at += 1) {
    count += ((letters >>> (other.charCodeAt(at) & 31)) & 1) ^ 1;
  }
  return count;
}

/** Return the words of the lexicon at most so many slips from `word`: fewest first, then by letters. */
export function nearest(word, lexicon, most) {
  const slips = slipsFrom(word, most);
  const found = [];
  for (const term of lexicon) {
    const distance = slips(term);
    if (distance <= most) {
      found.push({ term, slips: distance });
    }
  }
  return found.sort((one, other) => one.slips - other.slips || (one.term < other.term ? -1 : 1));
}
