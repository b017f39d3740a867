package io.goldenpath.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Stopwatch;
import io.netty.channel.ChannelConfig;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How much waits, and for how long. */
class InboxTests {

  private static final WireBounds BOUNDS = new WireBounds(1, 1, 1, 1, 4, 100, 1);
  private static final Deadline NOW = new Deadline(0);
  private static final Received.Ended END = new Received.Ended(new Ending.StreamEnd(), 0);

  private final ChannelConfig socket = new EmbeddedChannel().config();
  private final Inbox inbox = inbox();

  private Inbox inbox() {
    Inbox made = new Inbox(BOUNDS, 50, () -> 0);
    made.fedBy(socket);
    return made;
  }

  private static Received.Text text(int bytes) {
    return new Received.Text("x", bytes, 0);
  }

  @Test
  void saysNothingWhenTheDeadlineHasCome() throws Exception {
    assertThat(inbox.take(NOW)).isEqualTo(new Received.Nothing());
  }

  @Test
  void givesWhatCameBeforeTheEndAndThenTheEndAgainAndAgain() throws Exception {
    inbox.put(text(1));
    inbox.end(END);
    inbox.end(new Received.Ended(new Ending.Reset(), 1));
    inbox.put(text(2));

    assertThat(inbox.take(NOW)).isEqualTo(text(1));
    assertThat(inbox.take(NOW)).isEqualTo(END);
    assertThat(inbox.take(NOW)).isEqualTo(END);
  }

  @Test
  void readsNoFurtherWhileTooManyWait() throws Exception {
    for (int i = 0; i < 4; i++) {
      assertThat(socket.isAutoRead()).isTrue();
      inbox.put(text(1));
    }
    assertThat(socket.isAutoRead()).isFalse();

    inbox.take(NOW);
    assertThat(socket.isAutoRead()).isFalse();
    inbox.take(NOW);
    assertThat(socket.isAutoRead()).isTrue();
  }

  @Test
  void readsNoFurtherWhileTooMuchWaits() throws Exception {
    inbox.put(text(100));
    assertThat(socket.isAutoRead()).isFalse();

    inbox.take(NOW);
    assertThat(socket.isAutoRead()).isTrue();
  }

  @Test
  void refusesWhatComesInOneGoBeyondEveryBound() {
    inbox.put(text(250));

    assertThatThrownBy(() -> inbox.put(text(1)))
        .isInstanceOf(Breach.class)
        .hasMessage("more than 251 bytes of messages in one go");
  }

  @Test
  void waitsForNothingButTheEndOnceItDiscards() throws Exception {
    inbox.put(text(100));
    inbox.discard();
    inbox.put(text(1));

    assertThat(socket.isAutoRead()).isTrue();
    assertThat(inbox.take(NOW)).isEqualTo(new Received.Nothing());
    inbox.end(END);
    assertThat(inbox.take(NOW)).isEqualTo(END);
  }

  @Test
  void aNudgeEndsOneWaitForAMessageButNoneForTheEnd() throws Exception {
    Deadline never = new Deadline(Duration.ofDays(1).toNanos());
    inbox.nudge();
    assertThat(inbox.take(never)).isEqualTo(new Received.Nothing());

    inbox.put(text(1));
    inbox.nudge();
    assertThat(inbox.take(never)).isEqualTo(text(1));

    inbox.nudge();
    inbox.discard();
    inbox.nudge();
    inbox.end(END);
    assertThat(inbox.take(never)).isEqualTo(END);
  }

  @Test
  void wakesWhoeverWaits() throws Exception {
    Inbox real = new Inbox(BOUNDS, 50, Stopwatch.SYSTEM);
    Thread.ofVirtual().start(() -> real.put(text(3)));

    assertThat(real.take(Deadline.in(Duration.ofSeconds(5), Stopwatch.SYSTEM))).isEqualTo(text(3));
  }
}
