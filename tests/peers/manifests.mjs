// The app's manifests as JSON, what Slack's schema for manifests says against them, and every event that Slack's own types know.
// node manifests.mjs <folder of the manifests> [<schema>]   prints one line of JSON; without a schema nothing is said against them.
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const [folder, schema] = process.argv.slice(2);
const http = parse(await readFile(join(folder, 'manifest.http.yaml'), 'utf8'));
const socket = parse(await readFile(join(folder, 'manifest.socket.yaml'), 'utf8'));
console.log(JSON.stringify({ http, socket, faults: schema ? await faults() : [], events: await events() }));

async function faults() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const holds = ajv.compile(JSON.parse(await readFile(schema, 'utf8')));
  return Object.entries({ http, socket }).flatMap(([name, manifest]) =>
    holds(manifest) ? [] : holds.errors.map(error => `${name}${error.instancePath} ${error.message}`));
}

async function events() {
  const types = join(dirname(fileURLToPath(import.meta.resolve('@slack/types'))), 'events');
  const texts = await Promise.all((await readdir(types)).filter(file => file.endsWith('.d.ts')).map(file => readFile(join(types, file), 'utf8')));
  return [...new Set(texts.flatMap(text => [...text.matchAll(/^ {4}type: '([a-z_.]+)'/gm)].map(match => match[1])))].sort();
}
