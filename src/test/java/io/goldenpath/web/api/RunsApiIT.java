package io.goldenpath.web.api;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SampleUsers;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The JSON that programs read; the manual fixes its names. */
class RunsApiIT {

  private final Probe staging = SampleRuns.probe("staging");
  private final Probe production = SampleRuns.probe("production");
  private final WebApplication application = WebApplication.start().watching(staging, production);

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void tellsARunAsTheManualHasIt() throws Exception {
    application.finished(SampleRuns.stalled(staging, "r1", NOON.plusMillis(123)));

    RawHttpReply reply = RawHttpReply.get(application.at("/api/runs/r1"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.json())
        .isEqualTo(
            RawHttpReply.json(
                """
                { "id": "r1", "target": "staging", "journey": "golden-path", "location": "local",
                  "trigger": "schedule", "outcome": "failed", "startedAt": "2026-11-24T12:00:00.123Z",
                  "durationSeconds": 1.739, "firstEventSeconds": 0.311, "answerSeconds": null,
                  "findings": [ { "kind": "stalled", "severity": "error", "step": "events", "user": 1,
                    "expected": "the next event within 1200 ms of agent_thinking",
                    "seen": "nothing but heartbeats",
                    "message": "nothing came for 1200 ms after agent_thinking",
                    "atSeconds": 1.733, "frames": [5] } ],
                  "users": [ { "slot": 1,
                    "steps": [
                      { "step": "login", "state": "passed", "startSeconds": 0.0, "durationSeconds": 0.041 },
                      { "step": "connect", "state": "passed", "startSeconds": 0.041, "durationSeconds": 0.024 },
                      { "step": "welcome", "state": "passed", "startSeconds": 0.065, "durationSeconds": 0.025 },
                      { "step": "send", "state": "passed", "startSeconds": 0.09, "durationSeconds": 0.001 },
                      { "step": "events", "state": "failed", "startSeconds": 0.091, "durationSeconds": 1.642 },
                      { "step": "answer", "state": "skipped", "startSeconds": 0.0, "durationSeconds": 0.0 },
                      { "step": "close", "state": "passed", "startSeconds": 1.733, "durationSeconds": 0.006 } ],
                    "connectPhases": { "address": null, "dnsSeconds": 0.002, "tcpSeconds": 0.003, "tlsSeconds": 0.011,
                      "upgradeSeconds": 0.006 },
                    "events": [
                      { "event": "agent_started", "atSeconds": 0.401, "delaySeconds": 0.311,
                        "arrivalNanos": 7000000401, "frame": 4 },
                      { "event": "agent_thinking", "atSeconds": 0.533, "delaySeconds": 0.443,
                        "arrivalNanos": 7000000533, "frame": 5 } ],
                    "frames": [
                      { "number": 1, "direction": "received", "atSeconds": 0.09, "bytes": 43,
                        "text": "{\\"type\\":\\"connection_established\\",\\"data\\":{}}" },
                      { "number": 2, "direction": "received", "atSeconds": 0.09, "bytes": 15,
                        "text": "{\\"type\\":\\"ping\\"}" },
                      { "number": 3, "direction": "sent", "atSeconds": 0.091, "bytes": 48,
                        "text": "{\\"type\\":\\"user_message\\",\\"payload\\":{\\"content\\":\\"\\"}}" },
                      { "number": 4, "direction": "received", "atSeconds": 0.401, "bytes": 42,
                        "text": "{\\"type\\":\\"agent_started\\",\\"run_id\\":\\"run_77\\"}" },
                      { "number": 5, "direction": "received", "atSeconds": 0.533, "bytes": 43,
                        "text": "{\\"type\\":\\"agent_thinking\\",\\"run_id\\":\\"run_77\\"}" } ] } ] }
                """));
  }

  @Test
  void tellsWhatSeveralUsersMetTogether() throws Exception {
    crowd(
        List.of(
            SampleUsers.answered(1, 1000), SampleUsers.answered(2, 1300), SampleUsers.stalled(3)),
        SampleFindings.leak(2, 1));

    JsonNode run = RawHttpReply.get(application.at("/api/runs/c1")).json();

    assertThat(run.path("concurrency"))
        .isEqualTo(
            RawHttpReply.json(
                """
                { "users": 3, "connected": 3, "asked": 3, "succeeded": 1,
                  "slowestUser": 2, "slowestAnswerSeconds": 1.3, "firstEventSpreadSeconds": 0.076475,
                  "answerSpreadSeconds": 0.3, "answerGrowthPerUserSeconds": 0.3 }
                """));
    assertThat(run.path("findings").path(0).path("other"))
        .isEqualTo(RawHttpReply.json("{ \"user\": 1, \"frames\": [3] }"));
    assertThat(run.path("users").path(2).path("framesLeft").asInt()).isEqualTo(5);
  }

  @Test
  void listsTheHeaviestOfManyFindingsAndCountsTheRest() throws Exception {
    crowd(
        IntStream.rangeClosed(1, 1000).mapToObj(SampleUsers::stalled).toList(),
        IntStream.rangeClosed(1, 1000)
            .mapToObj(
                slot -> slot == 700 ? SampleFindings.leak(700, 1) : SampleFindings.stall(slot))
            .toArray(Finding[]::new));

    JsonNode listed = RawHttpReply.get(application.at("/api/runs")).json().path("runs").path(0);
    JsonNode full = RawHttpReply.get(application.at("/api/runs/c1")).json();

    assertThat(listed.path("findings")).hasSize(20);
    assertThat(listed.path("findings").path(0).path("kind").asString()).isEqualTo("leak_content");
    assertThat(listed.path("moreFindings").asInt()).isEqualTo(980);
    assertThat(listed.has("users")).isFalse();
    assertThat(full.path("findings")).hasSize(1000);
    assertThat(full.path("users")).hasSize(1000);
  }

  private void crowd(List<UserRun> users, Finding... findings) {
    Probe crowd = SampleRuns.isolation("staging", users.size());
    application.watching(crowd).finished(SampleRuns.withUsers(crowd, "c1", NOON, users, findings));
  }

  @Test
  void listsRunsNewestFirstAndWithoutUsers() throws Exception {
    application
        .finished(SampleRuns.passed(staging, "old", NOON))
        .finished(SampleRuns.missing(production, "new", NOON.plusSeconds(60)))
        .finished(SampleRuns.late(staging, "middle", NOON.plusSeconds(30)));

    RawHttpReply reply = RawHttpReply.get(application.at("/api/runs"));

    assertThat(ids("")).isEqualTo("new middle old");
    assertThat(reply.json().size()).isEqualTo(1);
    assertThat(reply.json().at("/runs/0").has("users")).isFalse();
    assertThat(reply.json().at("/runs/0/findings/0/kind").stringValue()).isEqualTo("missing_event");
    assertThat(reply.json().at("/runs/2/answerSeconds").doubleValue()).isEqualTo(1.22);
  }

  @ParameterizedTest
  @CsvSource({
    "?target=staging, middle old",
    "?target=nobody, ''",
    "?kind=missing_event, new",
    "?kind=leak_content, ''",
    "?step=events, new middle",
    "?step=answer, ''",
    "?text=NEVER%20came, new",
    "?text=never%20came&target=staging, ''",
    "?since=2026-11-24T12:00:30Z, new middle",
    "?until=2026-11-24T12:00:30Z, old",
    "?since=2026-11-24T12:00:01Z&until=2026-11-24T12:01:00Z, middle",
    "?until=2026-11-24T12:01:00Z&before=2026-11-24T12:00:30Z, old",
    "?journey=golden-path, new middle old",
    "?outcome=failed, new",
    "?outcome=passed&target=staging, old",
    "?limit=2, new middle",
    "?before=2026-11-24T12:00:30Z, old",
    "?before=2026-11-24T12:00:30.001Z&limit=1, middle"
  })
  void listsOnlyWhatIsAskedFor(String query, String ids) throws Exception {
    application
        .finished(SampleRuns.passed(staging, "old", NOON))
        .finished(SampleRuns.late(staging, "middle", NOON.plusSeconds(30)))
        .finished(SampleRuns.missing(production, "new", NOON.plusSeconds(60)));

    assertThat(ids(query)).isEqualTo(ids);
  }

  @Test
  void leavesNoneOutThatBeganAtTheSameTime() throws Exception {
    for (String id : List.of("a", "b", "c", "d", "e")) {
      application.finished(SampleRuns.passed(staging, id, NOON));
    }

    StringBuilder all = new StringBuilder();
    String next = "";
    do {
      JsonNode page = RawHttpReply.get(application.at("/api/runs?limit=2" + next)).json();
      page.path("runs").forEach(run -> all.append(run.path("id").stringValue()));
      next = page.has("next") ? "&before=" + page.path("next").stringValue() : "";
    } while (!next.isEmpty());
    assertThat(all).hasToString("edcba");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "outcome=great | outcome must be one of [passed, degraded, failed, broken], but is 'great'",
        "journey=tour | journey must be one of [golden-path, isolation, recovery, refusal], but is"
            + " 'tour'",
        "limit=0 | limit must be a number from 1 to 500, but is '0'",
        "limit=501 | limit must be a number from 1 to 500, but is '501'",
        "limit=many | limit must be a number from 1 to 500, but is 'many'",
        "before=noon | before must be the 'next' of a page, or a time such as"
            + " 2026-11-23T04:41:37.123Z, but is 'noon'",
        "user=1 | Unknown parameter user; expected one of [target, journey, outcome, step, kind,"
            + " text, since, until, limit, before]",
        "limit=1&limit=2 | limit is given 2 times; expected one",
        "target=../x | target must match [a-z0-9-]{1,63}, but is '../x'",
        "since=today | since must be a time such as 2026-11-23T04:41:37.123Z, but is 'today'",
        "until=%2B1000000-01-01T00:00:00Z | until must be a time such as 2026-11-23T04:41:37.123Z,"
            + " but is '+1000000-01-01T00:00:00Z'",
        "step=walk | step must be one of [login, connect, welcome, send, events, answer, close,"
            + " reconnect], but is 'walk'",
        "text=a | text must be a printable text of 2 to 100 characters",
        "text=a%01b | text must be a printable text of 2 to 100 characters"
      })
  void saysWhatAQuestionShouldHaveBeen(String query, String complaint) throws Exception {
    RawHttpReply reply = RawHttpReply.get(application.at("/api/runs?" + query));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.json().path("detail").stringValue()).isEqualTo(complaint);
  }

  @Test
  void saysThatARunIsNotKept() throws Exception {
    RawHttpReply reply = RawHttpReply.get(application.at("/api/runs/nix"));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.json().path("detail").stringValue()).startsWith("Run not found");
  }

  @Test
  void answersUnknownAddressesWithAProblem() throws Exception {
    RawHttpReply reply =
        RawHttpReply.get(application.at("/api/nothing"), "Accept: application/json");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.json().path("instance").stringValue()).isEqualTo("/api/nothing");
  }

  @Test
  void listsWhatIsWatchedWorstFirst() throws Exception {
    application
        .finished(SampleRuns.passed(staging, "a", NOON))
        .finished(SampleRuns.missing(production, "b", NOON.plusSeconds(1)));

    RawHttpReply reply = RawHttpReply.get(application.at("/api/targets"));

    assertThat(reply.json().at("/targets/0/target").stringValue()).isEqualTo("production");
    assertThat(reply.json().at("/targets/0/verdict").stringValue()).isEqualTo("down");
    assertThat(reply.json().at("/targets/0/why").stringValue())
        .isEqualTo("agent_thinking never came");
    assertThat(reply.json().at("/targets/0/lastRun/id").stringValue()).isEqualTo("b");
    assertThat(reply.json().at("/targets/1/verdict").stringValue()).isEqualTo("up");
    assertThat(reply.json().at("/targets/1/runInFlight").isNull()).isTrue();
  }

  private String ids(String query) throws Exception {
    return String.join(
        " ",
        StreamSupport.stream(
                RawHttpReply.get(application.at("/api/runs" + query))
                    .json()
                    .path("runs")
                    .spliterator(),
                false)
            .map(run -> run.path("id").stringValue())
            .toList());
  }
}
