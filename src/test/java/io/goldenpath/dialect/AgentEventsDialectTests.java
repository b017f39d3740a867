package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every frame that is neither an event nor an error. */
class AgentEventsDialectTests {

  @Test
  void asksAsAUser() {
    assertThat(new AgentEventsDialect().submit(new Question("Say \"x\"", "x", 1)))
        .singleElement()
        .extracting(SendStep::make)
        .extracting(made -> ((SendStep.Sending.Socket) made).message().text())
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
        .isEqualTo(new FrameContent.Ready(null, null, null));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'ping','data':{'timestamp':1.5},'timestamp':1.5}",
        "{'type':'pong','data':{'user_id':'u'}}",
        "{'type':'heartbeat_ack','data':{'status':'healthy'}}",
        "{'type':'heartbeat'}"
      })
  void knowsEveryHeartbeat(String frame) {
    assertThat(read(frame)).isEqualTo(new FrameContent.Heartbeat());
  }

  @Test
  void answersAPingAndNothingElse() {
    assertThat(reply("{'type':'ping','data':{'timestamp':1.5},'timestamp':1.5}"))
        .contains(new Outgoing("{\"type\":\"pong\"}"));
    assertThat(reply("{'type':'heartbeat'}")).isEmpty();
    assertThat(reply("{'type':'pong'}")).isEmpty();
    assertThat(reply("[]")).isEmpty();
  }

  @Test
  void tellsAnAcknowledgementOfTheQuestionFromOthers() {
    assertThat(read("{'type':'ack','received_type':'user_message'}"))
        .isEqualTo(new FrameContent.Ack(true));
    assertThat(read("{'type':'ack','received_type':'pong'}"))
        .isEqualTo(new FrameContent.Ack(false));
    assertThat(read("{'type':'ack'}")).isEqualTo(new FrameContent.Ack(false));
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

  private static List<Outgoing> reply(String frame) {
    return new AgentEventsDialect()
        .received((Message) AgentEventsFrames.unwrap(frame.replace('\'', '"')), 1, 0)
        .replies();
  }

  private static FrameContent read(String frame) {
    return AgentEventsFrames.decode(frame.replace('\'', '"')).content();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'connection_ready'}|ready",
        "{'type':'ping'}|heartbeats",
        "{'type':'agent_started'}|event",
        "{'type':'ack','received_type':'pong'}|accepted",
        "{'type':'error','message':'no'}|errors",
        "{'type':'token','text':'no name of this family'}|"
      })
  void explainsItselfInTheWordsOfDescribedDialects(String frame, @Nullable String rule) {
    String json = frame.replace('\'', '"');
    Message message = (Message) AgentEventsFrames.unwrap(json);

    assertThat(new AgentEventsDialect().received(message, 3, 0).rules())
        .isEqualTo(rule == null ? List.of() : List.of(new TakenRule(rule, 3)));
  }
}
