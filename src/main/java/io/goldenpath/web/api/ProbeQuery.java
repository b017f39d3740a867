package io.goldenpath.web.api;

import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.verdict.ProbeState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/** Which of the watched probes are asked for; all where nothing is said. */
record ProbeQuery(@Nullable String target, @Nullable JourneyKind journey) {

  private static final List<String> PARAMETERS = List.of("target", "journey");

  static ProbeQuery of(MultiValueMap<String, String> given) {
    QueryParameters parameters = QueryParameters.of(given, PARAMETERS);
    return new ProbeQuery(parameters.target(), parameters.journey());
  }

  /** Those of them, in their order; a name that none has is a mistake. */
  List<ProbeId> watched(List<ProbeState> states) {
    List<ProbeId> found =
        states.stream().map(ProbeState::probe).map(Probe::id).filter(this::matches).toList();
    if (found.isEmpty() && (target != null || journey != null)) {
      throw ApiProblems.of(
          HttpStatus.NOT_FOUND, "No target or probe of this name is watched; see /api/targets");
    }
    return found;
  }

  private boolean matches(ProbeId probe) {
    return (target == null || target.equals(probe.target()))
        && (journey == null || journey == probe.journey());
  }
}
