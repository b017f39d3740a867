package io.goldenpath.demo;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Other shapes of the same events. */
public enum EnvelopeVariant implements Variant {
  EMITTER_ENVELOPE(
      "Sends events as its emitter does: body and ids in `data`, the tool as `tool`.",
      Play.told(Envelopes.EMITTER)),
  USER_EMITTER_ENVELOPE(
      "Sends events with the thread on top and the thought as `thought`.",
      Play.told(Envelopes.USER_EMITTER)),
  BARE_ENVELOPE(
      "Sends events without time and agent, their ids within the payload.",
      Play.told(Envelopes.BARE)),
  SERVER_MESSAGE_ENVELOPE(
      "Sends events as server messages that are named in `data.event`.",
      Play.told(Envelopes.SERVER_MESSAGE)),
  FLAT_ENVELOPE("Sends events whose fields all stand on top.", Play.told(Envelopes.FLAT)),
  NOTIFIER_ENVELOPE(
      "Sends events that have all but their name within the payload.",
      Play.told(Envelopes.NOTIFIER)),
  NESTED_ENVELOPE(
      "Sends system messages with `event` on top and the body in `payload.data`.",
      Play.told(Envelopes.NESTED)),
  ISOLATED_ENVELOPE(
      "Sends events as its emitter does, with a `user_context` beside them.",
      Play.told((event, now) -> {
        ObjectNode frame = Envelopes.EMITTER.wrap(event, now);
        frame
            .putObject("user_context")
            .put("user_id", event.ids().user())
            .put("request_id", "req_" + event.ids().run());
        return frame;
      })),
  MIXED_ENVELOPES("Sends each event in another shape.", Play.run(EnvelopeVariant::mixed)),
  UPDATE_ENVELOPE(
      "Wraps events as `agent_update`, named in `data.type`.",
      Play.told((event, now) -> {
        ObjectNode frame = Envelopes.SERVER_MESSAGE.wrap(event, now).put("type", "agent_update");
        frame.withObject("/data").remove("event");
        return frame;
      })),
  TYPELESS_ENVELOPE(
      "Names events in `event` and has no `type` at all.",
      Play.told((event, now) -> {
        ObjectNode frame = Envelopes.FLAT.wrap(event, now);
        frame.remove("type");
        return frame;
      })),
  ALIASED_TOOLS(
      "Announces a tool as `tool_started`.",
      Play.told(alias(Map.of(Event.EXECUTING, "tool_started")))),
  ALIASED_ANSWER(
      "Ends with `agent_response_complete`, the answer in `data.content`.",
      Play.told((event, now) ->
          event.type().equals(Event.COMPLETED)
              ? Envelopes.SERVER_MESSAGE.wrap(event, now)
              : Envelope.STANDARD.wrap(event, now))),
  NAMELESS_FRAMES(
      "Does not say in any frame whose it is.", new Play.AtSpeech(EnvelopeVariant::nameless)),
  SHARED_TENANT_ID(
      "Says in each frame to which tenant the user belongs: all to the same.",
      new Play.AtSpeech(frame -> frame.put("tenant_id", "tenant-demo")));

  private static final List<Envelope> ALL =
      List.of(
          Envelopes.USER_EMITTER,
          Envelopes.NOTIFIER,
          Envelopes.FLAT,
          Envelopes.SERVER_MESSAGE,
          Envelopes.NESTED,
          Envelopes.EMITTER,
          Envelope.STANDARD);

  private final String sentence;
  private final Play play;

  EnvelopeVariant(String sentence, Play play) {
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

  private static Envelope alias(Map<String, String> names) {
    return (event, now) ->
        Envelope.STANDARD
            .wrap(event, now)
            .put("type", names.getOrDefault(event.type(), event.type()));
  }

  private static Script mixed(Script good) {
    int[] next = {0};
    return good.retold(tell -> new Act.Tell(tell.event(), ALL.get(next[0]++ % ALL.size())));
  }

  private static ObjectNode nameless(ObjectNode frame) {
    frame.findParents("user_id").forEach(parent -> ((ObjectNode) parent).remove("user_id"));
    return frame;
  }
}
