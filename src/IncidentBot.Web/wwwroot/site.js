// What the pages do by themselves. Everything else is the server's: it draws, the page shows.
import { live } from './live.js';
import { door } from './door.js';
import { times } from './times.js';
import { composers } from './composer.js';
import { dialogs } from './dialogs.js';
import { entries } from './entries.js';
import { rooms } from './rooms.js';
import { replay } from './replay.js';
import { reviews } from './reviews.js';
import { tokens } from './tokens.js';

for (const begin of [door, times, rooms, dialogs, entries, composers, replay, reviews, tokens, live]) begin();
