// The street map's file, read in pieces where the host can send pieces, else as a whole where that
// is small enough. PMTiles needs no server of its own: only HTTP ranges (RFC 9110, section 14).

/** More than this is not fetched for one map; the neighbourhoods' outlines then have to do. */
export const LARGEST_WHOLE = 4 * 1024 * 1024;

const FIRST_PIECE = 16_384; // what the library asks for first: the header and the root directory
const MAGIC = "PMTiles";

/**
 * Ask for the beginning of the file and return a source for the library, or throw.
 *
 * A host that ignores ranges answers 200 and begins to send everything. Its headers alone are not
 * believed: `Accept-Ranges` is left out by hosts that have ranges and sent by caches that do not.
 * `bytes` is the size the build saw; Content-Length tells another where the host compresses.
 */
export async function openStreetFile(url, bytes, ask = (...request) => fetch(...request)) {
  const file = new StreetFile(url, bytes, ask);
  await file.begin();
  return file;
}

class StreetFile {
  #url;
  #bytes;
  #ask;
  #start = null;
  #whole = null;

  constructor(url, bytes, ask) {
    this.#url = url;
    this.#bytes = bytes;
    this.#ask = ask;
  }

  /** Settle how the file is read. The body is not waited for: the map is drawn meanwhile. */
  async begin() {
    const reply = await this.#request(0, FIRST_PIECE);
    if (reply.status === 206) {
      this.#start = reply.arrayBuffer().then(checked);
    } else {
      this.#whole = this.#take(reply).then(checked);
    }
    // whoever asks for bytes hears of a failure; until then it is nobody's
    (this.#start ?? this.#whole).catch(() => {});
  }

  /** What the library keeps its directories under. */
  getKey() {
    return this.#url;
  }

  /** Return what the library asks for, as it wants it: `{ data }`. */
  async getBytes(offset, length, signal) {
    if (this.#whole !== null) {
      return { data: (await this.#whole).slice(offset, offset + length) };
    }
    if (offset + length <= FIRST_PIECE) {
      return { data: (await this.#start).slice(offset, offset + length) };
    }
    const reply = await this.#request(offset, length, signal);
    if (reply.status !== 206) {
      // a cache on the way may lose ranges that the host itself has
      this.#whole ??= this.#take(reply).then(checked);
      return this.getBytes(offset, length, signal);
    }
    const data = await reply.arrayBuffer();
    if (data.byteLength > length) {
      throw new Error(`asked for ${length} bytes and was sent ${data.byteLength}`);
    }
    return { data };
  }

  async #request(offset, length, signal) {
    const headers = { Range: `bytes=${offset}-${offset + length - 1}` };
    const reply = await this.#ask(this.#url, { headers, signal });
    if (reply.status !== 206 && (reply.status !== 200 || this.#bytes > LARGEST_WHOLE)) {
      await reply.body?.cancel();
      throw new Error(reply.status === 200
        ? `this host sends only all of ${this.#bytes} bytes` : `${reply.status} for ${this.#url}`);
    }
    return reply;
  }

  async #take(reply) {
    const data = await reply.arrayBuffer();
    if (data.byteLength !== this.#bytes) {
      throw new Error(`expected ${this.#bytes} bytes and was sent ${data.byteLength}`);
    }
    return data;
  }
}

/** A host may answer 200 with a page that says the file is not there. */
function checked(data) {
  const begin = String.fromCharCode(...new Uint8Array(data, 0, Math.min(MAGIC.length, data.byteLength)));
  if (begin !== MAGIC) {
    throw new Error("the street map is not a PMTiles file");
  }
  return data;
}
