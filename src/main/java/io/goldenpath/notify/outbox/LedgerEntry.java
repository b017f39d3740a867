package io.goldenpath.notify.outbox;

import io.goldenpath.model.probe.ProbeId;
import java.util.HashMap;
import java.util.Map;

/**
 * Who has been told what of an incident.
 *
 * @param labels Those of its target when it was seen first, by which some receivers know it.
 * @param told By name of the receiver.
 */
public record LedgerEntry(
    String incident, ProbeId probe, Map<String, String> labels, Map<String, Told> told) {

  public LedgerEntry {
    labels = Map.copyOf(labels);
    told = Map.copyOf(told);
  }

  public LedgerEntry with(String receiver, Told news) {
    Map<String, Told> all = new HashMap<>(told);
    all.put(receiver, news);
    return new LedgerEntry(incident, probe, labels, all);
  }

  public LedgerEntry without(String receiver) {
    Map<String, Told> all = new HashMap<>(told);
    all.remove(receiver);
    return new LedgerEntry(incident, probe, labels, all);
  }
}
