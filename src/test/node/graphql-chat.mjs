// A chat agent behind graphql-ws: login by a mutation, subscription `ask`. The query of the
// socket's address names a fault. Its argument is the schema's file.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSchema, graphql, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const schema = buildSchema(readFileSync(process.argv[2], 'utf8'));
const TOKEN = 'token-of-';

function login({ email, password }) {
  if (password !== 'correct horse') {
    throw new GraphQLError('Invalid credentials', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  return { token: TOKEN + email, userId: email };
}

function answerTo(text) {
  const asked = /([A-Z]{4,}).*?(\d+) \+ (\d+)/.exec(text);
  return asked ? [asked[1], Number(asked[2]) + Number(asked[3])] : ['What?', 0];
}

function goodEvents(text, userId) {
  const [nonce, sum] = answerTo(text);
  const runId = randomUUID();
  const id = randomUUID();
  const words = sum ? [`${nonce} `, 'makes ', `${sum}`] : [nonce];
  return [
    { __typename: 'RunStarted', runId, userId },
    { __typename: 'ToolCall', id, name: 'calculator', state: 'start', result: null },
    { __typename: 'ToolCall', id, name: 'calculator', state: 'end', result: sum },
    ...words.map((word) => ({ __typename: 'TextDelta', text: word })),
    { __typename: 'RunFinished', runId, userId, answer: words.join('') },
  ];
}

function faultyEvents(text, user, fault) {
  const events = goodEvents(text, fault === 'foreign_user' ? 'user-of-nobody' : user);
  const changes = {
    missing: () => events.shift(),
    doubled: () => events.splice(2, 0, events[2]),
    moved: () => events.splice(3, 0, events.shift()),
    silent: () => events.splice(2),
    error: () => events.splice(2),
    dropped: () => events.splice(2),
    error_in_next: () => {
      events.at(-1).answer = () => {
        throw new GraphQLError('answer lost');
      };
    },
  };
  changes[fault]?.();
  return events;
}

const strayFrames = {
  garbage: '{"type":"next","id":',
  unknown_id: '{"type":"next","id":"b7d1","payload":{}}',
  acknowledged_twice: '{"type":"connection_ack"}',
};

async function* ask({ text }, { user, fault, socket }) {
  for (const event of faultyEvents(text, user, fault)) {
    await pause(20);
    yield { ask: event };
    if (strayFrames[fault] && event.__typename === 'RunStarted') {
      socket.send(strayFrames[fault]);
    }
  }
  await pause(20);
  if (fault === 'error') {
    throw new GraphQLError('no model', { extensions: { code: 'UPSTREAM' } });
  } else if (fault === 'dropped') {
    socket.terminate();
  } else if (fault === 'silent') {
    await new Promise(() => {});
  }
}

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
  }
  const { query, variables } = JSON.parse(body || '{}');
  const result = await graphql({
    schema,
    source: query ?? "",
    rootValue: { login },
    variableValues: variables,
  });
  response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
});

const faultOf = (request) => new URL(request.url, 'http://localhost').searchParams.get('fault');
const sockets = new WebSocketServer({ server, path: '/graphql' });
sockets.on('connection', (socket, request) => {
  if (faultOf(request) === 'init_timeout') {
    socket.close(4408, 'Connection initialisation timeout');
  }
  const pings = setInterval(() => socket.send('{"type":"ping"}'), 200);
  socket.once('close', () => clearInterval(pings));
});
useServer(
  {
    schema,
    roots: { subscription: { ask } },
    onConnect({ connectionParams, extra }) {
      const token = String(connectionParams?.authorization).replace('Bearer ', '');
      extra.user = token.startsWith(TOKEN) ? token.slice(TOKEN.length) : '';
      return extra.user !== '' && faultOf(extra.request) !== 'refused' && { user: extra.user };
    },
    context: ({ extra }) => ({ ...extra, fault: faultOf(extra.request) }),
  },
  sockets,
);
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
process.stdin.on('end', () => process.exit()).resume();
