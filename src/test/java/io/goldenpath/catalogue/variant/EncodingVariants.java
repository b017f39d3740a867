package io.goldenpath.catalogue.variant;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.EventWriting;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoEvent;
import java.util.List;
import java.util.function.Function;
import org.springframework.web.socket.TextMessage;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Other ways to write the same frames. */
public final class EncodingVariants {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour FRAGMENTED =
      GROUP.add(
          "fragmented",
          "Sends each event in several fragments.",
          written(EncodingVariants::fragments));

  public static final DemoBehaviour PRETTY_PRINTED =
      GROUP.add(
          "pretty_printed",
          "Writes JSON over many lines.",
          written(frame -> List.of(new TextMessage(frame.toPrettyString()))));

  public static final DemoBehaviour WITH_BLANKS_AROUND =
      GROUP.add(
          "with_blanks_around",
          "Writes blanks and line ends around each frame.",
          written(frame -> List.of(new TextMessage("\r\n  " + frame + "\n"))));

  public static final DemoBehaviour ESCAPED =
      GROUP.add(
          "escaped",
          "Writes each letter beyond ASCII by its number.",
          written(EncodingVariants::escaped));

  public static final DemoBehaviour LARGE_FRAMES =
      GROUP.add(
          "large_frames",
          "Sends 300 kilobytes of a tool's result along.",
          FaultHook.run(run ->
              run.changeEvent(
                  DemoEvent.EXECUTED,
                  event -> event.with(body -> body.put("raw", "lorem ipsum ".repeat(25_000))))));

  private EncodingVariants() {}

  private static final JsonMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static FaultHook written(Function<ObjectNode, List<TextMessage>> writing) {
    return FaultHook.run(run ->
        EventWriting.of(
            ScriptEdits.changeAnswer(run, answer -> answer + " Grüße, 你好 ☀"), _ -> true, writing));
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
