package io.goldenpath.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.node.ObjectNode;

/** What another user has said or is called, and this user gets to read. */
public enum LeakFault implements Fault {
  STRANGERS_CODE("Tells in the answer another's code beside the own.", Leak.code(LeakFault::told)),
  STRANGERS_CODE_LOWER(
      "Tells another's code in small letters.",
      Leak.code((run, code) -> told(run, code.toLowerCase(Locale.ROOT)))),
  STRANGERS_CODE_ESCAPED(
      "Tells another's code and writes each of its letters by its number.",
      Leak.code(LeakFault::escaped)),
  STRANGERS_CODE_SPLIT(
      "Tells half of another's code at the end of a thought, and the rest at the start of the next.",
      Leak.code((run, code) -> {
        int half = code.length() / 2;
        return run.after(
            Event.THINKING,
            thought(run, 2, "What comes to my mind is " + code.substring(0, half)),
            thought(run, 3, code.substring(half) + " from another conversation."));
      })),
  STRANGERS_CODE_BASE64(
      "Tells another's code within a text in Base64.",
      Leak.code((run, code) ->
          run.after(Event.THINKING, thought(run, 2, "State: " + encoded("code=" + code))))),
  STRANGERS_EMAIL(
      "Tells another's e-mail address in a thought.",
      Leak.play((run, other) ->
          run.after(
              Event.THINKING,
              thought(run, 2, "I compare it with the mail of " + other.visitor().name() + ".")))),
  STRANGERS_EMAIL_IN_NOTICE(
      "Tells another's e-mail address in a frame that is no agent's.",
      Leak.play((run, other) ->
          run.before(
              Event.THINKING,
              Cue.say(
                  20,
                  now ->
                      Notices.system(
                          "service_status_update", other.visitor().name() + " is online", now))))),
  STRANGERS_ID_INSIDE(
      "Carries another's user id deep inside a tool's result, in a field that names no owner.",
      Leak.play((run, other) ->
          run.changed(
              Event.EXECUTED,
              event ->
                  event.with(body ->
                      body.withObject("/result/trace").put("subject", other.visitor().id())))));

  private final String sentence;
  private final Play play;

  LeakFault(String sentence, Play play) {
    this.sentence = sentence;
    this.play = play;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Play play() {
    return play;
  }

  @Override
  public boolean onGoldenPath() {
    return false;
  }

  private static Script told(Script run, String code) {
    return Answers.reworded(run, answer -> answer + " Another code was " + code + ".");
  }

  private static Script escaped(Script run, String code) {
    Script told = told(run, code);
    return new Script(
        told.cues().stream()
            .map(cue ->
                cue.act() instanceof Act.Tell tell && cue.tells(Event.COMPLETED)
                    ? cue.with(new Act.Spell(tell, frame -> escaped(frame, code)))
                    : cue)
            .toList());
  }

  private static List<TextMessage> escaped(ObjectNode frame, String code) {
    String numbers = code.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    return List.of(new TextMessage(frame.toString().replace(code, numbers)));
  }

  private static Cue thought(Script run, int step, String text) {
    return Cue.tell(
        30,
        run.event(Event.THINKING)
            .with(body -> body.put("reasoning", text).put("step_number", step)));
  }

  private static String encoded(String inner) {
    String text = "session;kept=yes;" + inner + ";turn=3";
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
