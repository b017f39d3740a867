package io.goldenpath.platforms.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Run;
import io.goldenpath.node.NodeServer;
import org.junit.jupiter.api.Test;

class SocketIoMaxPayloadIT {

  /** Enough for CONNECT, and not for a question. */
  private static final String BYTES = "100";

  @Test
  void sendsNoMessageThatTheServerWouldCloseUpon() throws Exception {
    try (NodeServer server = NodeServer.start("socketio-chat.mjs", BYTES);
        JourneyRunner runner = new JourneyRunner()) {
      SocketIoTarget target = SocketIoTarget.at(server.port(), server.port(), "none");
      Run run = runner.run(runner.journey(target.setup(JourneyKind.GOLDEN_PATH)));

      assertThat(run.findings())
          .extracting(Finding::kind)
          .containsExactly(FindingKind.MESSAGE_TOO_LARGE);
    }
  }
}
