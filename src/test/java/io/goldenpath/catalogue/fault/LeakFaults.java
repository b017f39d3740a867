package io.goldenpath.catalogue.fault;

import static io.goldenpath.catalogue.change.ScriptEdits.before;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.EventWriting;
import io.goldenpath.catalogue.change.LeakChange;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.catalogue.change.SystemNotices;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.node.ObjectNode;

/** What another user has said or is called, and this user gets to read. */
public final class LeakFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour STRANGERS_CODE =
      GROUP.add(
          "strangers_code",
          "Tells in the answer another's code beside the own.",
          LeakChange.code(LeakFaults::told));

  public static final DemoBehaviour STRANGERS_CODE_LOWER =
      GROUP.add(
          "strangers_code_lower",
          "Tells another's code in small letters.",
          LeakChange.code((run, code) -> told(run, code.toLowerCase(Locale.ROOT))));

  public static final DemoBehaviour STRANGERS_CODE_ESCAPED =
      GROUP.add(
          "strangers_code_escaped",
          "Tells another's code and writes each of its letters by its number.",
          LeakChange.code(LeakFaults::escaped));

  public static final DemoBehaviour STRANGERS_CODE_SPLIT =
      GROUP.add(
          "strangers_code_split",
          "Tells half of another's code at the end of a thought, and the rest at the start of the next.",
          LeakChange.code((run, code) -> {
            int half = code.length() / 2;
            return run.after(
                DemoEvent.THINKING,
                thought(run, 2, "What comes to my mind is " + code.substring(0, half)),
                thought(run, 3, code.substring(half) + " from another conversation."));
          }));

  public static final DemoBehaviour STRANGERS_CODE_BASE64 =
      GROUP.add(
          "strangers_code_base64",
          "Tells another's code within a text in Base64.",
          LeakChange.code((run, code) ->
              run.after(DemoEvent.THINKING, thought(run, 2, "State: " + encoded("code=" + code)))));

  public static final DemoBehaviour STRANGERS_EMAIL =
      GROUP.add(
          "strangers_email",
          "Tells another's e-mail address in a thought.",
          LeakChange.of((run, other) ->
              run.after(
                  DemoEvent.THINKING,
                  thought(run, 2, "I compare it with the mail of " + other.user().name() + "."))));

  public static final DemoBehaviour STRANGERS_EMAIL_IN_NOTICE =
      GROUP.add(
          "strangers_email_in_notice",
          "Tells another's e-mail address in a frame that is no agent's.",
          LeakChange.of((run, other) ->
              before(
                  run,
                  DemoEvent.THINKING,
                  ScriptStep.frame(
                      20,
                      now ->
                          SystemNotices.system(
                              "service_status_update", other.user().name() + " is online", now)))));

  public static final DemoBehaviour STRANGERS_ID_INSIDE =
      GROUP.add(
          "strangers_id_inside",
          "Carries another's user id deep inside a tool's result, in a field that names no owner.",
          LeakChange.of((run, other) ->
              run.changeEvent(
                  DemoEvent.EXECUTED,
                  event ->
                      event.with(body ->
                          body.withObject("/result/trace").put("subject", other.user().id())))));

  private LeakFaults() {}

  private static Script told(Script run, String code) {
    return ScriptEdits.changeAnswer(run, answer -> answer + " Another code was " + code + ".");
  }

  private static Script escaped(Script run, String code) {
    return EventWriting.of(
        told(run, code), sent -> sent.sends(DemoEvent.COMPLETED), frame -> escaped(frame, code));
  }

  private static List<TextMessage> escaped(ObjectNode frame, String code) {
    String numbers = code.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    return List.of(new TextMessage(frame.toString().replace(code, numbers)));
  }

  private static ScriptStep thought(Script run, int step, String text) {
    return ScriptStep.event(
        30,
        run.event(DemoEvent.THINKING)
            .with(body -> body.put("reasoning", text).put("step_number", step)));
  }

  private static String encoded(String inner) {
    String text = "session;kept=yes;" + inner + ";turn=3";
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
