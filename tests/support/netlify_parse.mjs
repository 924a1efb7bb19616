// Reads a folder's _headers and _redirects as Netlify's own build does, and prints what it found.
import { join } from "node:path";
import { argv, stdout } from "node:process";

import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";

const folder = argv[2];
const headers = await parseAllHeaders({
  headersFiles: [join(folder, "_headers")],
  configHeaders: [],
  minimal: true,
});
const redirects = await parseAllRedirects({
  redirectsFiles: [join(folder, "_redirects")],
  configRedirects: [],
  minimal: true,
});
const told = (error) => error.message;
stdout.write(
  JSON.stringify({
    headers: headers.headers,
    redirects: redirects.redirects,
    errors: [...headers.errors, ...redirects.errors].map(told),
  }),
);
