package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error frame, and what it is evidence of. */
class ErrorFramesTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'type':'error_message','error_code':'NO_TOKEN','error_message':'No JWT'} | AUTH | NO_TOKEN: No JWT",
        "{'type':'error_message','error_code':'VALIDATION_FAILED','error_message':'x'} | AUTH | VALIDATION_FAILED: x",
        "{'type':'authentication_error','data':{'message':'x'}} | AUTH | authentication_error: x",
        "{'type':'auth_failed','data':{'error':'x'}} | AUTH | auth_failed: x",
        "{'type':'error','message':'Unauthorized'} | AUTH | error: Unauthorized",
        "{'type':'error_message','error_code':'AUTH_CIRCUIT_BREAKER_OPEN','error_message':'x'} | OVERLOAD | AUTH_CIRCUIT_BREAKER_OPEN: x",
        "{'type':'error','message':'Rate limit exceeded - retry after 5s'} | OVERLOAD | error: Rate limit exceeded - retry after 5s",
        "{'type':'error_message','error_code':'FORMAT_ERROR','error_message':'Invalid JSON: x'} | MESSAGE | FORMAT_ERROR: Invalid JSON: x",
        "{'type':'error','message':'x','code':'JSON_ERROR'} | MESSAGE | JSON_ERROR: x",
        "{'type':'error','message':'x','code':'USER_MISMATCH'} | PLATFORM | USER_MISMATCH: x",
        "{'type':'error','error':{'code':1005,'component':'Database','message':'authentication failed, unauthorized'}} | PLATFORM | Database: authentication failed, unauthorized",
        "{'type':'error','data':{'error':'x','timestamp':1},'critical':true} | PLATFORM | error: x",
        "{'type':'error','error':'x'} | PLATFORM | error: x",
        "{'type':'error'} | PLATFORM | error: no text",
        "{'type':'connection_error','data':{'message':'x','support_code':'S1'}} | PLATFORM | connection_error: x",
        "{'type':'system_error','data':{'message':'x'}} | PLATFORM | system_error: x",
        "{'type':'tool_error','payload':{'tool_name':'calc','error_message':'x'}} | PLATFORM | tool_error: x",
        "{'type':'agent_error','payload':{'error_message':'x'}} | AGENT | agent_error: x",
        "{'type':'agent_error','data':{'error':'x'}} | AGENT | agent_error: x",
        "{'type':'system_message','event':'agent_error','payload':{'data':{'message':'x'}}} | AGENT | agent_error: x",
        "{'type':'agent_death','payload':{'status':'dead','death_cause':'timeout','message':'m'}} | AGENT | agent_death: timeout",
        "{'type':'agent_failed','payload':{'message':'x'}} | AGENT | agent_failed: x"
      })
  void readsEveryError(String frame, ErrorCause errorCause, String text) {
    assertThat(read(frame))
        .isInstanceOfSatisfying(
            FrameContent.Failure.class,
            failure -> {
              assertThat(failure.cause()).isEqualTo(errorCause);
              assertThat(failure.text()).isEqualTo(text);
            });
  }

  @Test
  void knowsWhoFailed() {
    assertThat(read("{'type':'agent_death','run_id':'r','agent_name':'triage','payload':{}}"))
        .isInstanceOfSatisfying(
            FrameContent.Failure.class,
            failure -> {
              assertThat(failure.source()).isEqualTo(new FrameContent.ErrorSource("triage", null));
              assertThat(failure.ids()).isEqualTo(new AgentEvent.Ids("r", null));
            });
  }

  @Test
  void forgivesOneFailedToolThatTheRunSurvives() {
    String[] frames = SampleEnvelopes.bridge("").toArray(String[]::new);
    frames[3] =
        "{\"type\":\"tool_error\",\"run_id\":\"r1\",\"agent_name\":\"sup\",\"payload\":{\"tool_name\":\"calc\"}}";

    assertThat(FrameReplay.unevenly(frames).found()).containsExactly("error_event/events");
  }

  private static FrameContent read(String frame) {
    return AgentEventsFrames.decode(frame.replace('\'', '"')).content();
  }
}
