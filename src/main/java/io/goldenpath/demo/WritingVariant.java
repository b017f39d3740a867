package io.goldenpath.demo;

import java.util.List;
import java.util.function.Function;
import org.springframework.web.socket.TextMessage;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Other ways to write the same frames. */
public enum WritingVariant implements Variant {
  FRAGMENTED("Sends each event in several fragments.", written(WritingVariant::fragments)),
  PRETTY_PRINTED(
      "Writes JSON over many lines.",
      written(frame -> List.of(new TextMessage(frame.toPrettyString())))),
  WITH_BLANKS_AROUND(
      "Writes blanks and line ends around each frame.",
      written(frame -> List.of(new TextMessage("\r\n  " + frame + "\n")))),
  ESCAPED("Writes each letter beyond ASCII by its number.", written(WritingVariant::escaped)),
  LARGE_FRAMES(
      "Sends 300 kilobytes of a tool's result along.",
      Play.run(run ->
          run.changed(
              Event.EXECUTED,
              event -> event.with(body -> body.put("raw", "lorem ipsum ".repeat(25_000))))));

  private static final JsonMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final String sentence;
  private final Play play;

  WritingVariant(String sentence, Play play) {
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

  private static Play written(Function<ObjectNode, List<TextMessage>> writing) {
    return Play.run(run ->
        new Script(
            Answers.reworded(run, answer -> answer + " Grüße, 你好 ☀").cues().stream()
                .map(cue ->
                    cue.act() instanceof Act.Tell tell
                        ? cue.with(new Act.Spell(tell, writing))
                        : cue)
                .toList()));
  }

  private static List<TextMessage> escaped(ObjectNode frame) {
    return List.of(new TextMessage(ESCAPING.writeValueAsString(frame)));
  }

  private static List<TextMessage> fragments(ObjectNode frame) {
    String text = frame.toString();
    int third = text.length() / 3;
    return List.of(
        new TextMessage(text.substring(0, third), false),
        new TextMessage(text.substring(third, 2 * third), false),
        new TextMessage(text.substring(2 * third), true));
  }
}
