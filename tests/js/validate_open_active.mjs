// Asks OpenActive's own validators about feeds: of each page's items, and on a walk through its pages.
// node validate_open_active.mjs < {"site", "files": {path: text}, "feeds": [path], "activities"}
//
// The walk goes over the loopback interface, to pages whose addresses are put for the site's own.

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import models from "@openactive/data-model-validator";
import rpde from "@openactive/rpde-validator";

const LIST = "https://openactive.io/activity-list";
const { activities, feeds, files, site } = JSON.parse(readFileSync(0, "utf-8"));

// The validator would fetch the list of activities; it looks among what it has fetched before first.
function withActivities(folder) {
  const name = createHash("sha256").update(LIST).digest("hex");
  const data = { "@url": LIST, concept: activities };
  const fetched = { contentType: "application/ld+json", data, errorCode: "error_none",
    exception: null, fetchTime: Date.now(), statusCode: 200, url: LIST };
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(fetched));
  return { loadRemoteJson: true, remoteJsonCachePath: folder, remoteJsonCacheTimeToLive: 3600,
    rpdeItemLimit: Infinity };
}

const told = (by, path) => ({ message, severity, type, path: at = "" }) =>
  ({ at, by, message, path, severity, type });

const found = [];
const folder = mkdtempSync(join(tmpdir(), "open-active-"));
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const text = files[pathname.slice(1)];
  response.statusCode = text === undefined ? 404 : 200;
  response.setHeader("content-type", "application/json");
  response.end((text ?? "").replaceAll(site, origin()));
});
const origin = () => `http://127.0.0.1:${server.address().port}/`;

await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
try {
  const options = withActivities(folder);
  for (const path of feeds) {
    const wrong = await models.validate(JSON.parse(files[path]), options);
    found.push(...wrong.map(told("models", path)));
    const log = await rpde.RpdeValidator(origin() + path, {});
    for (const page of log.pages) {
      found.push(...page.errors.map(told("walk", page.url.slice(origin().length))));
    }
  }
} finally {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
}
process.stdout.write(JSON.stringify(found));
