package io.goldenpath.model.run;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.UserLatencies.UserLatency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What several users at once met together. Who has only listened counts among the connected, and
 * nowhere else.
 *
 * @param connected How many of all users were welcomed.
 * @param succeeded How many of those who were to ask got their answer, with nothing found of them
 *     that fails a run.
 * @param firstEvent From each user's message to the first agent event; null where none came.
 * @param answer From each user's message to the terminal event; null where none came.
 */
public record ConcurrencySummary(
    Share connected,
    Share succeeded,
    @Nullable UserLatencies firstEvent,
    @Nullable UserLatencies answer) {

  /** A count and the total that it is part of. */
  public record Share(int count, int total) {

    /** From 0 to 1; 1 where the total is 0. */
    public double ratio() {
      return total == 0 ? 1 : (double) count / total;
    }

    @Override
    public String toString() {
      return count + " of " + total;
    }
  }

  /** One line of the comparison in words; {@code warning} where it is bad news. */
  public record Fact(String label, String value, boolean warning) {}

  /** What these users met together; empty for a run of one. */
  public static Optional<ConcurrencySummary> of(Run run) {
    if (run.users().size() < 2) {
      return Optional.empty();
    }
    Set<Integer> failed = new HashSet<>();
    run.findings().stream()
        .filter(finding -> finding.severity().failsRun())
        .forEach(finding -> failed.add(finding.slot()));
    List<UserRun> askers = run.users().stream().filter(user -> !user.onlyListened()).toList();
    long connected = run.users().stream().filter(ConcurrencySummary::connected).count();
    long succeeded =
        askers.stream().filter(user -> !failed.contains(user.slot()) && succeeded(user)).count();
    return Optional.of(
        new ConcurrencySummary(
            new Share((int) connected, run.users().size()),
            new Share((int) succeeded, askers.size()),
            latencies(askers, user -> user.events().stream().map(EventArrival::delay).findFirst()),
            latencies(askers, UserRun::timeToAnswer)));
  }

  /** How many connected and succeeded, in one sentence. */
  public String shares() {
    return "%s at once connected, %s succeeded".formatted(connected, succeeded);
  }

  /** The same, and who was slowest. */
  public String text() {
    if (answer == null) {
      return shares();
    }
    String slowest = shares() + "; slowest " + answer.slowestText();
    return answer.count() > 1 ? slowest + "; " + answer.servedText() : slowest;
  }

  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("connected", connected.toString(), connected.ratio() < 1));
    facts.add(new Fact("succeeded", succeeded.toString(), succeeded.ratio() < 1));
    facts.addAll(latencyFacts());
    return facts;
  }

  public List<Fact> latencyFacts() {
    List<Fact> facts = new ArrayList<>();
    if (firstEvent != null) {
      facts.add(new Fact("first event", firstEvent.rangeText(), false));
    }
    if (answer != null) {
      facts.add(new Fact("answer", answer.rangeText(), false));
      facts.add(new Fact("slowest", answer.slowestText(), false));
      if (answer.count() > 1) {
        facts.add(new Fact("served", answer.servedText(), answer.servedSerially()));
      }
    }
    return facts;
  }

  private static @Nullable UserLatencies latencies(
      List<UserRun> users, Function<UserRun, Optional<Duration>> time) {
    List<UserLatency> sorted = new ArrayList<>();
    for (UserRun user : users) {
      time.apply(user).ifPresent(took -> sorted.add(new UserLatency(user.slot(), took)));
    }
    sorted.sort(Comparator.comparing(UserLatency::time));
    return sorted.isEmpty() ? null : UserLatencies.of(sorted);
  }

  private static boolean connected(UserRun user) {
    return user.passed(Step.WELCOME) || user.sentAt().isPresent();
  }

  /** Looks at steps too: severities are lowered where enough other users succeeded. */
  private static boolean succeeded(UserRun user) {
    return user.timeToAnswer().isPresent() && user.noStepFailed();
  }
}
