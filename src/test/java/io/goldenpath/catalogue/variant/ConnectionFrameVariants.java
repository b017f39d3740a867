package io.goldenpath.catalogue.variant;

import static io.goldenpath.catalogue.change.ScriptEdits.startingWith;
import static io.goldenpath.catalogue.variant.FramesBetween.between;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.ServerFrames;

/** Frames between the events that tell nothing of a run. */
public final class ConnectionFrameVariants {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  private static final int PAUSE_MILLIS = 10;

  public static final DemoBehaviour PINGS_BETWEEN =
      GROUP.add(
          "pings_between",
          "Sends an application ping between any two events.",
          between((event, now) -> ServerFrames.ping(now)));

  public static final DemoBehaviour HEARTBEATS_BETWEEN =
      GROUP.add(
          "heartbeats_between",
          "Sends a heartbeat of another name between any two events.",
          between((event, now) ->
              DemoJson.object().put("type", "heartbeat").put("timestamp", DemoJson.iso(now))));

  public static final DemoBehaviour PONGS_BETWEEN =
      GROUP.add(
          "pongs_between",
          "Sends pongs that nobody asked for.",
          between((event, now) -> ServerFrames.pong(event.ids().user(), now)));

  public static final DemoBehaviour ACKNOWLEDGED =
      GROUP.add(
          "acknowledged",
          "Acknowledges the message before an agent takes it up.",
          new FaultHook.AtMessage((run, context) ->
              startingWith(
                  run,
                  ScriptStep.frame(
                      PAUSE_MILLIS,
                      now -> ServerFrames.ack(context.user(), "user_message", now)))));

  public static final DemoBehaviour UNKNOWN_FRAMES =
      GROUP.add(
          "unknown_frames",
          "Sends frames of types that nobody knows.",
          between(
              (event, now) -> DemoJson.object().put("type", "mood_changed").put("mood", "bright")));

  public static final DemoBehaviour FRAMES_WITHOUT_TYPE =
      GROUP.add(
          "frames_without_type",
          "Sends frames that have no type at all.",
          between((event, now) -> DemoJson.object().put("cpu", 0.25)));

  public static final DemoBehaviour EMPTY_OBJECTS =
      GROUP.add(
          "empty_objects",
          "Sends objects that have nothing in them.",
          between((event, now) -> DemoJson.object()));

  private ConnectionFrameVariants() {}
}
