package io.goldenpath.incident.storage;

import io.goldenpath.incident.Incident;
import io.goldenpath.incident.JudgedRun;
import io.goldenpath.model.probe.ProbeId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Incidents as text, in characters that every database takes, whatever a target has sent. */
final class IncidentJson {

  private static final Logger logger = LoggerFactory.getLogger(IncidentJson.class);
  private static final TypeReference<List<JudgedRun>> RUNS = new TypeReference<>() {};
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private IncidentJson() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Empty where it is not of this version. */
  static Optional<Incident> read(String id, String text) {
    try {
      return Optional.of(MAPPER.readValue(text, Incident.class));
    } catch (RuntimeException unreadable) {
      logger.warn("Incident {} cannot be read; it is left out", id, unreadable);
      return Optional.empty();
    }
  }

  /** None where they are not of this version. */
  static List<JudgedRun> readRuns(ProbeId probe, String text) {
    try {
      return MAPPER.readValue(text, RUNS);
    } catch (RuntimeException unreadable) {
      logger.warn("The last runs of {} cannot be read; they are left out", probe, unreadable);
      return List.of();
    }
  }
}
