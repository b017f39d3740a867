package io.goldenpath.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.netty.channel.ChannelConfig;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How much waits, and for how long. */
class ReceiveQueueTests {

  private static final int MAX_MESSAGE = 50;
  private static final Deadline NOW = new Deadline(0);
  private static final ReceiveResult.Ended END =
      new ReceiveResult.Ended(new ConnectionEnd.StreamEnd(), 0);

  private final ChannelConfig socket = new EmbeddedChannel().config();
  private final ReceiveQueue queue = new ReceiveQueue(socket, MAX_MESSAGE, () -> 0);

  private static ReceiveResult.Text text(int bytes) {
    return new ReceiveResult.Text("x", bytes, 0);
  }

  @Test
  void saysNothingWhenTheDeadlineHasCome() throws Exception {
    assertThat(queue.take(NOW)).isEqualTo(new ReceiveResult.Nothing());
  }

  @Test
  void givesWhatCameBeforeTheEndAndThenTheEndAgainAndAgain() throws Exception {
    queue.put(text(1));
    queue.end(END);
    queue.end(new ReceiveResult.Ended(new ConnectionEnd.Reset(), 1));
    queue.put(text(2));

    assertThat(queue.take(NOW)).isEqualTo(text(1));
    assertThat(queue.take(NOW)).isEqualTo(END);
    assertThat(queue.take(NOW)).isEqualTo(END);
  }

  @Test
  void readsNoFurtherWhileTooManyWait() throws Exception {
    for (int i = 0; i < ReceiveQueue.MAX_MESSAGES; i++) {
      assertThat(socket.isAutoRead()).isTrue();
      queue.put(text(1));
    }
    assertThat(socket.isAutoRead()).isFalse();

    for (int i = 0; i < ReceiveQueue.MAX_MESSAGES / 2; i++) {
      assertThat(socket.isAutoRead()).isFalse();
      queue.take(NOW);
    }
    assertThat(socket.isAutoRead()).isTrue();
  }

  @Test
  void readsNoFurtherWhileTooMuchWaits() throws Exception {
    queue.put(text(ReceiveQueue.MAX_BYTES));
    assertThat(socket.isAutoRead()).isFalse();

    queue.take(NOW);
    assertThat(socket.isAutoRead()).isTrue();
  }

  @Test
  void refusesWhatComesInOneGoBeyondEveryBound() {
    int most = 2 * ReceiveQueue.MAX_BYTES + MAX_MESSAGE;
    queue.put(text(most));

    assertThatThrownBy(() -> queue.put(text(1)))
        .isInstanceOf(CorruptedWebSocketFrameException.class)
        .hasMessage("more than %d bytes of unread messages", most + 1);
  }

  @Test
  void waitsForNothingButTheEndOnceItDiscards() throws Exception {
    queue.put(text(ReceiveQueue.MAX_BYTES));
    queue.discardMessages();
    queue.put(text(1));

    assertThat(socket.isAutoRead()).isTrue();
    assertThat(queue.take(NOW)).isEqualTo(new ReceiveResult.Nothing());
    queue.end(END);
    assertThat(queue.take(NOW)).isEqualTo(END);
  }

  @Test
  void aNudgeEndsOneWaitForAMessageButNoneForTheEnd() throws Exception {
    Deadline never = new Deadline(Duration.ofDays(1).toNanos());
    queue.wakeUp();
    assertThat(queue.take(never)).isEqualTo(new ReceiveResult.Nothing());

    queue.put(text(1));
    queue.wakeUp();
    assertThat(queue.take(never)).isEqualTo(text(1));

    queue.wakeUp();
    queue.discardMessages();
    queue.wakeUp();
    queue.end(END);
    assertThat(queue.take(never)).isEqualTo(END);
  }

  @Test
  void wakesWhoeverWaits() throws Exception {
    ReceiveQueue real = new ReceiveQueue(socket, MAX_MESSAGE, Stopwatch.SYSTEM);
    Thread.ofVirtual().start(() -> real.put(text(3)));

    assertThat(real.take(Deadline.in(Duration.ofSeconds(5), Stopwatch.SYSTEM))).isEqualTo(text(3));
  }
}
