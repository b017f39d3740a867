package io.goldenpath.wire.address;

import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Connects to one of a name's addresses, as browsers do (RFC 8305): they are tried in their order,
 * the next one as soon as one has failed or was silent for a while, and the first that answers is
 * taken.
 */
public final class HappyEyeballs {

  /**
   * Beyond the second SYN, which is sent after one second: a single lost packet makes no address
   * dead.
   */
  private static final Duration PATIENCE = Duration.ofMillis(1250);

  private final List<Attempt> attempts = new ArrayList<>();
  private final BlockingQueue<Attempt> ended = new LinkedBlockingQueue<>();
  private final AtomicReference<@Nullable Attempt> winner = new AtomicReference<>();
  private final String host;
  private final Consumer<Channel> onConnect;
  private final Stopwatch stopwatch;

  /**
   * {@code host} is whose addresses they are; {@code onConnect} gets the channel that is taken, on
   * its event loop and at once.
   */
  public HappyEyeballs(String host, Consumer<Channel> onConnect, Stopwatch stopwatch) {
    this.host = host;
    this.onConnect = onConnect;
    this.stopwatch = stopwatch;
  }

  /** Begins to connect to an address, with this handler behind those of a proxy. */
  @FunctionalInterface
  public interface Opener<X extends Exception> {
    ChannelFuture open(InetAddress address, ChannelHandler entrant) throws X;
  }

  /** Outcome of a race; the dead addresses are those that were tried before the winner. */
  public record Finish(@Nullable Channel channel, long nanos, int place, List<DeadAddress> dead) {}

  private static final class Attempt {

    final InetAddress address;
    @Nullable ChannelFuture connecting;
    volatile long nanos;

    Attempt(InetAddress address) {
      this.address = address;
    }

    Channel channel() {
      return Objects.requireNonNull(connecting).channel();
    }
  }

  /** Takes its channel for the race at once, before anything can be read from it. */
  private final class Entrant extends ChannelInboundHandlerAdapter {

    private final Attempt attempt;

    Entrant(Attempt attempt) {
      this.attempt = attempt;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      attempt.nanos = stopwatch.nanos();
      try {
        if (winner.compareAndSet(null, attempt)) {
          onConnect.accept(context.channel());
          context.fireChannelActive();
          context.pipeline().remove(this);
        }
      } finally {
        ended.add(attempt);
      }
    }
  }

  /** Without a channel when none has answered: all have failed, or the deadline has passed. */
  public <X extends Exception> Finish connect(
      List<InetAddress> addresses, Opener<X> opener, Deadline deadline)
      throws InterruptedException, X {
    Deque<InetAddress> untried = new ArrayDeque<>(addresses);
    Attempt won = null;
    try {
      int failed = 0;
      boolean late = false;
      while (won == null && !late && (!untried.isEmpty() || failed < attempts.size())) {
        if (!untried.isEmpty()) {
          begin(untried.removeFirst(), opener);
        }
        Attempt next = ended.poll(patience(untried.size(), deadline), TimeUnit.NANOSECONDS);
        failed += next == null ? 0 : 1;
        won = next == winner.get() ? next : null;
        late = next == null && deadline.reached(stopwatch.nanos());
      }
      return finish(won);
    } finally {
      closeAllBut(won);
    }
  }

  private <X extends Exception> void begin(InetAddress address, Opener<X> opener) throws X {
    Attempt attempt = new Attempt(address);
    ChannelFuture connecting = opener.open(address, new Entrant(attempt));
    attempt.connecting = connecting;
    attempts.add(attempt);
    connecting.addListener(done -> {
      if (!done.isSuccess()) {
        ended.add(attempt);
      }
    });
  }

  /** An equal share of what is left, for each must have its turn. */
  private long patience(int untried, Deadline deadline) {
    long left = deadline.remainingNanos(stopwatch);
    return untried == 0 ? left : Math.min(PATIENCE.toNanos(), left / (untried + 1));
  }

  private Finish finish(@Nullable Attempt won) {
    int place = won == null ? attempts.size() : attempts.indexOf(won);
    List<DeadAddress> dead =
        attempts.subList(0, place).stream().flatMap(attempt -> dead(attempt).stream()).toList();
    return won == null
        ? new Finish(null, stopwatch.nanos(), place, dead)
        : new Finish(won.channel(), won.nanos, place + 1, dead);
  }

  private Optional<DeadAddress> dead(Attempt attempt) {
    ChannelFuture connecting = Objects.requireNonNull(attempt.connecting);
    if (connecting.isSuccess()) {
      return Optional.empty();
    }
    Throwable cause = connecting.cause();
    return Optional.of(
        cause == null
            ? DeadAddress.silent(attempt.address, host)
            : DeadAddress.of(attempt.address, host, cause));
  }

  private void closeAllBut(@Nullable Attempt won) {
    attempts.stream()
        .filter(attempt -> attempt != won)
        .forEach(attempt -> attempt.channel().close());
  }
}
