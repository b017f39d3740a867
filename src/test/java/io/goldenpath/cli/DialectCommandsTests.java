package io.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DialectCommandsTests {

  private final CommandLineFixture commands = new CommandLineFixture();

  @Test
  void listEachDialectInALine() {
    assertThat(commands.execute("dialects")).isEqualTo(ExitCode.OK);
    assertThat(commands.out().lines())
        .hasSize(9)
        .first()
        .asString()
        .startsWith("agent-events           JSON in seven envelopes");
  }

  @Test
  void printATargetAlone() {
    assertThat(commands.execute("init", "--dialect", "openai-realtime")).isEqualTo(ExitCode.OK);
    assertThat(commands.out())
        .contains("url: wss://api.openai.com/v1/realtime")
        .contains("dialect: openai-realtime")
        .doesNotContain("dialects:")
        .doesNotContain("---");
  }

  @Test
  void printTheTargetOfAgentEventsUnlessToldOtherwise() {
    assertThat(commands.execute("init")).isEqualTo(ExitCode.OK);
    assertThat(commands.out()).contains("url: wss://chat.example.com/ws");
  }

  @Test
  void suggestTheNearestDialect() {
    assertThat(commands.execute("init", "--dialect", "openai-realtme")).isEqualTo(ExitCode.USAGE);
    assertThat(commands.out()).isEmpty();
    assertThat(commands.err())
        .startsWith("There is no dialect 'openai-realtme'")
        .contains("perhaps 'openai-realtime' was meant")
        .contains("Try 'help init'.");
  }
}
