package io.goldenpath.demo.platform;

import io.goldenpath.demo.platform.TestClient.Seen;
import io.goldenpath.demo.script.DemoAccount;
import java.util.List;

/** Ada and Ben, who use the demo platform at the same time, and their codes. */
final class TwoUsers {

  static final int ADA = 1;
  static final int BEN = 2;
  static final int EVE = 3;

  static final String ADAS = "ADADAQ";
  static final String BENS = "BENBEX";
  static final String EVES = "EVEEVY";

  /** Milliseconds without a frame after which a run is over. */
  static final long QUIET = 800;

  private final DemoExtension demo;

  TwoUsers(DemoExtension demo) {
    this.demo = demo;
  }

  /** What two users were told who asked at the same time, without heartbeats. */
  record Told(List<Seen.Text> ofAda, List<Seen.Text> ofBen) {

    String ada() {
      return String.join("\n", ofAda.stream().map(Seen.Text::text).toList());
    }

    String ben() {
      return String.join("\n", ofBen.stream().map(Seen.Text::text).toList());
    }

    List<Seen.Text> adas(String type) {
      return ofAda.stream().filter(seen -> seen.is(type)).toList();
    }

    List<Seen.Text> bens(String type) {
      return ofBen.stream().filter(seen -> seen.is(type)).toList();
    }

    String adasRun() {
      return run(adas("tool_executing").getFirst());
    }

    String bensRun() {
      return run(bens("tool_executing").getFirst());
    }
  }

  Told together(DemoBehaviour fault) throws Exception {
    demo.faults().switchOn(fault, adasNextRun());
    return together();
  }

  Told together() throws Exception {
    try (TestClient ada = demo.welcomed(ADA);
        TestClient ben = demo.welcomed(BEN)) {
      ask(ada, ADAS);
      ask(ben, BENS);
      List<Seen.Text> ofAda = texts(ada);
      return new Told(ofAda, texts(ben));
    }
  }

  DemoAccount ben() {
    return demo.accounts().number(BEN);
  }

  DemoScope adasNextRun() {
    return DemoScope.user(demo.accounts().number(ADA).email()).runs(1);
  }

  static List<Seen.Text> texts(TestClient client) throws Exception {
    return client.texts(QUIET);
  }

  static void ask(TestClient client, String code) {
    client.ask("Repeat the code " + code + " and tell me: what is 1 + 2?");
  }

  static void ask(TestClient client, String code, String thread) {
    client.send(
        "{\"type\":\"user_message\",\"payload\":{\"content\":\"Repeat the code %s\",\"thread_id\":\"%s\"}}"
            .formatted(code, thread));
  }

  static String run(Seen.Text event) {
    return event.json().path("run_id").stringValue("");
  }

  static String thread(Seen.Text event) {
    return event.json().path("thread_id").stringValue("");
  }
}
