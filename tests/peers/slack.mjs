// A Slack workspace on loopback: the emulator `emulate`, seeded with the people of the tests.
// node slack.mjs <address before it>   prints one line of JSON when it listens; ends when its input ends.
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createEmulator } from 'emulate';

const front = process.argv[2];
if (!front) {
  console.error('Say which address stands before the emulator: node slack.mjs http://127.0.0.1:1234');
  process.exit(1);
}

const team = 'T000000001';
const scopes = ('commands chat:write chat:write.public channels:manage channels:read channels:join channels:history groups:write groups:read '
  + 'groups:history im:write im:history im:read app_mentions:read users:read users:read.email usergroups:read reactions:read reactions:write '
  + 'pins:read pins:write bookmarks:read bookmarks:write files:read files:write team:read').split(' ');

const people = [
  { id: 'U0ANA', name: 'ana', shown: 'Ana', email: 'ana@example.com', is_admin: true },
  { id: 'U0BEN', name: 'ben', shown: 'Ben', email: 'ben@example.com' },
  { id: 'U0CLEO', name: 'cleo', shown: 'Cleo', email: 'cleo@example.com' },
  { id: 'U0GUEST', name: 'gus', shown: 'Gus Guest', email: 'gus@elsewhere.example' },
  { id: 'U0BOT', name: 'incidentbot', shown: 'IncidentBot', email: 'incidentbot@bots.example', bot: { bot_id: 'B0BOT', app_id: 'A0BOT' } },
  { id: 'U0DEPLOY', name: 'deployer', shown: 'Deployer', email: 'deployer@bots.example', bot: { bot_id: 'B0DEPLOY', app_id: 'A0DEPLOY' } },
];
const channels = [
  { id: 'C0GENERAL', name: 'general', members: ['U0ANA', 'U0BEN', 'U0CLEO', 'U0GUEST'] },
  { id: 'C0ANNOUNCE', name: 'incidents', members: ['U0ANA', 'U0BEN', 'U0CLEO', 'U0BOT'] },
];

const { getSlackStore, slackPlugin } = await plugin();
let kept;
const register = slackPlugin.register;
// The programmatic interface has no setting for where events go: the plugin is handed the dispatcher, so the subscription is made there.
slackPlugin.register = (app, store, webhooks, ...rest) => {
  kept = getSlackStore(store);
  register(app, store, webhooks, ...rest);
  webhooks.register({ url: `${front}/emulator/events`, events: ['*'], active: true, owner: 'slack' });
  app.post('/stage/deactivate/:user', c => {
    const user = kept.users.findOneBy('user_id', c.req.param('user'));
    kept.users.update(user.id, { deleted: true });
    return c.json({ ok: true });
  });
  // A machine that runs tests is slower than the ones that Slack's three seconds are meant for.
  app.post('/stage/trigger/:trigger', c => {
    const trigger = kept.viewTriggers.findOneBy('trigger_id', c.req.param('trigger'));
    kept.viewTriggers.update(trigger.id, { expires_at: trigger.expires_at + 7 });
    return c.json({ ok: true });
  });
  app.post('/stage/rename/:user/:name', c => {
    const user = kept.users.findOneBy('user_id', c.req.param('user'));
    const name = decodeURIComponent(c.req.param('name'));
    kept.users.update(user.id, { real_name: name, profile: profileOf({ ...user, shown: name }) });
    return c.json({ ok: true });
  });
};

const emulator = await createEmulator({
  service: 'slack', port: 0, baseUrl: front,
  seed: { slack: { team: { name: 'Acme', domain: 'acme' }, strict_scopes: true, signing_secret: 'not the app\'s own' } },
});
seed();
const own = await listening();
console.log(JSON.stringify({ url: own }));
process.stdin.resume();
process.stdin.on('end', () => emulator.close().then(() => process.exit(0)));

function seed() {
  kept.channels.clear();
  kept.users.clear();
  const now = Math.floor(Date.now() / 1000);
  for (const { id, bot, ...person } of people) {
    kept.users.insert({
      user_id: id, team_id: team, name: person.name, real_name: person.shown, email: person.email, is_admin: !!person.is_admin,
      is_bot: !!bot, deleted: false, profile: profileOf(person), presence: 'active', manual_presence: 'auto', connection_count: 1, last_activity: now,
    });
    if (bot) kept.bots.insert({ ...bot, user_id: id, name: person.name, deleted: false, icons: { image_48: '' } });
    kept.tokens.insert({
      token: `${bot ? 'xoxb' : 'xoxp'}-${person.name}`, token_type: bot ? 'bot' : 'user', team_id: team, user_id: id, scopes,
      app_id: bot?.app_id ?? 'A0BOT', bot_id: bot?.bot_id, bot_user_id: bot && id,
    });
  }
  for (const { id, name, members } of channels) {
    kept.channels.insert({
      channel_id: id, team_id: team, name, is_channel: true, is_private: false, is_archived: false, members, creator: 'U0ANA', num_members: members.length,
      topic: { value: '', creator: 'U0ANA', last_set: now }, purpose: { value: '', creator: 'U0ANA', last_set: now },
    });
  }
}

function profileOf({ shown, email }) {
  return {
    display_name: shown, real_name: shown, email, image_48: '', image_192: '', real_name_normalized: shown, display_name_normalized: shown,
    status_text: '', status_emoji: '', status_emoji_display_info: [], status_expiration: 0,
  };
}

// The plugin lies in a file whose name is a digest of its content.
async function plugin() {
  const dist = dirname(fileURLToPath(import.meta.resolve('emulate')));
  for (const file of await readdir(dist)) {
    if (file.endsWith('.js') && (await readFile(join(dist, file), 'utf8')).includes('var slackPlugin = {')) return import(pathToFileURL(join(dist, file)));
  }
  throw new Error('This version of emulate holds no Slack.');
}

// With an address before it, the emulator tells that one alone; the port it really listens on is the process's own knowledge.
async function listening() {
  const server = process._getActiveHandles().find(handle => handle.constructor.name === 'Server');
  return `http://127.0.0.1:${server.address().port}`;
}
