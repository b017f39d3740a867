package io.goldenpath.platforms.socketio;

import static java.util.Objects.requireNonNullElse;

import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.AuthTokenResult;
import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOChannelInitializer;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIONamespace;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.transport.NamespaceClient;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The agent behind netty-socketio; the query of the socket's address names a fault. */
final class NettySocketIoServer implements AutoCloseable {

  private static final String TOKEN = "token-of-";
  private static final int BETWEEN_EVENTS = 20;
  private static final int START_SECONDS = 10;

  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final SocketIOServer server;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  NettySocketIoServer() {
    server = new PortTellingServer(configuration());
    server.setPipelineFactory(new ChannelKeeper());
    SocketIONamespace chat = server.addNamespace("/chat");
    chat.addAuthTokenListener(this::authenticated);
    chat.addConnectListener(client -> client.sendEvent("ready", Map.of("user", user(client))));
    chat.addEventListener("ask", Map.class, this::ask);
    server.start();
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.setHostname("127.0.0.1");
    configuration.setPort(0);
    configuration.setPingInterval(500);
    configuration.setPingTimeout(1_500);
    configuration.setBossThreads(1);
    configuration.setWorkerThreads(2);
    return configuration;
  }

  int port() {
    return port.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
  }

  private AuthTokenResult authenticated(Object payload, SocketIOClient client) {
    String token = payload instanceof Map<?, ?> map ? String.valueOf(map.get("token")) : "";
    if (!token.startsWith(TOKEN) || fault(client).equals("refused")) {
      return new AuthTokenResult(false, Map.of("message", "unauthorized"));
    }
    client.set("user", token.substring(TOKEN.length()));
    client.joinRoom(user(client));
    return AuthTokenResult.AuthTokenResultSuccess;
  }

  private static String user(SocketIOClient client) {
    return client.get("user");
  }

  private static String fault(SocketIOClient client) {
    return requireNonNullElse(client.getHandshakeData().getSingleUrlParam("fault"), "none");
  }

  private void ask(SocketIOClient client, Map<?, ?> question, AckRequest acknowledgement) {
    String fault = fault(client);
    String text = question.get("text") instanceof String written ? written : "";
    if (text.isEmpty() || fault.equals("rejected")) {
      String why = text.isEmpty() ? "empty text" : "no agent is free";
      acknowledgement.sendAckData(Map.of("ok", false, "error", why));
      return;
    }
    SocketIoAgent agent = new SocketIoAgent(user(client));
    acknowledgement.sendAckData(Map.of("ok", true, "run", agent.run()));
    long delay = 0;
    for (List<Object> event : agent.events(text, fault)) {
      delay += BETWEEN_EVENTS;
      timer.schedule(() -> say(client, event), delay, TimeUnit.MILLISECONDS);
    }
  }

  private void say(SocketIOClient client, List<Object> event) {
    ClientHead head = ((NamespaceClient) client).getBaseClient();
    String name = (String) event.getFirst();
    switch (name) {
      case "drop" -> channel(head).close();
      case "no-ping" -> head.cancelPing();
      case "leave" -> client.disconnect();
      case "garbage" -> channel(head).writeAndFlush(new TextWebSocketFrame("42/chat,[\"agent\","));
      default ->
          client
              .getNamespace()
              .getRoomOperations(user(client))
              .sendEvent(name, event.subList(1, event.size()).toArray());
    }
  }

  private Channel channel(ClientHead head) {
    return channels.stream()
        .filter(channel -> head.equals(channel.attr(ClientHead.CLIENT).get()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    server.stop();
  }

  private final class PortTellingServer extends SocketIOServer {

    private PortTellingServer(Configuration configuration) {
      super(configuration);
    }

    @Override
    protected void applyConnectionOptions(ServerBootstrap bootstrap) {
      super.applyConnectionOptions(bootstrap);
      bootstrap.handler(
          new ChannelInboundHandlerAdapter() {

            @Override
            public void channelActive(ChannelHandlerContext context) {
              port.complete(((InetSocketAddress) context.channel().localAddress()).getPort());
            }
          });
    }
  }

  private final class ChannelKeeper extends SocketIOChannelInitializer {

    @Override
    protected void initChannel(Channel channel) throws Exception {
      super.initChannel(channel);
      channels.add(channel);
    }
  }
}
