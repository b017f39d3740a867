package io.goldenpath.har;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarReaderTests {

  private static final String SOCKET =
      """
      {"log":{"entries":[
        {"request":{"method":"POST","url":"https://a.example/login","headers":[],
          "cookies":[{"name":"seen","value":"1"}],
          "postData":{"params":[{"name":"user name","value":"a&b"}]}},
         "response":{"status":200,"headers":[{"name":"Set-Cookie","value":"a=1\\nb=2"}],
          "content":{"text":"%s","encoding":"base64"}}},
        {"_resourceType":"websocket","request":{"url":"https://a.example/ws","headers":[]},
         "response":{"status":101,"headers":[]},
         "_webSocketMessages":[
          {"type":"send","time":1.5,"opcode":1,"data":"hi"},
          {"type":"receive","time":2,"opcode":2,"data":"aGk="}]}]}}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"log\"; it is no JSON from line 1 on",
        "[]; it is JSON, but no HAR",
        "{\"log\":{\"entries\":[]}}; no WebSocket is in it",
        "{\"log\":{\"entries\":[{\"_resourceType\":\"websocket\"}]}}; its WebSocket has no frames"
      })
  void saysWhyNothingCanBeMadeOfIt(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnusableHarException.class)
        .hasMessageStartingWith(why);
  }

  @Test
  void readsFramesOfBothKinds() throws IOException {
    RecordedWebSocket socket = read(SOCKET.formatted("")).sockets().getFirst();

    assertThat(socket.url()).isEqualTo("wss://a.example/ws");
    assertThat(socket.frames())
        .containsExactly(
            new RecordedFrame(true, 1.5, false, "hi"), new RecordedFrame(false, 2, true, "hi"));
  }

  @Test
  void readsCookiesFormsAndZippedBodies() throws IOException {
    RecordedCall call = read(SOCKET.formatted(zipped("{\"a\":1}"))).calls().getFirst();

    assertThat(call.request().first("cookie")).contains("seen=1");
    assertThat(call.request().body()).isEqualTo("user+name=a%26b");
    assertThat(call.response().all("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(call.response().body()).isEqualTo("{\"a\":1}");
  }

  @Test
  void showsNoSecret() throws IOException {
    assertThat(read(SOCKET.formatted(zipped("{\"a\":1}"))).toString())
        .doesNotContain("a%26b", "seen", "hi");
  }

  private Har read(String text) throws IOException {
    return HarReader.read(Files.writeString(folder.resolve("a.har"), text));
  }

  private static String zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
