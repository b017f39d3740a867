package io.goldenpath.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.access.AccessRole;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.settings.service.AccessUser;
import io.goldenpath.web.BlockingJourney;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets what, whatever the settings: 400 and 404 are answers to somebody who was let in. */
class AccessMatrixIT {

  static final AccessUser RITA = new AccessUser("rita", Secret.of("r3ads"), AccessRole.READER);
  static final AccessUser ANN = new AccessUser("ann", Secret.of("acts!"), AccessRole.OPERATOR);
  static final Secret TOKEN = Secret.of("s3cret");

  private static final Map<Mode, WebApplication> SERVERS = new EnumMap<>(Mode.class);

  /** What the settings say. */
  enum Mode {
    OPEN(AccessSettings.OPEN),
    TOKEN(new AccessSettings(AccessMatrixIT.TOKEN, List.of(), null, true)),
    USERS(new AccessSettings(null, List.of(RITA, ANN), null, true)),
    BOTH(new AccessSettings(AccessMatrixIT.TOKEN, List.of(RITA, ANN), null, false));

    private final AccessSettings settings;

    Mode(AccessSettings settings) {
      this.settings = settings;
    }
  }

  /** Who asks; all but the first from beyond loopback. */
  enum Caller {
    MACHINE(),
    STRANGER("X-Forwarded-For: 203.0.113.7"),
    READER("X-Forwarded-For: 203.0.113.7", basic("rita", "r3ads")),
    OPERATOR("X-Forwarded-For: 203.0.113.7", basic("ann", "acts!")),
    TOKEN("X-Forwarded-For: 203.0.113.7", "Authorization: Bearer s3cret"),
    WRONG_TOKEN("X-Forwarded-For: 203.0.113.7", "Authorization: Bearer s3cre");

    private final String[] headers;

    Caller(String... headers) {
      this.headers = headers;
    }
  }

  @BeforeAll
  static void start() {
    for (Mode mode : Mode.values()) {
      SERVERS.put(
          mode, WebApplication.startWith(mode.settings).scheduling(new BlockingJourney("staging")));
    }
  }

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(WebApplication::close);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # mode  | request                           | machine stranger reader operator token wrong
          OPEN    | GET /                             | 200 200 200 200 200 200
          OPEN    | GET /api/targets                  | 200 200 200 200 200 200
          OPEN    | GET /status                       | 200 200 200 200 200 200
          OPEN    | GET /actuator/health/liveness     | 200 200 200 200 200 200
          OPEN    | GET /actuator/prometheus          | 200 200 200 200 200 200
          OPEN    | GET /login                        | 404 404 404 404 404 404
          OPEN    | POST /login                       | 404 404 404 404 404 404
          OPEN    | POST /api/markers                 | 400 403 403 403 403 403
          OPEN    | DELETE /api/maintenance/none      | 404 403 403 403 403 403
          TOKEN   | GET /                             | 200 200 200 200 200 200
          TOKEN   | GET /api/targets                  | 200 200 200 200 200 200
          TOKEN   | GET /actuator/prometheus          | 200 200 200 200 200 200
          TOKEN   | GET /login                        | 404 404 404 404 404 404
          TOKEN   | POST /api/markers                 | 401 401 401 401 400 401
          TOKEN   | DELETE /api/maintenance/none      | 401 401 401 401 404 401
          USERS   | GET /                             | 401 401 200 200 401 401
          USERS   | HEAD /                            | 401 401 200 200 401 401
          USERS   | GET /api/targets                  | 401 401 200 200 401 401
          USERS   | GET /api/runs                     | 401 401 200 200 401 401
          USERS   | GET /runs/none                    | 401 401 404 404 401 401
          USERS   | GET /nowhere                      | 401 401 404 404 401 401
          USERS   | GET /probe                        | 401 401 400 400 401 401
          USERS   | GET /demo/faults                  | 401 401 404 404 401 401
          USERS   | GET /demo/nothing                 | 404 404 404 404 404 404
          USERS   | POST /demo/faults                 | 401 401 403 404 401 401
          USERS   | GET /status                       | 200 200 200 200 200 200
          USERS   | GET /login                        | 200 200 200 200 200 200
          USERS   | GET /page.css                     | 200 200 200 200 200 200
          USERS   | GET /favicon-up.svg               | 200 200 200 200 200 200
          USERS   | GET /actuator/health/liveness     | 200 200 200 200 200 200
          USERS   | GET /actuator/health/readiness    | 200 200 200 200 200 200
          USERS   | GET /actuator/health              | 401 401 200 200 401 401
          USERS   | GET /actuator/info                | 401 401 200 200 401 401
          USERS   | GET /actuator/prometheus          | 200 200 200 200 200 200
          USERS   | POST /actuator/prometheus         | 401 401 403 405 401 401
          USERS   | POST /status                      | 401 401 403 405 401 401
          USERS   | POST /api/markers                 | 401 401 403 400 401 401
          USERS   | PUT /api/markers                  | 401 401 403 405 401 401
          USERS   | PATCH /nowhere                    | 401 401 403 404 401 401
          USERS   | DELETE /api/maintenance/none      | 401 401 403 404 401 401
          BOTH    | GET /                             | 401 401 200 200 200 401
          BOTH    | GET /api/targets                  | 401 401 200 200 200 401
          BOTH    | GET /actuator/prometheus          | 401 401 200 200 200 401
          BOTH    | GET /actuator/health/readiness    | 200 200 200 200 200 200
          BOTH    | GET /status                       | 200 200 200 200 200 200
          BOTH    | POST /api/markers                 | 401 401 403 400 400 401
          BOTH    | DELETE /api/maintenance/none      | 401 401 403 404 404 401
          """)
  void letsInWhomItShould(Mode mode, String request, String expected) throws IOException {
    String[] asked = request.split(" ", 2);
    List<Integer> statuses = new ArrayList<>();
    for (Caller caller : Caller.values()) {
      statuses.add(RawHttpReply.send(asked[0], server(mode).at(asked[1]), caller.headers).status());
    }

    assertThat(statuses)
        .isEqualTo(Arrays.stream(expected.split(" ", -1)).map(Integer::valueOf).toList());
  }

  private static WebApplication server(Mode mode) {
    return Objects.requireNonNull(SERVERS.get(mode));
  }

  @Test
  void startsNoRunAtAScrapeOfWhoOnlyReads() throws IOException {
    WebApplication server = server(Mode.USERS);
    RawHttpReply scrape =
        RawHttpReply.get(server.at("/probe?target=staging&fresh=true"), basic("rita", "r3ads"));

    assertThat(scrape.status()).isEqualTo(200);
    assertThat(
            RawHttpReply.get(server.at("/api/runs"), basic("rita", "r3ads"))
                .json()
                .path("runs")
                .isEmpty())
        .isTrue();
  }

  static String basic(String name, String password) {
    return "Authorization: Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
