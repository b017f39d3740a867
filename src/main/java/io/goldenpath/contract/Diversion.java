package io.goldenpath.contract;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Events that one user lacks and another got in that user's place.
 *
 * @param victim Who lacks them.
 * @param hearer Who got them.
 * @param strays The events.
 * @param shadows What was found against the victim's run because of it.
 */
record Diversion(int victim, int hearer, List<Stray> strays, List<Finding> shadows) {

  private record Way(int victim, int hearer) {}

  /** Every diversion among what strayed. */
  static List<Diversion> among(List<Stray> strays, Company company, Belongings belongings) {
    Map<Integer, Set<String>> known = new HashMap<>();
    Map<Way, List<Stray>> ways = new LinkedHashMap<>();
    for (Stray stray : strays) {
      AgentEvent event = stray.utterance().event();
      if (event != null
          && stray.whole(belongings)
          && !known
              .computeIfAbsent(stray.owner(), owner -> fingerprints(company.user(owner)))
              .contains(event.fingerprint())) {
        ways.computeIfAbsent(new Way(stray.owner(), stray.hearer()), _ -> new ArrayList<>())
            .add(stray);
      }
    }
    List<Diversion> diversions = new ArrayList<>();
    ways.forEach((way, lost) -> {
      List<Finding> shadows =
          company.user(way.victim()).findings().stream()
              .filter(finding -> shadow(finding, lost))
              .toList();
      if (!shadows.isEmpty()) {
        diversions.add(new Diversion(way.victim(), way.hearer(), lost, shadows));
      }
    });
    return diversions;
  }

  Step step() {
    return shadows.stream().allMatch(shadow -> shadow.step() == Step.ANSWER)
        ? Step.ANSWER
        : Step.EVENTS;
  }

  private static Set<String> fingerprints(Testimony owner) {
    Set<String> fingerprints = new HashSet<>();
    for (Utterance utterance : owner.heard()) {
      if (utterance.event() != null) {
        fingerprints.add(utterance.event().fingerprint());
      }
    }
    return fingerprints;
  }

  private static boolean shadow(Finding finding, List<Stray> lost) {
    String expected = finding.evidence().expected();
    return switch (finding.kind()) {
      case SILENT, STALLED, NOT_UNDERSTOOD -> true;
      case TIMED_OUT -> finding.step() == Step.EVENTS;
      case MISSING_EVENT, UNPAIRED_TOOL ->
          lost.stream()
              .flatMap(stray -> stray.utterance().name().stream())
              .anyMatch(name ->
                  expected.equals(name)
                      || expected.startsWith(name + " ")
                      || expected.startsWith(name + ","));
      case WRONG_ANSWER, EMPTY_ANSWER, ERROR_ANSWER -> lost.stream().anyMatch(Diversion::answers);
      default -> false;
    };
  }

  private static boolean answers(Stray stray) {
    AgentEvent event = stray.utterance().event();
    return event != null && !event.body().text().isBlank();
  }
}
