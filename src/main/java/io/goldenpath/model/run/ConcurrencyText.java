package io.goldenpath.model.run;

import io.goldenpath.model.time.DurationText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison of the users of one run, in words. */
public record ConcurrencyText(ConcurrencySummary concurrency) {

  /** One line of the comparison; {@code warning} where it is bad news. */
  public record Fact(String label, String value, boolean warning) {}

  /** How many connected and succeeded, in one sentence. */
  public String shares() {
    return "%s at once connected, %s succeeded"
        .formatted(concurrency.connected(), concurrency.succeeded());
  }

  /** The same, and who was slowest. */
  public String summary() {
    UserLatencies answer = concurrency.answer();
    if (answer == null) {
      return shares();
    }
    String slowest = shares() + "; slowest " + slowest(answer);
    return answer.count() > 1 ? slowest + "; " + served(answer) : slowest;
  }

  public List<Fact> shareFacts() {
    return List.of(
        share("connected", concurrency.connected()), share("succeeded", concurrency.succeeded()));
  }

  public List<Fact> latencyFacts() {
    List<Fact> facts = new ArrayList<>();
    range(facts, "first event", concurrency.firstEvent());
    UserLatencies answer = concurrency.answer();
    if (answer != null) {
      range(facts, "answer", answer);
      facts.add(new Fact("slowest", slowest(answer), false));
      if (answer.count() > 1) {
        facts.add(new Fact("served", served(answer), answer.servedSerially()));
      }
    }
    return facts;
  }

  private static String slowest(UserLatencies answer) {
    UserLatencies.UserLatency slowest = answer.slowest();
    return "user %d in %s".formatted(slowest.slot(), DurationText.of(slowest.time()));
  }

  private static String served(UserLatencies answer) {
    return "%seach additional user waits %s longer"
        .formatted(
            answer.servedSerially() ? "one after the other: " : "",
            DurationText.of(answer.growthPerUser()));
  }

  private static Fact share(String label, ConcurrencySummary.Share share) {
    return new Fact(label, share.toString(), share.count() < share.total());
  }

  private static void range(List<Fact> facts, String label, @Nullable UserLatencies latencies) {
    if (latencies != null) {
      String fastest = DurationText.of(latencies.fastest().time());
      String slowest = DurationText.of(latencies.slowest().time());
      String spread = DurationText.of(latencies.spread());
      facts.add(
          new Fact(
              label,
              latencies.count() == 1
                  ? fastest
                  : "%s to %s, %s apart".formatted(fastest, slowest, spread),
              false));
    }
  }
}
