// Slack's own client for Socket Mode, which acknowledges whatever comes and tells what it sees.
// node socket.mjs <address of a Slack>   prints a line for each thing; ends when its input ends.
import { LogLevel, SocketModeClient } from '@slack/socket-mode';

const client = new SocketModeClient({
  appToken: 'xapp-peer', logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl: new URL('/api/', process.argv[2]).toString() },
});
client.on('connected', () => console.log('connected'));
client.on('reconnecting', () => console.log('reconnecting'));
client.on('slack_event', async ({ ack, type, body }) => {
  console.log(`${type} ${JSON.stringify(body)}`);
  await ack(type === 'slash_commands' ? { text: 'INC-1 is declared.' } : undefined);
});
process.stdin.resume();
process.stdin.on('end', () => client.disconnect().finally(() => process.exit(0)));
await client.start();
