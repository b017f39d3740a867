package io.goldenpath.inference.live;

import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.inference.yaml.YamlMap;
import java.util.List;
import java.util.Optional;

/** Settings that tighten a target's limits and contract, made of runs that passed. */
public final class LiveSettings {

  private final LiveEvidence evidence;
  private final List<LivePair> pairs;

  private LiveSettings(LiveTarget target, List<LiveRun> runs) {
    this.evidence = new LiveEvidence(target, runs);
    this.pairs = new LivePairs(evidence).all();
  }

  /**
   * The settings in YAML, to be read after those of the target.
   *
   * @param runs At least one.
   * @param notes What else is to be said at their head.
   */
  public static String yaml(LiveTarget target, List<LiveRun> runs, List<String> notes) {
    return new LiveSettings(target, runs).text(notes);
  }

  private String text(List<String> notes) {
    LiveTarget target = evidence.target();
    YamlMap document = new YamlMap();
    notes.forEach(document::note);
    document.note("A line with '# ?' is a guess: read it first. Limits: degraded from");
    document.note(
        "%d times the slowest run on, failed from %d times, and none looser than before."
            .formatted(LiveLimits.DEGRADED, LiveLimits.FAILED));
    if (!evidence.leftOut().isEmpty()) {
      document.note(
          "%d names of events look like ids or are too many, and are left out."
              .formatted(evidence.leftOut().size()));
    }
    YamlMap watched = new YamlMap();
    YamlMap contract = contract();
    boolean contracted = !contract.isEmpty();
    if (contracted) {
      watched.put("contract", target.contractName(), "below; holds for all journeys of the target");
    }
    YamlMap path = new YamlMap().put("limits", new LiveLimits(evidence, tools()).yaml(), "");
    watched.put("journeys", new YamlMap().put("golden-path", path, ""), "");
    YamlMap settings =
        new YamlMap().put("targets", new YamlMap().put(target.name(), watched, ""), "");
    if (contracted) {
      YamlMap extending =
          new YamlMap()
              .put("extends", target.contract().name(), "what is not written here is as before")
              .append(contract);
      settings.put("contracts", new YamlMap().put(target.contractName(), extending, ""), "");
    }
    return document.put("goldenpath", settings, "").text();
  }

  private YamlMap contract() {
    YamlMap contract = new YamlMap();
    if (!evidence.events().isEmpty()) {
      contract.put(
          "events", new LiveEvents(evidence).yaml(), "in the order of their first arrival");
      YamlMap flow = new YamlMap().put("order", LiveOrder.of(evidence).chains());
      toolPair().ifPresent(pair -> flow.put("tools", pair.yaml(evidence.guess()), "a tool's use"));
      if (evidence.contract().flow().pairs().isEmpty()) {
        flow.put(
            "pairs",
            pairs.stream()
                .filter(pair -> !toolPair().equals(Optional.of(pair)))
                .map(pair -> pair.yaml(evidence.guess()))
                .toList(),
            "what was opened was closed");
      }
      contract.put("flow", flow, "");
    }
    return contract.put("answer", new LiveConditions(evidence).all());
  }

  private Optional<LivePair> toolPair() {
    return pairs.stream().filter(LivePair::tool).findFirst();
  }

  private EventPair tools() {
    return toolPair()
        .map(pair -> new EventPair(pair.opens(), pair.closes(), List.of(pair.key())))
        .orElse(evidence.contract().flow().tools());
  }
}
