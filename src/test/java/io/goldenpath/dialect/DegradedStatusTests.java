package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.FrameContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames by which a platform says that it is not well. */
class DegradedStatusTests {

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
    assertThat(read(frame)).isEqualTo(new FrameContent.Ready(null, unwell, null));
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

  private static FrameContent read(String frame) {
    return AgentEventsFrames.decode(frame.replace('\'', '"')).content();
  }
}
