package io.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NotifyCommandTests {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsWhatTheReceiverSaid() {
    assertThat(execute("notify", "test", "team")).isZero();
    assertThat(out).hasToString("team: taken: answered 200: ok%n".formatted());
  }

  @Test
  void endsWithOneWhereItWasNotTaken() {
    assertThat(execute("notify", "test", "gone")).isEqualTo(ExitCode.FAILED);
    assertThat(out).hasToString("gone: not taken: answered 404: no_service%n".formatted());
  }

  @Test
  void namesTheNearestReceiverWhereThereIsNone() {
    assertThat(execute("notify", "test", "teem")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no receiver 'teem'", "'team'");
  }

  @Test
  void knowsNothingButATest() {
    assertThat(execute("notify", "send", "team")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Expected 'notify test NAME'");
  }

  private int execute(String... arguments) {
    return new Commands(
            _ -> new FakeCheckEnvironment(),
            _ -> {
              throw new IllegalStateException("nothing is asked");
            },
            _ -> {
              throw new IllegalStateException("no demo is wanted");
            },
            "1.2.3",
            Map.of())
        .testing(_ -> new Answers())
        .execute(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private static final class Answers implements TestableReceivers {

    @Override
    public Set<String> names() {
      return new TreeSet<>(Set.of("team", "gone"));
    }

    @Override
    public Answer send(String name) {
      return name.equals("team")
          ? new Answer(true, "answered 200: ok")
          : new Answer(false, "answered 404: no_service");
    }

    @Override
    public void close() {}
  }
}
