package io.goldenpath.history.store;

import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs as the database keeps them: what is known of a run, and apart from it its frames. */
final class RunEncoding {

  private static final TypeReference<Run> RUN = new TypeReference<>() {};
  private static final TypeReference<Map<Integer, Transcript>> FRAMES = new TypeReference<>() {};

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private RunEncoding() {}

  /** Of a run without its frames. */
  static CompressedJson details(Run bare) {
    return CompressedJson.of(bare, MAPPER);
  }

  static CompressedJson frames(Run run) {
    Map<Integer, Transcript> frames = new TreeMap<>();
    run.users().forEach(user -> frames.put(user.slot(), user.transcript()));
    return CompressedJson.of(frames, MAPPER);
  }

  static Run run(CompressedJson details) {
    return details.read(RUN, MAPPER);
  }

  static Run run(CompressedJson details, CompressedJson frames) {
    Run bare = run(details);
    return frames.size() == 0 ? bare : withFrames(bare, frames);
  }

  static Run withFrames(Run run, CompressedJson frames) {
    Map<Integer, Transcript> bySlot = frames.read(FRAMES, MAPPER);
    List<UserRun> users =
        run.users().stream()
            .map(user -> user.withTranscript(bySlot.getOrDefault(user.slot(), user.transcript())))
            .toList();
    return run.withUsers(users);
  }
}
