package io.goldenpath.incident;

import java.util.ArrayList;
import java.util.List;

/**
 * The causes of an incident, in the order in which they came.
 *
 * @param listed Each once, the first {@link #MOST} of them.
 * @param unlisted How many runs had one that is not among them.
 */
public record IncidentCauses(List<IncidentCause> listed, int unlisted) {

  /** Bound on those that are listed. */
  public static final int MOST = 20;

  static final IncidentCauses NONE = new IncidentCauses(List.of(), 0);

  public IncidentCauses {
    listed = List.copyOf(listed);
  }

  IncidentCauses plus(List<IncidentCause> ofRun) {
    List<IncidentCause> all = new ArrayList<>(listed);
    for (IncidentCause cause : ofRun) {
      if (all.size() < MOST && all.stream().noneMatch(cause::same)) {
        all.add(cause);
      }
    }
    boolean left = ofRun.stream().anyMatch(cause -> all.stream().noneMatch(cause::same));
    return new IncidentCauses(all, unlisted + (left ? 1 : 0));
  }

  IncidentCauses plus(IncidentCauses later) {
    IncidentCauses both = plus(later.listed);
    return new IncidentCauses(both.listed, both.unlisted + later.unlisted);
  }
}
