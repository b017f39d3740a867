package io.goldenpath.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.journey.login.YamlTargetRunner;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A platform that the monitor has never seen, watched with nothing but YAML. */
class YamlDialectIT {

  @Test
  void seesTheAnswerAndTheEnd() throws IOException, InterruptedException {
    try (TokenServer server = new TokenServer("{\"type\":\"done\"}")) {
      Run run = run(server);

      assertThat(YamlTargetRunner.messages(run)).isEmpty();
      assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
      assertThat(server.received).singleElement().asString().startsWith("{\"type\":\"ask\"");
    }
  }

  @Test
  void seesTheFailure() throws IOException, InterruptedException {
    try (TokenServer server = new TokenServer("{\"type\":\"failed\",\"why\":\"no model\"}")) {
      Run run = run(server);

      assertThat(YamlTargetRunner.kinds(run)).contains(FindingKind.ERROR_ANSWER);
      assertThat(YamlTargetRunner.messages(run)).contains("no model");
    }
  }

  private static Run run(TokenServer server) throws InterruptedException {
    try (YamlTargetRunner runner = new YamlTargetRunner()) {
      return runner.run(
          YamlTargetRunner.only(
              """
              goldenpath:
                targets:
                  tokens:
                    login: { type: none }
                    socket: { url: "%s" }
                    dialect: tokens
                    listen: 50ms
                dialects:
                  tokens:
                    submit: { send: { type: ask, text: "{text}" } }
                    answer: { deltas: /text, of: token }
                    end:
                      success: "frame.type == 'done'"
                      failure: "frame.type == 'failed'"
                      message: /why
              """
                  .formatted(server.url())),
          1);
    }
  }
}
