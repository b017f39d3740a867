// A chat agent behind Socket.IO: login over HTTP, token in CONNECT to /chat, one room per user.
// `fault` in the query of the socket's address spoils that connection. Takes the bytes of the
// longest packet, and prints its port.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Server } from 'socket.io';

const PASSWORD = 'correct horse';
const TOKEN = 'token-of-';

async function login(request, response) {
  let body = '';
  for await (const part of request) {
    body += part;
  }
  const { email, password } = JSON.parse(body || '{}');
  const ok = request.url === '/login' && password === PASSWORD;
  response.writeHead(ok ? 200 : 401, { 'content-type': 'application/json' });
  const data = { accessToken: TOKEN + email, user: { _id: email } };
  response.end(JSON.stringify(ok ? { data } : { error: { code: 'BAD_CREDENTIALS' } }));
}

function answerTo(text) {
  const asked = /code ([A-Z]+)[^]*?(\d+) \+ (\d+)/.exec(text);
  return asked ? [`${asked[1]} `, 'makes ', `${Number(asked[2]) + Number(asked[3])}`] : ['What?'];
}

function goodEvents(text, user, requestId) {
  const run = randomUUID();
  const tool = (state) => ['agent', 'tool', { run, user, name: 'calculator', state }];
  return [
    ['agent', 'started', { run, user, requestId }],
    tool('start'),
    tool('end'),
    ...answerTo(text).map((word) => ['delta', run, word]),
    ['audio', { run }, Buffer.from('not really audio')],
    ['agent', 'done', { run, user, requestId, usage: { tokens: 12 } }],
  ];
}

function spoiled(events, fault) {
  const [started, toolStart, toolEnd, ...rest] = events;
  const run = started[2].run;
  switch (fault) {
    case 'missing': return [toolStart, toolEnd, ...rest];
    case 'unpaired': return [started, toolStart, ...rest];
    case 'doubled': return [started, started, toolStart, toolEnd, ...rest];
    case 'moved': return [started, toolEnd, toolStart, ...rest];
    case 'silent': return [started, toolStart];
    case 'drop': return [started, toolStart, 'drop'];
    case 'no-ping': return [started, 'no-ping'];
    case 'leave': return [started, 'leave'];
    case 'garbage': return [started, 'garbage', toolStart, toolEnd, ...rest];
    case 'error': return [started, ['agent', 'failed', { run, message: 'model unavailable' }]];
    case 'foreign-user':
      return [started, ['agent', 'tool', { ...toolStart[2], user: 'somebody-else@example.com' }],
        toolEnd, ...rest];
    default: return events;
  }
}

const tricks = {
  drop: (socket) => socket.conn.transport.socket.terminate(),
  'no-ping': (socket) => clearTimeout(socket.conn.pingIntervalTimer),
  leave: (socket) => socket.disconnect(),
  garbage: (socket) => socket.conn.transport.socket.send('42/chat,["agent",'),
};

async function answer(chat, socket, events) {
  for (const event of events) {
    await pause(20);
    if (typeof event === 'string') {
      tricks[event](socket);
    } else {
      chat.to(socket.data.user).emit(...event);
    }
  }
}

function connected(chat, socket) {
  const { user } = socket.data;
  socket.join(user);
  socket.emit('ready', { user, features: ['stream'] });
  const { fault } = socket.handshake.query;
  socket.on('ask', (question, acknowledge) => {
    if (!question?.text || fault === 'rejected') {
      acknowledge?.({ ok: false, error: question?.text ? 'no agent is free' : 'empty text' });
      return;
    }
    const events = goodEvents(question.text, user, question.requestId);
    acknowledge?.({ ok: true, run: events[0][2].run });
    answer(chat, socket, spoiled(events, fault));
  });
}

const server = createServer(login);
const maxHttpBufferSize = Number(process.argv[2] ?? 100_000);
const io = new Server(server, { pingInterval: 500, pingTimeout: 1_500, maxHttpBufferSize });
const chat = io.of('/chat');
chat.use((socket, next) => {
  const token = String(socket.handshake.auth.token);
  socket.data.user = token.slice(TOKEN.length);
  const refusal = Object.assign(new Error('unauthorized'), { data: { code: 4401 } });
  const refused = !token.startsWith(TOKEN) || socket.handshake.query.fault === 'refused';
  next(refused ? refusal : undefined);
});
chat.on('connection', (socket) => connected(chat, socket));
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
process.stdin.on('end', () => process.exit()).resume();
