package io.goldenpath.platforms.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries of a HAR by request; one that was redirected has several. */
final class ExportedEntries {

  private final Map<String, List<ExportedEntry>> all = new LinkedHashMap<>();
  private final Map<String, List<JsonNode>> sent = new HashMap<>();
  private final Map<String, List<JsonNode>> got = new HashMap<>();

  ExportedEntry add(String id, String method, String url) {
    ExportedEntry entry = new ExportedEntry(method, url);
    all.computeIfAbsent(id, _ -> new ArrayList<>()).add(entry);
    return entry;
  }

  ExportedEntry last(String id) {
    List<ExportedEntry> known = all.getOrDefault(id, List.of());
    return known.isEmpty() ? new ExportedEntry("GET", "about:blank") : known.getLast();
  }

  /** Headers as they went over the wire, cookies included, told before or after the request. */
  void sentHeaders(String id, JsonNode headers) {
    sent.computeIfAbsent(id, _ -> new ArrayList<>()).add(headers);
  }

  void gotHeaders(String id, JsonNode headers) {
    got.computeIfAbsent(id, _ -> new ArrayList<>()).add(headers);
  }

  List<ObjectNode> exported() {
    List<ObjectNode> exported = new ArrayList<>();
    all.forEach((id, entries) -> {
      for (int hop = 0; hop < entries.size(); hop++) {
        exported.add(entries.get(hop).exported(at(sent.get(id), hop), at(got.get(id), hop)));
      }
    });
    return exported;
  }

  private static List<JsonNode> at(@Nullable List<JsonNode> headers, int hop) {
    return headers == null || hop >= headers.size() ? List.of() : List.of(headers.get(hop));
  }
}
