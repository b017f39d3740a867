package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place where an event has its answer, its failures and its owners. */
class EventFieldsTests {

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
        "{'type':'agent_started','run_id':true} | run_id is not a text",
        "{'type':'agent_started','agent_name':{}} | agent_name is not a text"
      })
  void saysWhatIsWrongWithAnEvent(String frame, String problem) {
    assertThat(event(frame).body().fieldProblem()).isEqualTo(problem);
  }

  @Test
  void namesEveryOwner() {
    assertThat(
            AgentEventsFrames.decode(
                    "{\"type\":\"error\",\"user_id\":\"a\",\"data\":{\"user_context\":{\"user_id\":\"b\"}},\"error\":{\"user_id\":\"c\"}}")
                .owners())
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  private static AgentEvent event(String frame) {
    return ((FrameContent.Event) read(frame)).event();
  }

  private static FrameContent read(String frame) {
    return AgentEventsFrames.decode(frame.replace('\'', '"')).content();
  }
}
