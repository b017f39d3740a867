package io.goldenpath.platforms.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.cli.Commands;
import io.goldenpath.journey.login.YamlTargetRunner;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.wire.TestSize;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What {@code record --har} wrote.
 *
 * @param settings The file, with the password in it that it asks for.
 * @param printed The file as it was printed.
 */
public record RecordedMonitor(Path har, Path settings, String printed) {

  private static final String PASSWORD = "${PROBE_PASSWORD}";
  private static final int RUNS = TestSize.of(3, 20);
  private static final int FAULTS = TestSize.of(2, 5);

  /** Records beside the browser's log. */
  public static RecordedMonitor of(Path har, String password) throws IOException {
    String printed = command("record", "--har", har.toString());
    assertThat(printed).contains(PASSWORD);
    Path settings = har.resolveSibling("chat.yaml");
    Files.writeString(settings, printed.replace(PASSWORD, password));
    assertThat(command("validate", settings.toString())).contains("No mistakes: 1 probes");
    return new RecordedMonitor(har, settings, printed);
  }

  private static String command(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new Commands(
                _ -> {
                  throw notNeeded();
                },
                _ -> {
                  throw notNeeded();
                },
                _ -> {
                  throw notNeeded();
                },
                "it",
                Map.of())
            .execute(new PrintWriter(out), new PrintWriter(err), words);
    assertThat(code).as("%s%s", out, err).isZero();
    return out.toString();
  }

  private static IllegalStateException notNeeded() {
    return new IllegalStateException("neither a service nor a run is needed");
  }

  /** As many of these five as this build tries. */
  public static Stream<Arguments> faults(Arguments... five) {
    return Stream.of(five).limit(FAULTS);
  }

  /** No finding in run after run, but for what a busy machine makes slow. */
  public void passes() throws Exception {
    try (JourneyRunner runner = new JourneyRunner()) {
      for (int i = 0; i < RUNS; i++) {
        assertThat(kinds(run(runner, "none")))
            .as("run %d of%n%s", i + 1, printed)
            .filteredOn(kind -> kind != FindingKind.TOO_SLOW)
            .isEmpty();
      }
    }
  }

  /** Fails of this kind where the platform has this fault. */
  public void failsOf(String fault, FindingKind kind) throws Exception {
    try (JourneyRunner runner = new JourneyRunner()) {
      Run run = run(runner, fault);

      assertThat(run.outcome()).as(printed).isEqualTo(Outcome.FAILED);
      assertThat(kinds(run)).contains(kind);
    }
  }

  private Run run(JourneyRunner runner, String fault) throws Exception {
    String yaml = Files.readString(settings).replace("fault=none", "fault=" + fault);
    return runner.run(runner.journey(YamlTargetRunner.only(yaml)));
  }

  private static List<FindingKind> kinds(Run run) {
    return YamlTargetRunner.kinds(run);
  }

  /** Neither the password, nor a token or cookie of the log, is in what was printed. */
  public void holdsNoSecret(String password) throws IOException {
    List<String> secrets = HarSecrets.of(har);

    assertThat(secrets).as("the log holds some").isNotEmpty();
    assertThat(printed).doesNotContain(secrets).doesNotContain(password);
  }
}
