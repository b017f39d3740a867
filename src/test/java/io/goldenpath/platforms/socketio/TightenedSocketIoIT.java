package io.goldenpath.platforms.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.TightenedTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code record TARGET} over Socket.IO, whose contract leaves tools open. */
class TightenedSocketIoIT {

  @Test
  void whatIsPrintedPassesFurtherRuns(@TempDir Path folder) throws Exception {
    try (NettySocketIoServer server = new NettySocketIoServer();
        LoginServer logins = new LoginServer()) {
      TightenedTarget recorded =
          TightenedTarget.of(folder, settings(logins.port(), server.port()), "--runs", "3");

      recorded.isValid();
      assertThat(recorded.printed())
          .contains(
              "extends: socketio-chat",
              "- name: tool_end  # ? in each of 3 runs, once; min: 0 where it may do without",
              "- \"started < tool_start < tool_end < delta < audio < done\"")
          .doesNotContain(LoginServer.PASSWORD);
      assertThat(recorded.run()).as(recorded.printed()).isEmpty();
    }
  }

  private static String settings(int login, int socket) throws IOException {
    try (InputStream file = TightenedSocketIoIT.class.getResourceAsStream("target.yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replace("chat:\n      login:", "it:\n      login:")
          .replace("${login}", String.valueOf(login))
          .replace("${socket}", String.valueOf(socket))
          .replace("${fault}", "none")
          .replace("${password}", LoginServer.PASSWORD);
    }
  }
}
