package io.goldenpath.demo.platform;

import static io.goldenpath.catalogue.fault.FirstFaults.EMPTY_ANSWER;
import static io.goldenpath.demo.platform.DemoExtension.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders over HTTP that switch faults on and off. */
class FaultsEndpointIT {

  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;

  @RegisterExtension static final DemoExtension demo = DemoExtension.wholeCatalogue();

  @Test
  void takesOrdersOverHttp() throws Exception {
    assertThat(order("{\"fault\":\"empty_answer\",\"user\":\"probe-1@demo.example\",\"runs\":1}"))
        .contains("{\"fault\":\"empty_answer\",\"user\":\"probe-1@demo.example\",\"runs\":1,");
    assertThat(demo.result(1)).isEmpty();
    assertThat(DemoHttpClient.get(demo.platform(), "/demo/faults").body())
        .contains("\"on\":[]")
        .contains("\"empty_answer\":\"" + EMPTY_ANSWER.description() + "\"");

    order("{\"fault\":\"empty_answer\"}");
    assertThat(demo.result(2)).isEmpty();
    order("{\"fault\":\"none\"}");
    assertThat(demo.result(2)).contains(CODE);
  }

  @Test
  void replacesWhatIsOnWhereItIsToBeTheOnlyOne() throws Exception {
    order("{\"fault\":\"slow\"}");

    assertThat(order("{\"fault\":\"empty_answer\",\"only\":true}"))
        .contains("\"on\":[{\"fault\":\"empty_answer\"")
        .doesNotContain("{\"fault\":\"slow\"");
    order("{\"fault\":\"none\"}");
  }

  @Test
  void takesVariantsByTheSameOrders() throws Exception {
    assertThat(order("{\"fault\":\"flat_envelope\"}"))
        .contains("\"on\":[{\"fault\":\"flat_envelope\"")
        .contains("\"variants\":{\"emitter_envelope\":\"Sends ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"fault\":\"silence\"} | no fault 'silence'",
        "{\"fault\":\"slow\",\"user\":\"nobody\"} | no user 'nobody'",
        "{\"fault\":\"slow\",\"runs\":0} | count from 1",
        "{\"fault\":\"slow\",\"runs\":\"two\"} | runs must be a whole number",
        "{\"fault\":\"slow\",\"runs\":1,\"connections\":1} | not both",
        "{\"fault\":\"slow\",\"only\":\"yes\"} | only must be true or false",
        "{\"fault\": | not JSON"
      })
  void refusesOrdersThatItDoesNotUnderstand(String order, String complaint) throws Exception {
    var reply = DemoHttpClient.post(demo.platform(), "/demo/faults", order);

    assertThat(reply.statusCode()).isEqualTo(UNPROCESSABLE);
    assertThat(reply.body()).contains(complaint);
    assertThat(demo.faults().on()).isEmpty();
  }

  private static String order(String order) throws Exception {
    var reply = DemoHttpClient.post(demo.platform(), "/demo/faults", order);
    assertThat(reply.statusCode()).isEqualTo(OK);
    return reply.body();
  }
}
