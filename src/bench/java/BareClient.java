import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** The same journeys with nothing but Netty: connect, ask, read until the last event, close. */
final class BareClient implements AutoCloseable {

  private static final String QUESTION =
      "{\"type\":\"user_message\",\"payload\":{\"content\":\"Repeat the code ABCDEFGHIJ and tell me:"
          + " what is 17 + 25?\",\"thread_id\":null}}";

  private final LongAdder journeys = new LongAdder();
  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final Bootstrap client = new Bootstrap();
  private final InetSocketAddress address;
  private volatile boolean closing;

  BareClient(int port) {
    this.address = new InetSocketAddress("127.0.0.1", port);
    WebSocketClientProtocolConfig config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(URI.create("ws://127.0.0.1:" + port + "/ws"))
            .version(WebSocketVersion.V13)
            .customHeaders(
                new DefaultHttpHeaders()
                    .add("Authorization", "Bearer 0123456789abcdef0123456789abcdef"))
            .build();
    client
        .group(loops)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel
                    .pipeline()
                    .addLast(new HttpClientCodec(), new HttpObjectAggregator(65_536))
                    .addLast(new WebSocketClientProtocolHandler(config), new Journey());
              }
            });
  }

  /** How many of so many at once ended in this time. */
  long run(int atOnce, Duration time) throws InterruptedException {
    for (int i = 0; i < atOnce; i++) {
      client.connect(address);
    }
    long before = journeys.sum();
    Thread.sleep(time);
    return journeys.sum() - before;
  }

  @Override
  public void close() {
    closing = true;
    loops.shutdownGracefully();
  }

  private final class Journey extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      String text = frame.text();
      if (text.contains("connection_established")) {
        context.writeAndFlush(new TextWebSocketFrame(QUESTION));
      } else if (text.contains("agent_completed")) {
        if (!text.contains("ABCDEFGHIJ") || !text.contains("42")) {
          throw new IllegalStateException(text);
        }
        context.writeAndFlush(new CloseWebSocketFrame(1000, ""));
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      journeys.increment();
      if (!closing) {
        client.connect(address);
      }
    }
  }
}
