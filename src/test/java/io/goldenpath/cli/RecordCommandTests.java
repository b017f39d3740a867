package io.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
