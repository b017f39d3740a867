package io.goldenpath.catalogue.variant;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.EventWriting;
import io.goldenpath.catalogue.change.PlatformEnvelopes;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.SendEvent;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Other shapes of the same events. */
public final class EnvelopeVariants {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour EMITTER_ENVELOPE =
      GROUP.add(
          "emitter_envelope",
          "Sends events as its emitter does: body and ids in `data`, the tool as `tool`.",
          EventWriting.inEnvelope(PlatformEnvelopes.EMITTER));

  public static final DemoBehaviour USER_EMITTER_ENVELOPE =
      GROUP.add(
          "user_emitter_envelope",
          "Sends events with the thread on top and the thought as `thought`.",
          EventWriting.inEnvelope(PlatformEnvelopes.USER_EMITTER));

  public static final DemoBehaviour BARE_ENVELOPE =
      GROUP.add(
          "bare_envelope",
          "Sends events without time and agent, their ids within the payload.",
          EventWriting.inEnvelope(PlatformEnvelopes.BARE));

  public static final DemoBehaviour SERVER_MESSAGE_ENVELOPE =
      GROUP.add(
          "server_message_envelope",
          "Sends events as server messages that are named in `data.event`.",
          EventWriting.inEnvelope(PlatformEnvelopes.SERVER_MESSAGE));

  public static final DemoBehaviour FLAT_ENVELOPE =
      GROUP.add(
          "flat_envelope",
          "Sends events whose fields all stand on top.",
          EventWriting.inEnvelope(PlatformEnvelopes.FLAT));

  public static final DemoBehaviour NOTIFIER_ENVELOPE =
      GROUP.add(
          "notifier_envelope",
          "Sends events that have all but their name within the payload.",
          EventWriting.inEnvelope(PlatformEnvelopes.NOTIFIER));

  public static final DemoBehaviour NESTED_ENVELOPE =
      GROUP.add(
          "nested_envelope",
          "Sends system messages with `event` on top and the body in `payload.data`.",
          EventWriting.inEnvelope(PlatformEnvelopes.NESTED));

  public static final DemoBehaviour ISOLATED_ENVELOPE =
      GROUP.add(
          "isolated_envelope",
          "Sends events as its emitter does, with a `user_context` beside them.",
          EventWriting.inEnvelope((event, now) -> {
            ObjectNode frame = PlatformEnvelopes.EMITTER.wrap(event, now);
            frame
                .putObject("user_context")
                .put("user_id", event.ids().user())
                .put("request_id", "req_" + event.ids().run());
            return frame;
          }));

  public static final DemoBehaviour MIXED_ENVELOPES =
      GROUP.add(
          "mixed_envelopes",
          "Sends each event in another shape.",
          FaultHook.run(EnvelopeVariants::mixed));

  public static final DemoBehaviour UPDATE_ENVELOPE =
      GROUP.add(
          "update_envelope",
          "Wraps events as `agent_update`, named in `data.type`.",
          EventWriting.inEnvelope((event, now) -> {
            ObjectNode frame =
                PlatformEnvelopes.SERVER_MESSAGE.wrap(event, now).put("type", "agent_update");
            frame.withObject("/data").remove("event");
            return frame;
          }));

  public static final DemoBehaviour TYPELESS_ENVELOPE =
      GROUP.add(
          "typeless_envelope",
          "Names events in `event` and has no `type` at all.",
          EventWriting.inEnvelope((event, now) -> {
            ObjectNode frame = PlatformEnvelopes.FLAT.wrap(event, now);
            frame.remove("type");
            return frame;
          }));

  public static final DemoBehaviour ALIASED_TOOLS =
      GROUP.add(
          "aliased_tools",
          "Announces a tool as `tool_started`.",
          EventWriting.inEnvelope(alias(Map.of(DemoEvent.EXECUTING, "tool_started"))));

  public static final DemoBehaviour ALIASED_ANSWER =
      GROUP.add(
          "aliased_answer",
          "Ends with `agent_response_complete`, the answer in `data.content`.",
          EventWriting.inEnvelope((event, now) ->
              event.type().equals(DemoEvent.COMPLETED)
                  ? PlatformEnvelopes.SERVER_MESSAGE.wrap(event, now)
                  : EventEnvelope.STANDARD.wrap(event, now)));

  public static final DemoBehaviour NAMELESS_FRAMES =
      GROUP.add(
          "nameless_frames",
          "Does not say in any frame whose it is.",
          new FaultHook.AtSend(EnvelopeVariants::nameless));

  public static final DemoBehaviour SHARED_TENANT_ID =
      GROUP.add(
          "shared_tenant_id",
          "Says in each frame to which tenant the user belongs: all to the same.",
          new FaultHook.AtSend(frame -> frame.put("tenant_id", "tenant-demo")));

  private EnvelopeVariants() {}

  private static final List<EventEnvelope> ALL =
      List.of(
          PlatformEnvelopes.USER_EMITTER,
          PlatformEnvelopes.NOTIFIER,
          PlatformEnvelopes.FLAT,
          PlatformEnvelopes.SERVER_MESSAGE,
          PlatformEnvelopes.NESTED,
          PlatformEnvelopes.EMITTER,
          EventEnvelope.STANDARD);

  private static EventEnvelope alias(Map<String, String> names) {
    return (event, now) ->
        EventEnvelope.STANDARD
            .wrap(event, now)
            .put("type", names.getOrDefault(event.type(), event.type()));
  }

  private static Script mixed(Script good) {
    int[] next = {0};
    return ScriptEdits.mapEvents(
        good, sent -> new SendEvent(sent.event(), ALL.get(next[0]++ % ALL.size())));
  }

  private static ObjectNode nameless(ObjectNode frame) {
    frame.findParents("user_id").forEach(parent -> ((ObjectNode) parent).remove("user_id"));
    return frame;
  }
}
