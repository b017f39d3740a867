package io.goldenpath.contract.isolation;

import io.goldenpath.redaction.MultiStringSearch;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Index of the markers of a run's users, without texts that two accounts share and ids that occur
 * by chance: those count only where a frame names its owner.
 */
final class MarkerIndex {

  private final Map<String, Marker> byText = new LinkedHashMap<>();
  private final Set<String> shared = new HashSet<>();
  private final UserGroup group;
  private final List<Marker> all;
  private final MultiStringSearch index;
  private final int longest;
  private final boolean beyondAscii;

  MarkerIndex(UserGroup group) {
    this.group = group;
    for (int user = 0; user < group.size(); user++) {
      Participant who = group.user(user).participant();
      add(who.nonce(), Marker.Kind.CODE, user);
      add(who.email(), Marker.Kind.EMAIL, user);
      add(who.subject(), Marker.Kind.ID, user);
    }
    addEarlierNonces();
    byText.keySet().removeAll(shared);
    all = List.copyOf(byText.values());
    index = MultiStringSearch.of(all.stream().map(Marker::text).toList());
    beyondAscii = all.stream().flatMapToInt(one -> one.text().chars()).anyMatch(c -> c > 0x7f);
    longest = all.stream().mapToInt(marker -> marker.text().length()).max().orElse(0);
  }

  MultiStringSearch index() {
    return index;
  }

  Marker at(int number) {
    return all.get(number);
  }

  boolean beyondAscii() {
    return beyondAscii;
  }

  int longest() {
    return longest;
  }

  boolean contains(String folded) {
    return byText.containsKey(folded);
  }

  private void add(@Nullable String text, Marker.Kind kind, int user) {
    if (text == null || text.isBlank()) {
      return;
    }
    Marker marker = Marker.of(text, kind, user);
    if (marker.isDistinctive()) {
      Marker known = byText.putIfAbsent(marker.text(), marker);
      if (known != null && !group.sameAccount(known.owner(), user)) {
        shared.add(marker.text());
      }
    }
  }

  private void addEarlierNonces() {
    Set<Set<String>> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    group.all().forEach(user -> distinct.add(user.earlierNonces()));
    distinct.stream()
        .flatMap(Set::stream)
        .map(code -> Marker.of(code, Marker.Kind.CODE, Marker.NO_OWNER))
        .filter(Marker::isDistinctive)
        .forEach(marker -> byText.putIfAbsent(marker.text(), marker));
  }
}
