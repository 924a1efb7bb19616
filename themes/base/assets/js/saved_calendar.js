// One calendar out of several, by RFC 5545: what stands in each, line by line as it was, with every
// time zone once. Names of components only ever stand at the beginning of an unfolded line, so that
// no words of a record can be taken for one.

const MOST_OCTETS = 75;

/** Return one calendar file with the events of all of these files' texts. */
export function merged(name, files) {
  const zones = new Map();
  const events = [];
  for (const file of files) {
    for (const part of parts(file)) {
      if (part[0] === "BEGIN:VTIMEZONE") {
        zones.set(part.find((line) => line.startsWith("TZID:")), part);
      } else {
        events.push(part);
      }
    }
  }
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Doorstep//Saved list//EN", "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH", ...folded(`X-WR-CALNAME:${escaped(name)}`),
    ...[...zones.values(), ...events].flat(), "END:VCALENDAR", "",
  ];
  return lines.join("\r\n");
}

/** Return the components of a calendar that stand side by side in it, each as its lines. */
function parts(file) {
  const found = [];
  let part = null;
  for (const line of file.split(/\r?\n/u)) {
    if (part === null && /^BEGIN:(?:VEVENT|VTIMEZONE)$/u.test(line)) part = [];
    part?.push(line);
    if (part !== null && line === part[0].replace("BEGIN", "END")) {
      found.push(part);
      part = null;
    }
  }
  return found;
}

function escaped(words) {
  return words.replace(/[\\;,]/gu, "\\$&").replace(/\r?\n/gu, "\\n");
}

/** Cut a line where it is too long, and never within a letter (RFC 5545, 3.1). */
function folded(line) {
  const lines = [""];
  let length = 0;
  for (const letter of line) {
    const octets = new TextEncoder().encode(letter).length;
    if (length + octets > MOST_OCTETS) {
      lines.push(" ");
      length = 1;
    }
    lines[lines.length - 1] += letter;
    length += octets;
  }
  return lines;
}
