package io.goldenpath.journey.release;

import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.target.ReleaseSource;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.HttpReply;
import io.goldenpath.wire.HttpResult;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a target for its release. */
record ReleaseRequest(RunContext context, ReleaseSource.Reply source) {

  static final Duration LIMIT = Duration.ofSeconds(2);

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, Secret> HEADERS =
      Map.of("Accept", Secret.of("application/json"));

  SeenRelease read() throws InterruptedException {
    URI url = URI.create(source.url().reveal());
    HttpCall call =
        new HttpCall("GET", url, HEADERS, null, context.probe().target().access().httpRoute());
    Deadline deadline = Deadline.in(LIMIT, context.clocks().stopwatch());
    return switch (context.wire().exchange(call, deadline)) {
      case HttpResult.Answered(var reply, _, _) -> read(reply, "GET " + url.getPath());
      case HttpResult.Failed(var failure, _, _) ->
          SeenRelease.unread(context.secrets().redact(failure.message()));
    };
  }

  private SeenRelease read(HttpReply reply, String what) {
    if (reply.status() / 100 != 2) {
      return SeenRelease.unread("%s answered HTTP %d".formatted(what, reply.status()));
    }
    try {
      return release(JSON.readTree(reply.body()).at(source.pointer()), what);
    } catch (JacksonException _) {
      return SeenRelease.unread("the answer to %s is no JSON".formatted(what));
    }
  }

  private SeenRelease release(JsonNode value, String what) {
    if (!value.isValueNode() || value.isNull()) {
      return SeenRelease.unread(
          "the answer to %s has no text at %s".formatted(what, source.pointer()));
    }
    return SeenRelease.of(context.secrets().redact(value.asString()));
  }
}
