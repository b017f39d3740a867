package io.goldenpath.cli;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.SampleRuns.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SkipReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RecordCommandTests {

  private static final String HAR =
      """
      {"log":{"entries":[{"_resourceType":"websocket","request":{"url":"wss://a.example/ws"},
        "_webSocketMessages":[
        {"type":"send","time":1,"opcode":1,"data":"{\\"ask\\":\\"how are you?\\"}"},
        {"type":"receive","time":2,"opcode":1,"data":"{\\"type\\":\\"done\\",\\"text\\":\\"well\\"}"}]}]}}
      """;

  private final CommandLineFixture commands = new CommandLineFixture();

  @TempDir private Path folder;

  @Test
  void printsSettings() throws IOException {
    assertThat(record(HAR, "--name", "mine")).isEqualTo(ExitCode.OK);
    assertThat(commands.out()).contains("goldenpath:", "    mine:", "url: wss://a.example/ws");
  }

  @Test
  void saysWhatIsWrongWithARecording() throws IOException {
    assertThat(record("{}")).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains("a.har' cannot be used: it is JSON, but no HAR");
  }

  @Test
  void wantsAFileAndAName() throws IOException {
    assertThat(commands.execute("record", "--har", "nowhere.har")).isEqualTo(ExitCode.USAGE);
    assertThat(record(HAR, "--name", "A B")).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains("There is no file 'nowhere.har'", "found 'A B'");
  }

  @Test
  void wantsEitherARecordingOrATarget() throws IOException {
    assertThat(commands.execute("record")).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains("Record what? Expected --har FILE", "Try 'help record'");
    assertThat(record(HAR, "good")).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains("either TARGET or --har FILE, but there are both");
    assertThat(commands.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "god|There is no target 'god'; known: good",
        "god|perhaps 'good' was meant",
        "good --runs 0|--runs must be from 1 to 50, but is 0",
        "good --runs 51|--runs must be from 1 to 50, but is 51",
        "good --question why|--question: a TARGET is asked the monitor's own questions",
        "good --rums 3|'--rums' is no option of record",
        "good --name A|--name: expected small letters, digits and '-', but found 'A'",
        "crowd|'crowd' has no journey golden-path",
        "--har a.har --runs 2|--har: a recording needs no --runs, which belong to a TARGET",
        "--har a.har --server.port=1|--har: a recording needs no settings"
      })
  void refusesWhatItCannotRecord(String arguments, String why) {
    assertThat(commands.execute(("record " + arguments).split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains(why);
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void recordsATarget() {
    assertThat(commands.execute("record", "good", "--runs", "3")).isEqualTo(ExitCode.OK);
    assertThat(commands.out())
        .contains("# Made of 3 runs of good/golden-path.", "contract: good-recorded")
        .doesNotContain("PASSED");
    assertThat(commands.err()).containsSubsequence("PASSED", "PASSED", "PASSED");
    assertThat(commands.environment.closed()).isTrue();
  }

  @Test
  void learnsFromRunsThatAreMerelySlow() {
    assertThat(commands.execute("record", "slow", "--runs", "1", "--name", "mine"))
        .isEqualTo(ExitCode.OK);
    assertThat(commands.out()).contains("# Made of 1 run of slow/golden-path", "contract: mine");
  }

  @Test
  void learnsNothingFromRunsThatFail() {
    assertThat(commands.execute("record", "bad", "--runs", "2")).isEqualTo(ExitCode.FAILED);
    assertThat(commands.out()).isEmpty();
    assertThat(commands.err())
        .contains(
            "This run is not learned from: failed (missing_event in events)",
            "None of 2 runs passed",
            "'golden-path check bad --journey golden-path --explain'");
  }

  @Test
  void saysHowManyRunsWereLeftOut() {
    AtomicInteger number = new AtomicInteger();
    commands.environment.with(
        "moody",
        _ ->
            number.getAndIncrement() % 2 == 0
                ? SampleRuns.missing(probe("moody"), "m", NOON)
                : SampleRuns.passed(probe("moody"), "m", NOON));

    assertThat(commands.execute("record", "moody", "--runs", "3")).isEqualTo(ExitCode.OK);
    assertThat(commands.out())
        .contains(
            "# Made of 1 run of moody/golden-path",
            "# 2 more did not pass, and nothing is learned from it: missing_event in events");
  }

  @Test
  void beginsNoRunLate() throws InterruptedException {
    AtomicLong now = new AtomicLong();
    commands.environment.with(
        "long",
        _ -> {
          now.addAndGet(Duration.ofMinutes(10).toNanos());
          return SampleRuns.passed(probe("long"), "l", NOON);
        });
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        new CommandLine(new RecordCommand(_ -> commands.environment))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));

    assertThat(new TargetRecording(commands.environment, line, now::get).record("long", null, 5))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("# Made of 2 runs of long/golden-path");
    assertThat(err.toString()).contains("No further run: 2 of 5 took more than 15 min");
  }

  @Test
  void saysWhatForbidsFurtherRuns() {
    commands.environment.postponed =
        new Postponement(SkipReason.BUDGET, "all logins are used up", Duration.ofMinutes(9));

    assertThat(commands.execute("record", "good")).isEqualTo(ExitCode.FAILED);
    assertThat(commands.out()).isEmpty();
    assertThat(commands.err())
        .contains(
            "No further run: good/golden-path must not run for another 9 min: all logins",
            "No run was let in, so that there is nothing to learn from: record again later.")
        .doesNotContain("at fault");
  }

  private int record(String text, String... more) throws IOException {
    Path har = Files.writeString(folder.resolve("a.har"), text);
    String[] all = new String[more.length + 3];
    all[0] = "record";
    all[1] = "--har";
    all[2] = har.toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return commands.execute(all);
  }
}
