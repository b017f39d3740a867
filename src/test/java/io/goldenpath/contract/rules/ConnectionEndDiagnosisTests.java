package io.goldenpath.contract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.framing.CloseCodes;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.model.run.ConnectionEnd;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What close codes mean that a platform or protocol has made its own. */
class ConnectionEndDiagnosisTests {

  private static final CloseCodes CODES =
      new CloseCodes(
          Set.of(1000), Set.of(4003), Set.of(), Map.of(4408, "the connection_init came too late"));

  @ParameterizedTest
  @CsvSource({
    "4003, '', AUTH_REFUSED",
    "4003, too many sessions, SHED",
    "4401, '', AUTH_REFUSED",
    "4408, '', DROPPED",
    "1000, '', DROPPED",
    "4999, Unauthorized, AUTH_REFUSED"
  })
  void goesByTheCodesOfThePlatform(int code, String reason, FindingKind kind) {
    assertThat(ConnectionEndDiagnosis.kind(new ConnectionEnd.CloseFrame(code, reason), CODES))
        .isEqualTo(kind);
  }

  @Test
  void saysWhatACodeMeans() {
    assertThat(ConnectionEndDiagnosis.describe(new ConnectionEnd.CloseFrame(4408, ""), CODES))
        .isEqualTo("closed by the server with 4408: the connection_init came too late");
    assertThat(ConnectionEndDiagnosis.describe(new ConnectionEnd.CloseFrame(4408, "late"), CODES))
        .isEqualTo("closed by the server with 4408 \"late\": the connection_init came too late");
  }

  @Test
  void areJudgedByTheExpectationsOfTheRun() {
    assertThat(asked().after(50, new ConnectionEnd.CloseFrame(4003, "")).found())
        .containsExactly("auth_refused/events");
    assertThat(asked().after(50, new ConnectionEnd.CloseFrame(4408, "")).onlyMessage())
        .endsWith("closed by the server with 4408: the connection_init came too late");
    assertThat(asked().goodRun().after(5, new ConnectionEnd.CloseFrame(1000, "")).findings())
        .isEmpty();
  }

  private static ScriptedConnection asked() {
    RunExpectations bare = ScriptedConnection.promise(Contract.DEFAULT, ToolUse.REQUIRED);
    return ScriptedConnection.asked(
        new RunExpectations(
            bare.contract(),
            bare.limits(),
            bare.script(),
            bare.question(),
            bare.identity(),
            CODES));
  }
}
