package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.contract.event.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every frame that is not an event, and every place where an answer may be. */
class AgentEventsDialectTests {

  private final AgentEventsDialect dialect = new AgentEventsDialect();

  @Test
  void asksAsAUser() {
    assertThat(dialect.submit(new Question("Say \"x\"", "x", 1)))
        .isEqualTo(
            "{\"type\":\"user_message\",\"payload\":{\"content\":\"Say \\\"x\\\"\",\"thread_id\":null}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'system_message','data':{'event':'connection_established','connection_ready':true,'config':{'max_message_size':8192}}}",
        "{'type':'connection_established','connection_id':'c','user_id':'u','config':{'max_message_size':8192}}",
        "{'type':'connection_ready','user_id':'u','data':{'config':{'max_message_size':8192}}}"
      })
  void knowsEveryWelcome(String frame) {
    assertThat(read(frame))
        .isInstanceOfSatisfying(
            FrameContent.Ready.class, ready -> assertThat(ready.maxMessageBytes()).isEqualTo(8192));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'connection_established','connection_id':'c1'}",
        "{'type':'system_message','data':{'event':'connection_established','connection_id':'c1'}}"
      })
  void knowsTheIdOfTheConnection(String frame) {
    assertThat(read(frame)).isEqualTo(new FrameContent.Ready(null, null, "c1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'8192'", "null", "-1", "0", "1e99", "99999999999", "{}"})
  void readsAWelcomeWithoutAUsableSize(String size) {
    assertThat(read("{'type':'connection_ready','config':{'max_message_size':" + size + "}}"))
        .isEqualTo(new FrameContent.Ready(null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'type':'connection_established','degraded_mode':true} | degraded: true",
        "{'type':'connection_ready','data':{'emergency_mode':true}} | emergency_mode: true",
        "{'type':'connection_ready','data':{'startup_complete':false}} | startup_complete: false"
      })
  void noticesAWelcomeThatSaysThatThePlatformIsNotWell(String frame, String unwell) {
    assertThat(read(frame)).isEqualTo(new FrameContent.Ready(null, unwell));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'system_message','data':{'status':'connected','user_id':'u'}}",
        "{'type':'system_message','data':{'event':'connection_established','connection_ready':false}}",
        "{'type':'handshake_response'}",
        "{'type':'connection_ack'}",
        "{'event':'initialization_started','message_type':'initialization_progress'}",
        "{'event':'system_message','message_type':'initialization_progress'}",
        "{'event':'service_initializing'}",
        "{'event':'service_completed'}",
        "{'event':'initialization_completed'}",
        "{'type':'system_message','data':{'event':'service_recovery'}}",
        "{'type':'system_message','data':{'event':'connection_closing'}}",
        "{'type':'system_message','data':{'event':'connection_recovery','message':'all is well'}}",
        "{'type':'system_message','data':{'event':'service_status_update','status':'healthy'}}",
        "{'type':'thread_created'}",
        "{'type':'run_complete'}",
        "{'type':'final_report'}",
        "{'type':'broadcast','message':'Maintenance on Sunday'}",
        "{'type':'auth_completed'}"
      })
  void takesLittleNoteOfNotices(String frame) {
    assertThat(read(frame)).isInstanceOf(FrameContent.Notice.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'type':'hologram'}", "{'event':'hologram'}", "{'type':null}"})
  void doesNotKnowEverything(String frame) {
    assertThat(read(frame)).isInstanceOf(FrameContent.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "[1,2]", "17", "null", "\"text\"", "{'type':5}", "{'type'", "\u0000"})
  void cannotReadEverything(String frame) {
    assertThat(read(frame)).isInstanceOf(FrameContent.Unreadable.class);
  }

  @Test
  void survivesNestingWithoutEnd() {
    assertThat(read("{'type':" + "[".repeat(100_000))).isInstanceOf(FrameContent.Unreadable.class);
  }

  @Test
  void answersAPingAndNoOtherHeartbeat() {
    assertThat(read("{'type':'ping','data':{'timestamp':1.5},'timestamp':1.5}"))
        .isEqualTo(new FrameContent.Heartbeat("{\"type\":\"pong\"}"));
    assertThat(read("{'type':'pong','data':{'user_id':'u'}}"))
        .isEqualTo(new FrameContent.Heartbeat(null));
    assertThat(read("{'type':'heartbeat_ack','data':{'status':'healthy'}}"))
        .isEqualTo(new FrameContent.Heartbeat(null));
    assertThat(read("{'type':'heartbeat'}")).isEqualTo(new FrameContent.Heartbeat(null));
  }

  @Test
  void tellsAnAcknowledgementOfTheQuestionFromOthers() {
    assertThat(read("{'type':'ack','received_type':'user_message'}"))
        .isEqualTo(new FrameContent.Ack(true));
    assertThat(read("{'type':'ack','received_type':'pong'}"))
        .isEqualTo(new FrameContent.Ack(false));
    assertThat(read("{'type':'ack'}")).isEqualTo(new FrameContent.Ack(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'system_message','data':{'event':'degraded_mode','message':'x'}}",
        "{'type':'system_message','data':{'event':'handler_degraded_mode'}}",
        "{'type':'system_message','data':{'event':'service_degradation'}}",
        "{'type':'system_message','data':{'event':'service_status_update','status':'degraded'}}",
        "{'type':'emergency_maintenance'}",
        "{'type':'system_message','data':{'emergency_mode':true}}",
        "{'event':'initialization_failed','error_message':'x'}",
        "{'event':'initialization_timeout'}",
        "{'event':'service_failed'}",
        "{'type':'agent_fallback'}"
      })
  void hearsThePlatformSayThatItIsNotWell(String frame) {
    assertThat(read(frame)).isInstanceOf(FrameContent.Degraded.class);
  }

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
  void readsAnswersOutsideTheStream() {
    assertThat(read("{'type':'agent_response','data':{'content':'hi'}}"))
        .isEqualTo(new FrameContent.Response("hi", false));
    assertThat(
            read(
                "{'type':'agent_response','data':{'type':'fallback_response','source':'fallback_handler','content':'later'}}"))
        .isEqualTo(new FrameContent.Response("later", true));
    assertThat(read("{'type':'agent_response','data':{'status':'...','correlation_id':null}}"))
        .isEqualTo(new FrameContent.Response("", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'payload':{'result':'x'} | x",
        "'payload':{'result':{'a':'x','b':['y',2]}} | \"x\ny\n2\"",
        "'payload':{'answer':'x','status':'completed'} | x",
        "'data':{'content':'x','message':'y'} | x",
        "'data':{'metadata':{'answer':'x','agent_name':'sup','execution_time_ms':3}} | x",
        "'final_response':'x' | x",
        "'results':['x','y'] | \"x\ny\"",
        "'payload':{'data':{'result':'x'}} | x",
        "'payload':{'result':'','content':'x'} | \"\"",
        "'payload':{'result':null,'message':'sup has completed your request'} | \"\"",
        "'payload':{'result':{}} | \"\"",
        "'payload':{'result':{'text':' ','count':3}} | \"\"",
        "'payload':{'result':[]} | \"\"",
        "'payload':{'run_id':'r','thread_id':'t'} | \"\"",
        "'payload':{'status':'completed','execution_time_ms':3} | \"\"",
        "'data':{'metadata':{'agent_name':'sup'}} | \"\"",
        "'payload':{'result':579} | 579"
      })
  void findsTheAnswerWhereverItIs(String fields, String text) {
    assertThat(event("{'type':'agent_completed'," + fields + "}").body().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'agent_completed','payload':{'success':false,'result':'x'}}",
        "{'type':'agent_completed','payload':{'status':'error','result':'x'}}",
        "{'type':'agent_completed','data':{'status':'failed'}}",
        "{'type':'agent_completed','payload':{'result':{'success':false}}}",
        "{'type':'tool_completed','payload':{'tool_name':'calc','success':false}}",
        "{'type':'tool_completed','data':{'tool':'calc','status':'error'}}"
      })
  void noticesWorkThatSaysThatItFailed(String frame) {
    assertThat(event(frame).body().failed()).isTrue();
  }

  @Test
  void noticesThatNoModelWasAsked() {
    assertThat(event("{'type':'agent_completed','data':{'real_llm_used':false}}").body())
        .matches(AgentEvent.Body::withoutModel);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'type':'tool_executing','payload':{}} | it names no tool",
        "{'type':'tool_completed','payload':{'tool_name':7}} | it names no tool",
        "{'type':'agent_thinking','payload':'hm'} | payload is not an object",
        "{'type':'agent_thinking','data':[1]} | data is not an object",
        "{'type':'agent_started','run_id':7} | run_id is not a text",
        "{'type':'agent_started','agent_name':{}} | agent_name is not a text"
      })
  void saysWhatIsWrongWithAnEvent(String frame, String problem) {
    assertThat(event(frame).body().fieldProblem()).isEqualTo(problem);
  }

  @Test
  void namesEveryOwner() {
    assertThat(
            dialect
                .read(
                    "{\"type\":\"error\",\"user_id\":\"a\",\"data\":{\"user_context\":{\"user_id\":\"b\"}},\"error\":{\"user_id\":\"c\"}}")
                .owners())
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void forgivesOneFailedToolThatTheRunSurvives() {
    String[] frames = SampleEnvelopes.bridge("").toArray(String[]::new);
    frames[3] =
        "{\"type\":\"tool_error\",\"run_id\":\"r1\",\"agent_name\":\"sup\",\"payload\":{\"tool_name\":\"calc\"}}";

    assertThat(FrameReplay.unevenly(frames).found()).containsExactly("error_event/events");
  }

  private AgentEvent event(String frame) {
    return ((FrameContent.Event) read(frame)).event();
  }

  private FrameContent read(String frame) {
    return dialect.read(frame.replace('\'', '"')).content();
  }
}
