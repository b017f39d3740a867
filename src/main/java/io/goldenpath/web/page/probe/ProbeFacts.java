package io.goldenpath.web.page.probe;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Expiry;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.time.DurationText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a probe is watched.
 *
 * @param texts What does not change while the settings hold.
 * @param moments What has happened or will.
 */
public record ProbeFacts(List<Text> texts, List<Moment> moments, List<LimitText> limits) {

  /** Paths and queries may hold secrets. */
  private static final Pattern SERVER = Pattern.compile("(\\w+)://(?:[^/?#]*@)?([^/?#]+).*");

  /** A fact in words. */
  public record Text(String label, String value) {}

  /** A fact that is a time; null where nothing is known of it. */
  public record Moment(String label, @Nullable Instant at) {}

  /** Takes the newest run first, and the last good one with its frames where they are kept. */
  public static ProbeFacts of(
      Probe probe, List<Run> kept, @Nullable Instant next, Optional<Run> good) {
    Stream<Text> cost = ProbeCost.of(probe, good).map(text -> new Text("cost", text)).stream();
    return new ProbeFacts(
        Stream.concat(texts(probe).stream(), cost).toList(),
        moments(kept, next),
        LimitText.of(probe.limits()));
  }

  private static List<Text> texts(Probe probe) {
    Target target = probe.target();
    Text cadence = new Text("cadence", cadence(probe));
    List<Text> others =
        List.of(
            cadence,
            new Text("users", String.valueOf(target.users().size())),
            new Text("dialect", target.dialect()),
            new Text("contract", target.contract()));
    Stream<Text> addresses =
        Stream.concat(
            Stream.of(new Text("socket", server(target.access().socket().url()))),
            target.access().login().requests().stream()
                .limit(1)
                .map(RequestTemplate::url)
                .map(url -> new Text("login", server(url))));
    return Stream.concat(addresses, others.stream()).toList();
  }

  private static String cadence(Probe probe) {
    String timeout = ", at most " + DurationText.of(probe.cadence().timeout()) + " each";
    return probe
            .cadence()
            .period()
            .map(every -> "every " + DurationText.of(every))
            .orElse("on demand")
        + timeout;
  }

  private static String server(Secret address) {
    Matcher server = SERVER.matcher(address.reveal());
    return server.matches() ? server.group(1) + "://" + server.group(2) : "as the settings say";
  }

  private static List<Moment> moments(List<Run> kept, @Nullable Instant next) {
    return Stream.of(
            new Moment("next run", next),
            new Moment("last real login", lastLogin(kept)),
            new Moment("token ends", soonest(kept, expiry -> Stream.ofNullable(expiry.token()))),
            new Moment(
                "certificate ends",
                soonest(kept, expiry -> expiry.certificates().values().stream())))
        .filter(moment -> moment.at() != null)
        .toList();
  }

  private static @Nullable Instant lastLogin(List<Run> kept) {
    return kept.stream()
        .filter(run -> run.users().stream().anyMatch(ProbeFacts::loggedIn))
        .map(run -> run.info().startedAt())
        .findFirst()
        .orElse(null);
  }

  private static boolean loggedIn(UserRun user) {
    return user.walkedLogin().filter(login -> login.state() == StepResult.State.PASSED).isPresent();
  }

  /** Of the newest run that saw one. */
  private static @Nullable Instant soonest(List<Run> kept, Function<Expiry, Stream<Instant>> ends) {
    return kept.stream()
        .map(run -> run.users().stream().map(UserRun::expiry).flatMap(ends).min(Instant::compareTo))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }
}
