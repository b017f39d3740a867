package io.goldenpath.cli;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.SampleRuns.isolation;
import static io.goldenpath.model.run.SampleRuns.probe;

import io.goldenpath.cli.check.CheckEnvironment;
import io.goldenpath.cli.kept.OwnAddress;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SampleUsers;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** The command line over targets that end in each way. */
final class CommandLineFixture {

  final FakeCheckEnvironment environment;
  final Map<String, String> variables = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  CommandLineFixture() {
    this(targetsOfAllEnds());
  }

  CommandLineFixture(FakeCheckEnvironment environment) {
    this.environment = environment;
  }

  private static FakeCheckEnvironment targetsOfAllEnds() {
    return new FakeCheckEnvironment()
        .with("good", _ -> SampleRuns.passed(probe("good"), "g", NOON))
        .with("slow", _ -> SampleRuns.late(probe("slow"), "s", NOON))
        .with("bad", _ -> SampleRuns.missing(probe("bad"), "b", NOON))
        .with(
            "buggy",
            _ -> {
              throw new IllegalStateException("a bug of ours");
            })
        .with(isolation("crowd", 4), CommandLineFixture::crowd)
        .with(
            probe("leaky", new JourneySpec.Isolation(2, 50, 1, false), 4),
            (_, _) ->
                SampleRuns.withUsers(
                    isolation("leaky", 2),
                    "l",
                    NOON,
                    List.of(SampleUsers.answered(1, 100), SampleUsers.answered(2, 100)),
                    SampleFindings.leak(2, 1)));
  }

  /** What was printed. */
  String out() {
    return out.toString();
  }

  /** What was complained about. */
  String err() {
    return err.toString();
  }

  static Run crowd(RunInfo ticket, List<User> users) {
    Probe probe = isolation(ticket.probe().target(), users.size());
    return SampleRuns.servedSerially(probe, ticket.id(), NOON, users.size());
  }

  int check(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "check";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return execute(all);
  }

  int execute(String... arguments) {
    return execute(
        properties -> {
          environment.properties.addAll(properties);
          return environment;
        },
        arguments);
  }

  int execute(Function<List<String>, CheckEnvironment> opener, String... arguments) {
    return new Commands(
            opener, CommandLineFixture::address, CommandLineFixture::demo, "1.2.3", variables)
        .execute(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private static OwnAddress address(List<String> arguments) {
    URI own = URI.create(arguments.getFirst().replaceFirst("--.*=", ""));
    return new OwnAddress() {
      @Override
      public URI liveness() {
        return own;
      }

      @Override
      public URI home() {
        return own;
      }
    };
  }

  private static RunningDemo demo(int wanted) {
    return new RunningDemo(
        wanted == 0 ? 4711 : wanted,
        "probe-1@demo.example",
        Secret.of("letmein"),
        new CountDownLatch(0));
  }
}
