package io.goldenpath.dialect;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a frame of this family means for a run, by its name. */
enum FrameType {
  READY,
  PING,
  HEARTBEAT,
  /** What users see of a run, and other signs of an agent at work. */
  EVENT,
  ACK,
  RESPONSE,
  DEGRADED,
  AGENT_ERROR,
  AUTH_ERROR,
  ERROR,
  /** Known, and of no weight for a run. */
  NOTICE,
  UNKNOWN;

  /** Types that say nothing themselves: the name is further inside. */
  private static final Set<String> WRAPPERS =
      Set.of("system_message", "agent_progress", "agent_response_complete", "agent_update");

  /** What has no meaning within a wrapper. */
  private static final Set<FrameType> UNWRAPPED =
      EnumSet.of(PING, HEARTBEAT, ACK, RESPONSE, UNKNOWN);

  private static final Map<String, String> ALIASES =
      Map.of("tool_started", "tool_executing", "agent_response_complete", "agent_completed");

  private static final Map<String, FrameType> BY_NAME = new HashMap<>();

  static {
    for (FrameType type : EnumSet.complementOf(EnumSet.of(UNKNOWN))) {
      DialectWords.of("type." + type.name().toLowerCase(Locale.ROOT))
          .forEach(name -> BY_NAME.put(name, type));
    }
  }

  /** Names of events; whatever else is known by name is none. */
  static final EventNames EVENT_NAMES =
      new EventNames(
          DialectWords.of("type.event"),
          List.of(EventFields.TERMINAL),
          ALIASES,
          BY_NAME.entrySet().stream()
              .filter(named -> named.getValue() != EVENT)
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet()),
          false);

  private static final FieldPaths TYPE = FieldPaths.of("frame.type");
  private static final FieldPaths NESTED_TYPE = FieldPaths.of("frame.nested-type");

  static FrameType of(String name) {
    return BY_NAME.getOrDefault(name, UNKNOWN);
  }

  /** What the frame is called, wherever its name is; empty where it has none. */
  static String name(JsonFrame json) {
    String type = json.text(TYPE);
    if (type != null && !WRAPPERS.contains(type)) {
      return ALIASES.getOrDefault(type, type);
    }
    String within = json.text(NESTED_TYPE);
    String name = within == null ? type == null ? "" : type : within;
    String known = ALIASES.getOrDefault(name, name);
    return type != null && UNWRAPPED.contains(of(known)) ? ALIASES.getOrDefault(type, type) : known;
  }
}
