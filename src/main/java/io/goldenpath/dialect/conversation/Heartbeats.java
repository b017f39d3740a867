package io.goldenpath.dialect.conversation;

import io.goldenpath.dialect.definition.HeartbeatRule;
import io.goldenpath.dialect.definition.HeartbeatRule.Every;
import io.goldenpath.dialect.definition.HeartbeatRule.Interval;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Heartbeats of our own on one connection. */
final class Heartbeats {

  /** However often or seldom a server wants them. */
  private static final long SHORTEST_MILLIS = 100;

  private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

  private final List<Beat> beats;
  private final MessageMaker maker;

  Heartbeats(List<HeartbeatRule> rules, ConversationVariables variables) {
    this.maker = new MessageMaker(variables);
    this.beats =
        rules.stream()
            .filter(Interval.class::isInstance)
            .map(rule -> new Beat((Interval) rule, variables))
            .toList();
  }

  void started(long nanos) {
    beats.forEach(beat -> beat.last = nanos);
  }

  /** Returns whether the message answers one. */
  boolean answered(Received message) {
    boolean any = false;
    for (Beat beat : beats) {
      if (message.matches(beat.rule.answered())) {
        beat.waiting = false;
        any = true;
      }
    }
    return any;
  }

  List<Outgoing> due(long nanos) {
    return beats.stream()
        .filter(beat -> !beat.waiting && beat.reached(nanos))
        .map(beat -> send(beat, nanos))
        .toList();
  }

  private Outgoing send(Beat beat, long nanos) {
    beat.last = nanos;
    beat.waiting = beat.rule.answered() != null;
    return maker.make(beat.rule.send(), null);
  }

  /** What was not answered by the time of the next; null where nothing is missed. */
  @Nullable String missed(long nanos) {
    return beats.stream()
        .filter(beat -> beat.waiting && beat.reached(nanos))
        .findFirst()
        .map(beat -> "no answer to our heartbeat for " + beat.text())
        .orElse(null);
  }

  OptionalLong next() {
    return beats.stream().map(Beat::next).filter(Objects::nonNull).mapToLong(at -> at).min();
  }

  private static final class Beat {

    private final Interval rule;
    private final ConversationVariables variables;
    private @Nullable Long last;
    private boolean waiting;

    private Beat(Interval rule, ConversationVariables variables) {
      this.rule = rule;
      this.variables = variables;
    }

    private @Nullable Long next() {
      Duration every = every();
      return last == null || every == null ? null : Long.valueOf(last + every.toNanos());
    }

    private boolean reached(long nanos) {
      Long next = next();
      return next != null && next - nanos <= 0;
    }

    private String text() {
      Duration every = every();
      return every == null ? "" : DurationText.of(every);
    }

    private @Nullable Duration every() {
      return switch (rule.every()) {
        case Every.Fixed(Duration interval) -> interval;
        case Every.Variable(String name) -> millis(variables.value(name));
      };
    }

    private static @Nullable Duration millis(@Nullable Object value) {
      try {
        return value == null ? null : Duration.ofMillis(bounded(value.toString()));
      } catch (NumberFormatException _) {
        return null;
      }
    }

    private static long bounded(String millis) {
      return Math.clamp((long) Double.parseDouble(millis), SHORTEST_MILLIS, LONGEST_MILLIS);
    }
  }
}
