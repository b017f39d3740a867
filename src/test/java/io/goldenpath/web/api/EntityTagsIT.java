package io.goldenpath.web.api;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import org.junit.jupiter.api.Test;

/** Whoever asks again is told only what is new. */
class EntityTagsIT {

  @Test
  void tellNothingAgainUntilItHasChanged() throws Exception {
    Probe staging = SampleRuns.probe("staging");
    try (WebApplication server = WebApplication.start().watching(staging)) {
      String tag = RawHttpReply.get(server.at("/api/targets")).header("ETag");
      RawHttpReply again = RawHttpReply.get(server.at("/api/targets"), "If-None-Match: " + tag);
      server.finished(SampleRuns.passed(staging, "a", NOON));
      RawHttpReply changed = RawHttpReply.get(server.at("/api/targets"), "If-None-Match: " + tag);

      assertThat(tag).startsWith("W/\"");
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(changed.status()).isEqualTo(200);
      assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }
  }
}
