import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chat platform of the agent-events family that costs as little as it can, in a process of its
 * own: a login, a welcome, five events and a right answer, spread over as long as it is told.
 */
public final class CheapPlatform implements AutoCloseable {

  private static final Pattern ASKED =
      Pattern.compile("\\b([A-Z]{10})\\b.*?(\\d+) \\+ (\\d+)", Pattern.DOTALL);
  private static final AtomicLong RUNS = new AtomicLong();

  private final Process process;
  private final int port;

  private CheapPlatform(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Takes how many milliseconds an answer lasts; ends with its input. */
  public static void main(String[] args) throws Exception {
    long pause = Long.parseLong(args[0]) / 5;
    MultiThreadIoEventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 4096)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Connection(pause))
            .bind("127.0.0.1", 0)
            .sync()
            .channel();
    System.out.println(((InetSocketAddress) server.localAddress()).getPort());
    while (System.in.read() >= 0) {}
    loops.shutdownGracefully();
  }

  static CheapPlatform start(Duration answer) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "src/bench/java/CheapPlatform.java",
                String.valueOf(answer.toMillis())));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return new CheapPlatform(process, Integer.parseInt(out.readLine()));
  }

  int port() {
    return port;
  }

  /** A target of this name as lines of YAML beneath {@code targets:}. */
  String yaml(String name, String every) {
    return """
        %1$s:
          login: { type: password, url: "http://127.0.0.1:%2$d/auth/login" }
          socket: { url: "ws://127.0.0.1:%2$d/ws" }
          users: [ { email: %1$s@example.com, password: "${PASSWORD}" } ]
          manners: { connects: 100000 }
          journeys: { golden-path: { every: %3$s, timeout: %3$s } }
    """.formatted(name, port, every);
  }

  /** How long this process has worked so far. */
  Duration worked() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
  }

  private static final class Connection extends ChannelInitializer<Channel> {

    private final long pause;

    private Connection(long pause) {
      this.pause = pause;
    }

    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(new HttpServerCodec())
          .addLast(new HttpObjectAggregator(65_536))
          .addLast(new Login())
          .addLast(new WebSocketServerProtocolHandler("/ws", null, false, 65_536))
          .addLast(new Chat(pause));
    }
  }

  private static final class Login extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final byte[] TOKEN =
        "{\"access_token\":\"0123456789abcdef0123456789abcdef\",\"token_type\":\"Bearer\",\"expires_in\":36000}"
            .getBytes(StandardCharsets.US_ASCII);

    private Login() {
      super(false);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      if (request.uri().startsWith("/ws")) {
        context.fireChannelRead(request);
        return;
      }
      request.release();
      DefaultFullHttpResponse reply =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(TOKEN));
      reply
          .headers()
          .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
          .set(HttpHeaderNames.CONTENT_LENGTH, TOKEN.length);
      context.writeAndFlush(reply);
    }
  }

  private static final class Chat extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private final long pause;

    private Chat(long pause) {
      this.pause = pause;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
        context.writeAndFlush(
            new TextWebSocketFrame(
                "{\"type\":\"connection_established\",\"data\":{\"connection_ready\":true}}"));
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame message) {
      Matcher asked = ASKED.matcher(message.text());
      if (!asked.find()) {
        return;
      }
      String answer =
          "The code is %s and the sum is %d."
              .formatted(
                  asked.group(1),
                  Integer.parseInt(asked.group(2)) + Integer.parseInt(asked.group(3)));
      long run = RUNS.incrementAndGet();
      Map<String, String> events = new LinkedHashMap<>();
      events.put("agent_started", "");
      events.put("agent_thinking", "\"reasoning\":\"I add two numbers and repeat a code.\"");
      events.put("tool_executing", "\"tool_name\":\"calculator\"");
      events.put("tool_completed", "\"tool_name\":\"calculator\",\"result\":\"done\"");
      events.put("agent_completed", "\"result\":\"" + answer + "\"");
      // equal gaps would be those of a fallback
      long at = random(pause);
      for (Map.Entry<String, String> event : events.entrySet()) {
        String text =
            "{\"type\":\"" + event.getKey() + "\",\"run_id\":\"run-" + run
                + "\",\"agent_name\":\"triage\",\"payload\":{" + event.getValue() + "}}";
        if (pause == 0) {
          context.write(new TextWebSocketFrame(text));
        } else {
          context
              .executor()
              .schedule(
                  () -> context.writeAndFlush(new TextWebSocketFrame(text)),
                  at,
                  TimeUnit.MILLISECONDS);
        }
        at += random(pause);
      }
      context.flush();
    }

    private static long random(long pause) {
      return pause == 0 ? 0 : ThreadLocalRandom.current().nextLong(pause / 2, pause * 3 / 2);
    }
  }
}
