// Calls a CloudFront function with events, each as the service would, and prints what it returns.
import { readFileSync } from "node:fs";
import { argv, stdin, stdout } from "node:process";
import { createContext, runInContext } from "node:vm";

let given = "";
for await (const piece of stdin) given += piece;
// nothing of Node's is there, as nothing of it is in the service
const room = createContext({}, { codeGeneration: { strings: false, wasm: false } });
runInContext(readFileSync(argv[2], "utf8"), room, { timeout: 1000 });
const answers = JSON.parse(given).map((event) => {
  room.given = JSON.stringify(event);
  return JSON.parse(runInContext("JSON.stringify(handler(JSON.parse(given)))", room));
});
stdout.write(JSON.stringify(answers));
