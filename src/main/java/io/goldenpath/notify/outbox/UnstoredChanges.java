package io.goldenpath.notify.outbox;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows that were put or deleted since they were stored; never more than there are rows. Guarded by
 * its owner.
 */
final class UnstoredChanges<K, T> {

  private final Map<K, Optional<T>> changes = new LinkedHashMap<>();

  /** Rows that the database has, or gets now. */
  private final Set<K> written = new HashSet<>();

  void put(K key, T row) {
    changes.put(key, Optional.of(row));
  }

  void delete(K key) {
    if (written.contains(key)) {
      changes.put(key, Optional.empty());
    } else {
      changes.remove(key);
    }
  }

  /** The database has this row. */
  void found(K key) {
    written.add(key);
  }

  void clear() {
    changes.clear();
  }

  boolean has(K key) {
    return changes.containsKey(key);
  }

  /** What is to be stored now. */
  Map<K, Optional<T>> take() {
    changes.forEach((key, row) -> row.ifPresent(_ -> written.add(key)));
    return Map.copyOf(changes);
  }

  /** These wait no longer, unless they have changed since. */
  void stored(Map<K, Optional<T>> known) {
    known.forEach((key, row) -> {
      if (changes.remove(key, row) && row.isEmpty()) {
        written.remove(key);
      }
    });
  }
}
