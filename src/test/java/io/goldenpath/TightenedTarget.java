package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.cli.Commands;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Run;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A target, and what {@code record TARGET} printed of its runs.
 *
 * @param files Its own, and the one that was printed.
 * @param told What was told meanwhile.
 */
public record TightenedTarget(List<Path> files, String printed, String told) {

  /** How a command ended, and what it printed where. */
  private record Ended(int code, String out, String err) {}

  /** Records the target {@code it} of this YAML, which must succeed. */
  public static TightenedTarget of(Path folder, String yaml, String... more) throws IOException {
    Path own = Files.writeString(folder.resolve("own.yaml"), yaml);
    Ended ended = record(own, more);
    assertThat(ended.code()).as(ended.err()).isZero();
    Path recorded = Files.writeString(folder.resolve("recorded.yaml"), ended.out());
    return new TightenedTarget(List.of(own, recorded), ended.out(), ended.err());
  }

  /** What is told of this YAML's target {@code it}, of which nothing can be recorded. */
  public static String refused(Path folder, String yaml, String... more) throws IOException {
    Path own = Files.writeString(folder.resolve("own.yaml"), yaml);
    Ended ended = record(own, more);
    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    return ended.err();
  }

  private static Ended record(Path own, String... more) {
    List<String> words = new ArrayList<>(List.of("record", "it"));
    words.addAll(List.of(more));
    words.add("--spring.config.import=file:" + own);
    return command(words.toArray(String[]::new));
  }

  private static Ended command(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new Commands(
                StandaloneCheckEnvironment::open,
                MonitorAddress::read,
                StandaloneDemo::open,
                "it",
                Map.of())
            .execute(new PrintWriter(out), new PrintWriter(err), words);
    return new Ended(code, out.toString(), err.toString());
  }

  /** Both files together have no mistake. */
  public void isValid() {
    Ended ended = command("validate", files.getFirst().toString(), files.getLast().toString());

    assertThat(ended.code()).as("%s%n%s", ended.err(), printed).isZero();
    assertThat(ended.out()).contains("No mistakes");
  }

  /** Findings of a run with what was recorded. */
  public List<FindingKind> run() throws InterruptedException {
    return run(files);
  }

  /** Findings of a run without it. */
  public List<FindingKind> runUntightened() throws InterruptedException {
    return run(files.subList(0, 1));
  }

  private static ProbeSetup goldenPath(List<Path> files) {
    return SettingsLoader.load(files).setups().stream()
        .filter(setup -> setup.probe().journey() == JourneyKind.GOLDEN_PATH)
        .findFirst()
        .orElseThrow();
  }

  private static List<FindingKind> run(List<Path> files) throws InterruptedException {
    try (JourneyRunner runner = new JourneyRunner()) {
      Run run = runner.run(runner.journey(goldenPath(files)));
      return run.findings().stream()
          .map(Finding::kind)
          .filter(kind -> kind != FindingKind.TOO_SLOW && kind != FindingKind.LATE_EVENT)
          .toList();
    }
  }
}
