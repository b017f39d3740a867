package io.goldenpath.notify.outbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Rows that were put or deleted since they were stored. Guarded by its owner. */
final class UnstoredChanges<K, T> {

  private final Map<K, Optional<T>> changes = new LinkedHashMap<>();

  void put(K key, T row) {
    changes.put(key, Optional.of(row));
  }

  void delete(K key) {
    changes.put(key, Optional.empty());
  }

  void clear() {
    changes.clear();
  }

  Map<K, Optional<T>> now() {
    return Map.copyOf(changes);
  }

  /** These wait no longer, unless they have changed since. */
  void stored(Map<K, Optional<T>> known) {
    known.forEach(changes::remove);
  }
}
